// Groups, links and sessions in SQLite. Hand-written statements in the portable subset.

import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import * as z from 'zod'
import type { GroupRecord, GroupStore, InvitationStore } from '../groups/ports.ts'

import { createInvitationStore } from './invitationStore.ts'

type Row = Record<string, SQLOutputValue>

function toGroup(row: Row): GroupRecord {
  return {
    id: String(row.id),
    name: String(row.name),
    question: row.question === null ? null : String(row.question),
    agreements: z.array(z.string()).parse(JSON.parse(String(row.agreements))),
    host: String(row.host),
    consent: Number(row.consent),
    seats: Number(row.seats),
    practice: row.practice === 1,
  }
}

/** Makes the store over an open database. */
export function createGroupStore(database: DatabaseSync): GroupStore & InvitationStore {
  const all = database.prepare('SELECT * FROM groups WHERE practice = ? ORDER BY id')
  const one = database.prepare('SELECT * FROM groups WHERE id = ?')
  const saveGroup = database.prepare(
    `INSERT INTO groups (id, name, question, agreements, host, consent, seats, practice) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, question = excluded.question,
       agreements = excluded.agreements, host = excluded.host, consent = excluded.consent, seats = excluded.seats`,
  )
  const deleteGroup = database.prepare('DELETE FROM groups WHERE id = ?')
  const insertLink = database.prepare('INSERT INTO links (hash, group_id, kind, revoked_at) VALUES (?, ?, ?, ?)')
  const link = database.prepare('SELECT * FROM links WHERE hash = ? AND kind = ?')
  const revoke = database.prepare(
    'UPDATE links SET revoked_at = ? WHERE group_id = ? AND kind = ? AND revoked_at IS NULL',
  )
  const session = database.prepare('SELECT * FROM sessions WHERE hash = ?')
  const saveSession = database.prepare(
    `INSERT INTO sessions (hash, group_id, key_holder, created_at, consent, blocked, invitation)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET key_holder = excluded.key_holder, consent = excluded.consent,
       blocked = excluded.blocked, invitation = excluded.invitation`,
  )
  const paired = database.prepare('SELECT * FROM paired WHERE hash = ?')
  const savePaired = database.prepare('INSERT INTO paired (hash, session_hash, created_at) VALUES (?, ?, ?)')
  const keepNewest = database.prepare(
    `DELETE FROM paired WHERE session_hash = ? AND hash NOT IN
       (SELECT hash FROM paired WHERE session_hash = ? ORDER BY created_at DESC, hash LIMIT ?)`,
  )
  const forgetPaired = database.prepare('DELETE FROM paired WHERE created_at < ?')
  const forget = database.prepare('DELETE FROM sessions WHERE created_at < ?')

  return {
    ...createInvitationStore(database),
    groups: () => all.all(0).map(toGroup),
    practiceGroups: () => all.all(1).map(toGroup),
    deleteGroup: (id) => void deleteGroup.run(id),
    group(id) {
      const row = one.get(id)
      return row ? toGroup(row) : null
    },
    saveGroup({ id, name, question, agreements, host, consent, seats, practice }) {
      saveGroup.run(id, name, question, JSON.stringify(agreements), host, consent, seats, practice ? 1 : 0)
    },
    insertLink: ({ hash, group, kind, revokedAt }) => void insertLink.run(hash, group, kind, revokedAt),
    link(hash, kind) {
      const row = link.get(hash, kind)
      if (!row) return null
      const revokedAt = row.revoked_at === null ? null : Number(row.revoked_at)
      return { hash, group: String(row.group_id), kind, revokedAt }
    },
    revokeLinks(group, kinds, now) {
      for (const kind of kinds) revoke.run(now, group, kind)
    },
    session(hash) {
      const row = session.get(hash)
      if (!row) return null
      return {
        hash: String(row.hash),
        group: String(row.group_id),
        keyHolder: row.key_holder === 1,
        createdAt: Number(row.created_at),
        consent: Number(row.consent),
        blocked: row.blocked === 1,
        invitation: row.invitation === null ? null : String(row.invitation),
      }
    },
    saveSession({ hash, group, keyHolder, createdAt, consent, blocked, invitation }) {
      saveSession.run(hash, group, keyHolder ? 1 : 0, createdAt, consent, blocked ? 1 : 0, invitation)
    },
    forgetSessions: (time) => Number(forget.run(time).changes),
    paired(hash) {
      const row = paired.get(hash)
      return row ? { hash, session: String(row.session_hash), createdAt: Number(row.created_at) } : null
    },
    savePaired({ hash, session: of, createdAt }, most) {
      savePaired.run(hash, of, createdAt)
      keepNewest.run(of, of, most)
    },
    forgetPaired: (time) => void forgetPaired.run(time),
  }
}
