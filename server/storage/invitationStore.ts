// Invitations in SQLite: links of the kind `i`, and the sessions that came by one.

import type { DatabaseSync } from 'node:sqlite'
import type { InvitationStore } from '../groups/ports.ts'

/** Makes the store over an open database. */
export function createInvitationStore(database: DatabaseSync): InvitationStore {
  const open = database.prepare(
    `SELECT hash, note, created_at, (SELECT COUNT(*) FROM sessions WHERE invitation = links.hash) AS browsers
     FROM links WHERE group_id = ? AND kind = 'i' AND revoked_at IS NULL ORDER BY created_at, hash`,
  )
  const insert = database.prepare(
    "INSERT INTO links (hash, group_id, kind, revoked_at, note, created_at) VALUES (?, ?, 'i', NULL, ?, ?)",
  )
  const invited = database.prepare('SELECT hash FROM sessions WHERE invitation = ?')
  const revoke = database.prepare(
    `UPDATE links SET revoked_at = ?, note = NULL
     WHERE group_id = ? AND hash = ? AND kind = 'i' AND revoked_at IS NULL`,
  )
  // A blocked browser stays known: it is not to come back by another link.
  const forget = database.prepare('DELETE FROM sessions WHERE invitation = ? AND blocked = 0')

  return {
    invitations: (group) =>
      open.all(group).map(({ hash, note, created_at, browsers }) => ({
        id: String(hash),
        note: String(note),
        createdAt: Number(created_at),
        browsers: Number(browsers),
      })),
    insertInvitation: (group, { id, note, createdAt }) => void insert.run(id, group, note, createdAt),
    invited: (id) => invited.all(id).map((row) => String(row.hash)),
    takeBackInvitation(group, id, now) {
      if (revoke.run(now, group, id).changes === 0) return false
      forget.run(id)
      return true
    },
  }
}
