// A group's sums in SQLite: a name and a number each. Hand-written statements in the portable subset.

import type { DatabaseSync } from 'node:sqlite'
import type { SumStore } from '../groups/ports.ts'

/** Makes the store over an open database. */
export function createSumStore(database: DatabaseSync): SumStore {
  const one = database.prepare('SELECT value FROM sums WHERE group_id = ? AND name = ?')
  const add = database.prepare(
    `INSERT INTO sums (group_id, name, value) VALUES (?, ?, ?)
     ON CONFLICT (group_id, name) DO UPDATE SET value = value + excluded.value`,
  )
  return {
    sum: (group, name) => Number(one.get(group, name)?.value ?? 0),
    add: (group, name, value) => void add.run(group, name, value),
  }
}
