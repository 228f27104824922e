// Running meetings in SQLite: one JSON document each, replaced by compare-and-set on its revision.

import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { MeetingStore } from '../meetings/ports.ts'
import { parseRecord } from '../meetings/recordSchema.ts'

/** Makes the store over an open database. */
export function createMeetingStore(database: DatabaseSync): MeetingStore {
  const one = database.prepare('SELECT document FROM meetings WHERE id = ?')
  const ofGroup = database.prepare('SELECT document FROM meetings WHERE group_id = ? ORDER BY id')
  const all = database.prepare('SELECT document FROM meetings ORDER BY id')
  const insert = database.prepare('INSERT INTO meetings (id, group_id, revision, document) VALUES (?, ?, ?, ?)')
  const save = database.prepare('UPDATE meetings SET revision = ?, document = ? WHERE id = ? AND revision = ?')
  const remove = database.prepare('DELETE FROM meetings WHERE id = ?')
  const read = (row: Record<string, SQLOutputValue>) => parseRecord(String(row.document))

  return {
    load(id) {
      const row = one.get(id)
      return row ? read(row) : null
    },
    list: (group) => (group === undefined ? all.all() : ofGroup.all(group)).map(read),
    insert(record) {
      insert.run(record.id, record.group, record.revision, JSON.stringify(record))
    },
    save(record, expectedRevision) {
      return save.run(record.revision, JSON.stringify(record), record.id, expectedRevision).changes === 1
    },
    delete(id) {
      remove.run(id)
      // The write-ahead log still holds every earlier version, names and all; this folds it in and cuts it off.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
  }
}
