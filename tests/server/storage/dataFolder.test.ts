import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder, prepareFolder, readJsonFile, writeJsonFile } from '../../../server/storage/dataFolder.ts'

let parent: string
let folder: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'hearthside-folder-'))
  folder = join(parent, 'deep', 'data')
})
afterEach(() => rmSync(parent, { recursive: true }))

const mode = (path: string) => statSync(path).mode & 0o777

test('the data folder and what lies in it belong to its owner alone, also when they were open before', () => {
  prepareFolder(folder)
  expect(mode(folder)).toBe(0o700)
  writeFileSync(join(folder, 'links.json'), '{}', { mode: 0o644 })
  writeJsonFile(folder, 'links.json', { door: 'x' })
  expect(mode(join(folder, 'links.json'))).toBe(0o600)
})

test('a file that was never written is null, one that was comes back', () => {
  prepareFolder(folder)
  expect(readJsonFile(folder, 'links.json')).toBeNull()
  writeJsonFile(folder, 'links.json', { door: 'x' })
  expect(readJsonFile(folder, 'links.json')).toEqual({ door: 'x' })
})

test('a folder is used by one server at a time', () => {
  prepareFolder(folder)
  const release = lockFolder(folder)
  expect(release).not.toBeNull()
  expect(lockFolder(folder)).toBeNull()
  release?.()
  const again = lockFolder(folder)
  expect(again).not.toBeNull()
  again?.()
})

test('a killed server leaves no lock behind', async () => {
  prepareFolder(folder)
  const module = new URL('../../../server/storage/dataFolder.ts', import.meta.url).href
  const script = `import(${JSON.stringify(module)}).then(({ lockFolder }) => {
    console.log(lockFolder(${JSON.stringify(folder)}) ? 'locked' : 'busy'); setInterval(() => {}, 1000) })`
  const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = await new Promise((resolve) =>
    holder.stdout.once('data', (data: Buffer) => resolve(String(data).trim())),
  )
  expect(said).toBe('locked')
  expect(lockFolder(folder)).toBeNull()
  const gone = new Promise((resolve) => holder.once('exit', resolve))
  holder.kill('SIGKILL')
  await gone
  const release = lockFolder(folder)
  expect(release).not.toBeNull()
  release?.()
})
