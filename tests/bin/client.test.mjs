// When the built page counts as stale.

import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../bin/prepare/client.mjs'

/** @type {string} */
let folder
const fingerprint = () => fingerprintOf(pathToFileURL(`${folder}/`))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearthside-client-'))
  mkdirSync(join(folder, 'client/overlay'), { recursive: true })
  mkdirSync(join(folder, 'assets/sources'), { recursive: true })
  writeFileSync(join(folder, 'client/overlay/Porch.tsx'), 'one')
  writeFileSync(join(folder, 'assets/a picture.webp'), 'two')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe("the built page's fingerprint", () => {
  it('changes with a word in a file, and comes back when the word does', () => {
    const before = fingerprint()
    writeFileSync(join(folder, 'client/overlay/Porch.tsx'), 'another')
    expect(fingerprint()).not.toBe(before)
    writeFileSync(join(folder, 'client/overlay/Porch.tsx'), 'one')
    expect(fingerprint()).toBe(before)
  })
  it('changes when a file is renamed', () => {
    const before = fingerprint()
    renameSync(join(folder, 'assets/a picture.webp'), join(folder, 'assets/b picture.webp'))
    expect(fingerprint()).not.toBe(before)
  })
  it('does not change with a date or with a script that makes assets', () => {
    const before = fingerprint()
    utimesSync(join(folder, 'client/overlay/Porch.tsx'), 1, 1)
    writeFileSync(join(folder, 'assets/sources/lounge.py'), 'three')
    expect(fingerprint()).toBe(before)
  })
})
