// One contract, two databases: in memory and in a file.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMeeting } from '../../../server/meetings/meeting.ts'
import type { MeetingRecord } from '../../../server/meetings/record.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import { createGroupStore } from '../../../server/storage/groupStore.ts'
import { createMeetingStore } from '../../../server/storage/meetingStore.ts'

const GROUP = {
  id: 'g_1',
  name: 'Our circle',
  question: null,
  agreements: ['We listen.', 'We pass.'],
  host: 'Somebody runs this.',
  consent: 1,
  seats: 12,
  practice: false,
}

function meeting(id: string, more: Partial<MeetingRecord> = {}): MeetingRecord {
  return { ...createMeeting({ id, group: GROUP.id, seats: GROUP.seats }), ...more }
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearthside-storage-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe.each(['memory', 'file'])('in a database in %s', (kind) => {
  const open = () => {
    const database = openDatabase(kind === 'memory' ? ':memory:' : join(folder, 'hearthside.db'))
    return { database, groups: createGroupStore(database), meetings: createMeetingStore(database) }
  }

  test('a group comes back as it was saved, and is replaced by a later one', () => {
    const { groups } = open()
    expect(groups.groups()).toEqual([])
    expect(groups.group('g_1')).toBeNull()
    groups.saveGroup(GROUP)
    expect(groups.group('g_1')).toEqual(GROUP)
    groups.saveGroup({ ...GROUP, question: 'What brings you?', consent: 2 })
    expect(groups.groups()).toEqual([{ ...GROUP, question: 'What brings you?', consent: 2 }])
  })

  test('a link is found by hash and kind, until it is revoked', () => {
    const { groups } = open()
    groups.saveGroup(GROUP)
    const door = { hash: 'aa', group: 'g_1', kind: 'd', revokedAt: null } as const
    groups.insertLink(door)
    groups.insertLink({ ...door, hash: 'bb', kind: 'i' })
    expect(groups.link('aa', 'd')).toEqual(door)
    expect(groups.link('aa', 'k')).toBeNull()
    groups.revokeLinks('g_1', ['k', 'd'], 700)
    expect(groups.link('aa', 'd')?.revokedAt).toBe(700)
    expect(groups.link('bb', 'i')?.revokedAt).toBeNull()
  })

  test('a session comes back, may gain a key and a consent, and is forgotten when it is old', () => {
    const { groups } = open()
    groups.saveGroup(GROUP)
    const session = {
      hash: 'cc',
      group: 'g_1',
      keyHolder: false,
      createdAt: 1000,
      consent: 0,
      blocked: false,
      invitation: null,
    }
    groups.saveSession(session)
    expect(groups.session('cc')).toEqual(session)
    groups.saveSession({ ...session, keyHolder: true, consent: 3, blocked: true })
    expect(groups.session('cc')).toEqual({ ...session, keyHolder: true, consent: 3, blocked: true })
    expect(groups.forgetSessions(1000)).toBe(0)
    expect(groups.forgetSessions(1001)).toBe(1)
    expect(groups.session('cc')).toBeNull()
  })

  test('a session of a group that is not there cannot be written', () => {
    const { groups } = open()
    expect(() =>
      groups.saveSession({
        hash: 'c',
        group: 'g_9',
        keyHolder: false,
        createdAt: 1,
        consent: 0,
        blocked: false,
        invitation: null,
      }),
    ).toThrow()
  })

  test('a meeting is saved only over the revision that it was made from', () => {
    const { groups, meetings } = open()
    groups.saveGroup(GROUP)
    meetings.insert(meeting('m_aaaaaaaaaaaa'))
    expect(meetings.save(meeting('m_aaaaaaaaaaaa', { revision: 2, lockedByHand: true }), 1)).toBe(true)
    expect(meetings.save(meeting('m_aaaaaaaaaaaa', { revision: 2, hushed: true }), 1)).toBe(false)
    expect(meetings.load('m_aaaaaaaaaaaa')).toEqual(meeting('m_aaaaaaaaaaaa', { revision: 2, lockedByHand: true }))
    expect(meetings.save(meeting('m_bbbbbbbbbbbb'), 1)).toBe(false)
  })

  test('stored meetings are listed, ended ones too, of one group or of all', () => {
    const { groups, meetings } = open()
    groups.saveGroup(GROUP)
    groups.saveGroup({ ...GROUP, id: 'g_2' })
    meetings.insert(meeting('m_aaaaaaaaaaaa'))
    meetings.insert(meeting('m_bbbbbbbbbbbb', { group: 'g_2' }))
    meetings.insert(meeting('m_cccccccccccc', { phase: 'ended' }))
    expect(meetings.list().map((one) => one.id)).toEqual(['m_aaaaaaaaaaaa', 'm_bbbbbbbbbbbb', 'm_cccccccccccc'])
    expect(meetings.list('g_2').map((one) => one.id)).toEqual(['m_bbbbbbbbbbbb'])
    meetings.delete('m_aaaaaaaaaaaa')
    expect(meetings.load('m_aaaaaaaaaaaa')).toBeNull()
  })

  test('writing is durable, deleting overwrites, references are kept', () => {
    const { database } = open()
    const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('secure_delete')).toBe(1)
    expect(pragma('foreign_keys')).toBe(1)
    if (kind === 'file') expect(pragma('journal_mode')).toBe('wal')
  })
})

test('a second start finds everything, and its migrations change nothing', () => {
  const path = join(folder, 'hearthside.db')
  const first = openDatabase(path)
  createGroupStore(first).saveGroup(GROUP)
  first.close()
  expect(createGroupStore(openDatabase(path)).groups()).toEqual([GROUP])
})

test('a database of a newer version is left alone', () => {
  const path = join(folder, 'hearthside.db')
  const database = openDatabase(path)
  database.exec('PRAGMA user_version = 999')
  database.close()
  expect(() => openDatabase(path)).toThrow(/newer version/)
})

test('a stored meeting that is none is not taken for one', () => {
  const database = openDatabase(':memory:')
  createGroupStore(database).saveGroup(GROUP)
  const meetings = createMeetingStore(database)
  meetings.insert({ ...meeting('m_aaaaaaaaaaaa'), seats: 3000 })
  expect(() => meetings.load('m_aaaaaaaaaaaa')).toThrow(/damaged at: seats/)
})

test('when a meeting is forgotten, its names are nowhere in the files any more', () => {
  const path = join(folder, 'hearthside.db')
  const database = openDatabase(path)
  createGroupStore(database).saveGroup(GROUP)
  const meetings = createMeetingStore(database)
  const avatar = { character: 'fox', palette: 'moss', accessory: 'none' } as const
  const knock = {
    id: 'k',
    session: 'ab'.repeat(32),
    name: 'Unmistakable Name',
    avatar,
    firstTime: true,
    simulated: false,
    answer: null,
    since: 1,
  }
  meetings.insert(meeting('m_aaaaaaaaaaaa', { knocks: [knock] }))
  const filesWithTheName = () =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes('Unmistakable Name'))
  expect(filesWithTheName()).not.toEqual([])
  meetings.save(meeting('m_aaaaaaaaaaaa', { revision: 2 }), 1)
  meetings.delete('m_aaaaaaaaaaaa')
  expect(filesWithTheName()).toEqual([])
})
