// The standing circle: its words, its links, and the browsers that came in by one of them.
// A link's secret is exchanged for a session cookie once; both are kept as hashes only.

import { randomBytes } from 'node:crypto'
import type { Group } from '#protocol/api.ts'
import { INVITATION_BROWSERS } from '#protocol/invitations.ts'
import { MAX_SEATS } from '#protocol/limits.ts'
import { hashSecret } from '../admissions/identity.ts'
import type { SessionHash } from '../meetings/record.ts'
import type { GroupRecord, GroupStore, InvitationStore, LinkKind, SessionRecord } from './ports.ts'
import { createSecret } from './secrets.ts'

/** Raise this by 1000 when the porch's own consent sentences change; below it count the changes of a group's own words. */
const PORCH_TEXT = 2000
/** A browser is forgotten after 30 days. */
export const SESSION_DAYS = 30
const SESSION_MS = SESSION_DAYS * 24 * 60 * 60 * 1000
/** A second browser stands for the first one's session for one evening, and so many may at once. */
export const PAIRED_HOURS = 12
const PAIRED_MS = PAIRED_HOURS * 60 * 60 * 1000
export const MOST_PAIRED = 3

/** Secrets of the two links that the host hands out. */
export interface HostLinks {
  readonly keyHolder: string
  readonly door: string
  readonly practice: string
}

export interface Entered {
  readonly session: SessionRecord
  /** The new cookie's value; null when the browser keeps the one it has. */
  readonly cookie: string | null
}

export interface Groups {
  /** What everybody at the porch of a group may read. */
  describe(id: string): Group
  /** Exchanges a link's secret for a session; null for a wrong, revoked or used up one. `cookie` is what the browser has already. */
  enter(kind: LinkKind, secret: string, cookie: string | undefined): Entered | null
  /** Exchanges the practice link's secret for a session in a group of its own; null for a wrong one. */
  enterPractice(secret: string, cookie: string | undefined): Entered | null
  isPractice(group: string): boolean
  /** Gives or takes the key that a trainee has in their own practice; nothing in any other group. */
  keyForPractice(session: SessionRecord, keyHolder: boolean): SessionRecord
  /** Forgets a practice group, or all of them, with whatever belongs to it. */
  forgetPractice(group?: string): void
  /** The session that a cookie opens; null for an unknown or forgotten one. */
  session(cookie: string): SessionRecord | null
  sessionOf(hash: SessionHash): SessionRecord | null
  /** The session that a cookie opens by itself; null for a second browser, which has none of its own. */
  ownSession(cookie: string): SessionRecord | null
  /** Makes the cookie of a second browser that stands for this session; one too many ends the oldest. */
  pair(hash: SessionHash): string
  /** Remembers which version of the consent text this browser agreed to. */
  agree(session: SessionRecord, consent: number): void
  /** From now on this browser may not knock here any more, and holds no key. */
  block(hash: SessionHash): void
  /** Forgets sessions that are too old, second browsers too; returns how many sessions. */
  forgetOld(): number
}

type GroupWords = Omit<GroupRecord, 'id' | 'consent' | 'practice'>

/** Nothing of the host's group: whoever practises sees no more of it than that this server exists. */
const PRACTICE_WORDS = {
  name: 'Practice circle',
  question: null,
  agreements: ['Everybody here but you is simulated. Nothing you do reaches anybody.'],
  host: 'A practice circle on this server. It is forgotten when you are done.',
  seats: MAX_SEATS,
}

function createGroupId(): string {
  return `g_${randomBytes(8).toString('hex')}`
}

/** Opens the groups of a store; without a secret nobody can practise. `now` is the server clock in ms. */
export function createGroups(
  store: GroupStore & Pick<InvitationStore, 'invited'>,
  now: () => number,
  practiceSecret: string | null = null,
): Groups {
  const fresh = (session: SessionRecord | null) => (session && session.createdAt > now() - SESSION_MS ? session : null)
  const groups: Groups = {
    describe(id) {
      const group = store.group(id)
      if (!group) throw new Error(`group ${id} is not in the store`)
      const { name, agreements, question, host, consent, seats, practice } = group
      return { name, agreements: [...agreements], question, host, consent, seats, ...(practice ? { practice } : {}) }
    },
    enter(kind, secret, cookie) {
      const link = store.link(hashSecret(secret), kind)
      if (!link || link.revokedAt !== null) return null
      const known = cookie === undefined ? null : groups.session(cookie)
      const keyHolder = kind === 'k'
      if (known && known.group === link.group) {
        // The same browser again, perhaps a reload with the link: it keeps its chair. A key adds to what it has, and who has a link
        // that is everybody's does not depend on an invitation any more.
        const invitation = kind === 'i' ? known.invitation : null
        const session = { ...known, keyHolder: known.keyHolder || (keyHolder && !known.blocked), invitation }
        store.saveSession(session)
        return { session, cookie: null }
      }
      const invitation = kind === 'i' ? link.hash : null
      if (invitation !== null && store.invited(invitation).length >= INVITATION_BROWSERS) return null
      const value = createSecret()
      const session = {
        hash: hashSecret(value),
        group: link.group,
        keyHolder,
        createdAt: now(),
        consent: 0,
        blocked: false,
        invitation,
      }
      store.saveSession(session)
      return { session, cookie: value }
    },
    enterPractice(secret, cookie) {
      if (practiceSecret === null || hashSecret(secret) !== hashSecret(practiceSecret)) return null
      const known = cookie === undefined ? null : groups.session(cookie)
      if (known && groups.isPractice(known.group)) return { session: known, cookie: null }
      const group = { ...PRACTICE_WORDS, id: createGroupId(), consent: PORCH_TEXT, practice: true }
      store.saveGroup(group)
      const value = createSecret()
      const session = {
        hash: hashSecret(value),
        group: group.id,
        keyHolder: false,
        createdAt: now(),
        consent: PORCH_TEXT,
        blocked: false,
        invitation: null,
      }
      store.saveSession(session)
      return { session, cookie: value }
    },
    isPractice: (id) => store.group(id)?.practice === true,
    keyForPractice(session, keyHolder) {
      if (!groups.isPractice(session.group) || session.keyHolder === keyHolder) return session
      const changed = { ...session, keyHolder }
      store.saveSession(changed)
      return changed
    },
    forgetPractice(group) {
      for (const { id } of store.practiceGroups()) if (group === undefined || id === group) store.deleteGroup(id)
    },
    ownSession: (cookie) => fresh(store.session(hashSecret(cookie))),
    session(cookie) {
      const paired = store.paired(hashSecret(cookie))
      if (!paired) return groups.ownSession(cookie)
      return paired.createdAt > now() - PAIRED_MS ? groups.sessionOf(paired.session) : null
    },
    sessionOf: (hash) => fresh(store.session(hash)),
    pair(hash) {
      const value = createSecret()
      store.savePaired({ hash: hashSecret(value), session: hash, createdAt: now() }, MOST_PAIRED)
      return value
    },
    agree(session, consent) {
      if (session.consent !== consent) store.saveSession({ ...session, consent })
    },
    forgetOld() {
      store.forgetPaired(now() - PAIRED_MS)
      return store.forgetSessions(now() - SESSION_MS)
    },
    block(hash) {
      const session = store.session(hash)
      if (session && !session.blocked) store.saveSession({ ...session, keyHolder: false, blocked: true })
    },
  }
  return groups
}

/**
 * Makes the host's group at the first start, and keeps its words equal to the configuration at every later one.
 * The consent version grows when what people agree to has changed.
 */
export function ensureGroup(store: GroupStore, words: GroupWords): GroupRecord {
  const known = store.groups()[0]
  const consentText = (group: GroupWords) => JSON.stringify([group.agreements, group.host])
  if (!known) {
    const group = { id: createGroupId(), consent: PORCH_TEXT, practice: false, ...words }
    store.saveGroup(group)
    return group
  }
  const changed = consentText(known) !== consentText(words)
  const consent = PORCH_TEXT + (known.consent % 1000) + (changed ? 1 : 0)
  const group = { id: known.id, ...words, consent, practice: false }
  store.saveGroup(group)
  return group
}

/**
 * Makes the host's two links valid. Without kept ones (the first start, or a host who threw the file away), new ones are
 * made and the old ones open nothing any more.
 */
export function ensureLinks(store: GroupStore, group: string, kept: HostLinks | null, now: number): HostLinks {
  const links = kept ?? { keyHolder: createSecret(), door: createSecret(), practice: createSecret() }
  if (!kept) store.revokeLinks(group, ['k', 'd'], now)
  for (const [kind, secret] of [
    ['k', links.keyHolder],
    ['d', links.door],
  ] as const) {
    const hash = hashSecret(secret)
    if (!store.link(hash, kind)) store.insertLink({ hash, group, kind, revokedAt: null })
  }
  return links
}
