// The closing line of `npm test`, over small runs of their own: whatever goes wrong, it never says that all is well.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** @type {string} */
let folder

beforeEach(() => {
  // Inside the repository, so that vitest is found from there; node_modules is git-ignored and never tested.
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
  folder = mkdtempSync(join(root, 'node_modules/.cache/closing-line-'))
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { include: ['*.test.mjs'], exclude: [] } }\n`,
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

/**
 * Runs the tests of a file with this content; returns the closing line and the exit status.
 * @param {string} content
 * @param {...string} args
 */
function closing(content, ...args) {
  writeFileSync(
    join(folder, 'small.test.mjs'),
    `import { it, expect, describe, beforeAll } from 'vitest'\n${content}\n`,
  )
  const run = spawnSync(process.execPath, [join(root, 'bin/test.mjs'), '--root', folder, ...args], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`, VITEST: '', CI: 'true' },
    encoding: 'utf8',
  })
  return [run.stdout.trimEnd().split('\n').at(-1), run.status]
}

describe('the closing line of a test run', () => {
  it('counts what passed', () => {
    expect(closing(`it('a', () => {}); it('b', () => {})`)).toEqual(['2 passed, 0 failed', 0])
  })
  it('counts what failed and fails', () => {
    expect(closing(`it('a', () => {}); it('b', () => expect(1).toBe(2))`)).toEqual(['1 passed, 1 failed', 1])
  })
  it('fails for a test that is switched off', () => {
    expect(closing(`it('a', () => {}); it.skip('b', () => {})`)).toEqual(['1 passed, 1 failed', 1])
  })
  it('fails for a file that cannot be loaded', () => {
    expect(closing(`throw new Error('no')`)).toEqual(['0 passed, 1 failed', 1])
  })
  it('fails when what a group of tests needs could not be made', () => {
    expect(closing(`describe('x', () => { beforeAll(() => { throw new Error('no') }); it('a', () => {}) })`)).toEqual([
      '0 passed, 1 failed',
      1,
    ])
  })
  it('fails for an error outside of any test', () => {
    expect(
      closing(
        `it('a', () => { setTimeout(() => { throw new Error('late') }, 0) }); it('b', () => new Promise((r) => setTimeout(r, 200)))`,
      ),
    ).toEqual(['2 passed, 1 failed', 1])
  })
  it('fails when the filter matches nothing', () => {
    expect(closing(`it('a', () => {})`, 'no-such-file')).toEqual(['0 passed, 0 failed', 1])
  })
  it('leaves out of the count what a name filter left out', () => {
    expect(closing(`it('a', () => {}); it('b', () => {})`, '-t', 'a')).toEqual(['1 passed, 0 failed', 0])
  })
})
