// Opens the one SQLite database: durable at every commit, deleted rows overwritten, brought up to date by numbered migrations.

import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

const MIGRATIONS = new URL('migrations/', import.meta.url)

/**
 * Opens a database file, or ':memory:', and applies every migration that it has not seen.
 * @throws Error when the file was written by a newer version of Hearthside.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 2000 })
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
  )
  migrate(database)
  return database
}

function migrate(database: DatabaseSync): void {
  const files = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const at = Number(database.prepare('PRAGMA user_version').get()?.user_version)
  if (at > files.length) throw new Error('this database was written by a newer version of Hearthside')
  for (const [index, name] of files.entries()) {
    const number = index + 1
    if (number <= at) continue
    if (!name.startsWith(String(number).padStart(3, '0'))) throw new Error(`migration ${number} is missing`)
    const sql = readFileSync(new URL(name, MIGRATIONS), 'utf8')
    database.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${number}; COMMIT;`)
  }
}
