// A group's scripts in SQLite: one checked JSON document each. Hand-written statements in the portable subset.

import type { DatabaseSync } from 'node:sqlite'
import { checkScript } from '#protocol/script.ts'
import type { Script } from '#protocol/script.ts'
import type { ScriptStore } from '../groups/ports.ts'

/** @throws Error when a stored document is no script; the message names no content. */
function read(document: unknown): Script {
  const checked = checkScript(JSON.parse(String(document)))
  if (!checked.ok) throw new Error('stored script is damaged')
  return checked.script
}

/** Makes the store over an open database. */
export function createScriptStore(database: DatabaseSync): ScriptStore {
  const all = database.prepare('SELECT document FROM scripts WHERE group_id = ? ORDER BY id')
  const one = database.prepare('SELECT document FROM scripts WHERE group_id = ? AND id = ?')
  const save = database.prepare(
    `INSERT INTO scripts (group_id, id, document) VALUES (?, ?, ?)
     ON CONFLICT (group_id, id) DO UPDATE SET document = excluded.document`,
  )
  const remove = database.prepare('DELETE FROM scripts WHERE group_id = ? AND id = ?')
  return {
    scripts: (group) => all.all(group).map((row) => read(row.document)),
    script(group, id) {
      const row = one.get(group, id)
      return row ? read(row.document) : null
    },
    saveScript: (group, script) => void save.run(group, script.id, JSON.stringify(script)),
    deleteScript: (group, id) => void remove.run(group, id),
  }
}
