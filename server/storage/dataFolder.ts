// The folder that holds everything kept: readable by its owner alone, used by one server at a time.

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Makes the folder with mode 0700, or takes everybody else's rights from an existing one. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

/** Reads a small JSON file; null when there is none. @throws SyntaxError when it is damaged. */
export function readJsonFile(folder: string, name: string): unknown {
  const path = join(folder, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** Writes a small JSON file that only the owner can read (mode 0600), whole or not at all. */
export function writeJsonFile(folder: string, name: string, value: unknown): void {
  const path = join(folder, name)
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(draft, path)
}

/** Sets a file aside as `<name>.1` when it has grown beyond `bytes`; the one set aside before goes. True when it did. */
export function setAside(folder: string, name: string, bytes: number): boolean {
  const path = join(folder, name)
  if (!existsSync(path) || statSync(path).size <= bytes) return false
  renameSync(path, `${path}.1`)
  return true
}

/**
 * Takes the folder for this process alone and returns what gives it back; null when another process has it. The lock is the
 * operating system's, held through a database file, so it ends with the process however that ends.
 */
export function lockFolder(folder: string): (() => void) | null {
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;')
    return () => lock.close()
  } catch {
    // SQLITE_BUSY: somebody is at home.
    lock.close()
    return null
  }
}
