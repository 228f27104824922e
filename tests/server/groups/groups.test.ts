import { beforeEach, describe, expect, test } from 'vitest'
import { hashSecret } from '../../../server/admissions/identity.ts'
import {
  createGroups,
  ensureGroup,
  ensureLinks,
  MOST_PAIRED,
  PAIRED_HOURS,
  SESSION_DAYS,
} from '../../../server/groups/groups.ts'
import type { Groups, HostLinks } from '../../../server/groups/groups.ts'
import type { GroupRecord } from '../../../server/groups/ports.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import { createGroupStore } from '../../../server/storage/groupStore.ts'

const WORDS = {
  name: 'Our circle',
  question: null,
  agreements: ['We listen.'],
  host: 'Somebody runs this.',
  seats: 12,
}
const DAY = 24 * 60 * 60 * 1000

let now: number
let store: ReturnType<typeof createGroupStore>
let group: GroupRecord
let links: HostLinks
let groups: Groups

beforeEach(() => {
  now = 1_000_000
  store = createGroupStore(openDatabase(':memory:'))
  group = ensureGroup(store, WORDS)
  links = ensureLinks(store, group.id, null, now)
  groups = createGroups(store, () => now)
})

describe('the host’s group', () => {
  test('is the same one at the next start', () => {
    expect(ensureGroup(store, WORDS)).toEqual(group)
  })

  test('takes new words; only words that people agree to ask them again', () => {
    expect(ensureGroup(store, { ...WORDS, name: 'Tuesday' })).toEqual({ ...group, name: 'Tuesday' })
    expect(ensureGroup(store, { ...WORDS, agreements: ['We pass.'] }).consent).toBe(group.consent + 1)
    expect(ensureGroup(store, { ...WORDS, host: 'The library.' }).consent).toBe(group.consent + 2)
    expect(store.groups()).toHaveLength(1)
  })

  test('is described to the porch without anything inward', () => {
    expect(groups.describe(group.id)).toEqual({ ...WORDS, consent: group.consent })
  })
})

describe('the host’s links', () => {
  test('are long, different, and not in the store', () => {
    expect(links.keyHolder).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(links.door).not.toBe(links.keyHolder)
    expect(store.link(links.door, 'd')).toBeNull()
  })

  test('stay the same while the host keeps them', () => {
    expect(ensureLinks(store, group.id, links, now)).toEqual(links)
    expect(groups.enter('d', links.door, undefined)).not.toBeNull()
  })

  test('open nothing any more when the host threw them away', () => {
    const fresh = ensureLinks(store, group.id, null, now)
    expect(groups.enter('d', links.door, undefined)).toBeNull()
    expect(groups.enter('k', links.keyHolder, undefined)).toBeNull()
    expect(groups.enter('d', fresh.door, undefined)).not.toBeNull()
  })
})

describe('somebody who opens a link', () => {
  test('gets a cookie that opens a session, and the session knows only its hash', () => {
    const entered = groups.enter('d', links.door, undefined)
    expect(entered?.cookie).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(groups.session(entered?.cookie ?? '')).toEqual(entered?.session)
    expect(entered?.session).toMatchObject({ group: group.id, keyHolder: false, consent: 0 })
    expect(JSON.stringify(entered?.session)).not.toContain(entered?.cookie)
  })

  test('by the key-holder link holds a key', () => {
    expect(groups.enter('k', links.keyHolder, undefined)?.session.keyHolder).toBe(true)
  })

  test('with a wrong secret, or the right one as another kind, gets nothing', () => {
    expect(groups.enter('d', 'x'.repeat(43), undefined)).toBeNull()
    expect(groups.enter('k', links.door, undefined)).toBeNull()
    expect(groups.enter('i', links.door, undefined)).toBeNull()
  })

  test('a second time keeps the session, and with it the chair', () => {
    const first = groups.enter('d', links.door, undefined)
    const second = groups.enter('d', links.door, first?.cookie ?? undefined)
    expect(second).toEqual({ session: first?.session, cookie: null })
  })

  test('as a member and then with the key keeps the session and gains the key', () => {
    const first = groups.enter('d', links.door, undefined)
    const second = groups.enter('k', links.keyHolder, first?.cookie ?? undefined)
    expect(second).toEqual({ session: { ...first?.session, keyHolder: true }, cookie: null })
    expect(groups.session(first?.cookie ?? '')?.keyHolder).toBe(true)
  })

  test('with the key and then by the door loses nothing', () => {
    const first = groups.enter('k', links.keyHolder, undefined)
    expect(groups.enter('d', links.door, first?.cookie ?? undefined)?.session.keyHolder).toBe(true)
  })

  test('with a cookie that is unknown gets a new one', () => {
    expect(groups.enter('d', links.door, 'made-up')?.cookie).not.toBeNull()
  })
})

describe('a second browser', () => {
  const enter = () => groups.enter('k', links.keyHolder, undefined)?.session
  const HOUR = DAY / 24

  test('opens the session of the first, and has none of its own', () => {
    const session = enter()
    const cookie = groups.pair(session?.hash ?? '')
    expect(groups.session(cookie)).toEqual(session)
    expect(groups.ownSession(cookie)).toBeNull()
  })

  test('is forgotten after an evening, from the store too', () => {
    const session = enter()
    const cookie = groups.pair(session?.hash ?? '')
    now += PAIRED_HOURS * HOUR - 1
    expect(groups.session(cookie)).toEqual(session)
    now += 1
    expect(groups.session(cookie)).toBeNull()
    now += 1
    groups.forgetOld()
    expect(store.paired(hashSecret(cookie))).toBeNull()
    expect(groups.sessionOf(session?.hash ?? '')).toEqual(session)
  })

  test('goes with the session that it stands for', () => {
    const cookie = groups.pair(enter()?.hash ?? '')
    store.forgetSessions(now + 1)
    expect([groups.session(cookie), store.paired(hashSecret(cookie))]).toEqual([null, null])
  })

  test('is one of few: one more ends the oldest', () => {
    const session = enter()
    const cookies = Array.from({ length: MOST_PAIRED + 1 }, () => {
      now += 1
      return groups.pair(session?.hash ?? '')
    })
    expect(cookies.map((cookie) => groups.session(cookie) !== null)).toEqual([false, true, true, true])
  })
})

describe('a session', () => {
  test('is forgotten after thirty days', () => {
    const cookie = groups.enter('d', links.door, undefined)?.cookie ?? ''
    now += SESSION_DAYS * DAY - 1
    expect(groups.session(cookie)).not.toBeNull()
    now += 1
    expect(groups.session(cookie)).toBeNull()
    expect(groups.forgetOld()).toBe(0)
    now += 1
    expect(groups.forgetOld()).toBe(1)
  })

  test('remembers which consent was given', () => {
    const entered = groups.enter('d', links.door, undefined)
    if (!entered) throw new Error('the door link opens')
    groups.agree(entered.session, 4)
    expect(groups.sessionOf(entered.session.hash)?.consent).toBe(4)
  })
})
