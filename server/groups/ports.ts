// What the groups domain remembers, and what it needs from storage. Secrets reach a store only as SHA-256 in hex.

import type { Invitation } from '#protocol/invitations.ts'
import type { Script } from '#protocol/script.ts'
import type { SessionHash } from '../meetings/record.ts'

/** k: key-holder · d: door · i: invitation. */
export type LinkKind = 'k' | 'd' | 'i'

export interface GroupRecord {
  readonly id: string
  readonly name: string
  readonly question: string | null
  readonly agreements: readonly string[]
  /** Who runs and pays for this, in the host's words. */
  readonly host: string
  /** Version of the consent text; it grows when the text does. */
  readonly consent: number
  readonly seats: number
  /** There for one trainee's practice, and gone with it. */
  readonly practice: boolean
}

export interface LinkRecord {
  /** SHA-256 of the secret, hex. */
  readonly hash: string
  readonly group: string
  readonly kind: LinkKind
  /** Server clock, ms; null while the link opens. */
  readonly revokedAt: number | null
}

export interface SessionRecord {
  readonly hash: SessionHash
  readonly group: string
  readonly keyHolder: boolean
  /** Server clock, ms. */
  readonly createdAt: number
  /** Version of the consent text that this browser agreed to; 0 for none yet. */
  readonly consent: number
  /** May not knock at this group any more. */
  readonly blocked: boolean
  /** The invitation (hash of its secret) that it came by; null when another link brought it, then or later. */
  readonly invitation: string | null
}

/** A second browser of the same person: its cookie opens the session of the first. */
export interface PairedRecord {
  /** SHA-256 of the second browser's cookie, hex. */
  readonly hash: string
  readonly session: SessionHash
  /** Server clock, ms. */
  readonly createdAt: number
}

export interface GroupStore {
  /** The standing groups; those for practice are not among them. */
  groups(): GroupRecord[]
  group(id: string): GroupRecord | null
  /** Inserts or replaces. */
  saveGroup(group: GroupRecord): void
  practiceGroups(): GroupRecord[]
  /** With everything that belongs to it. */
  deleteGroup(id: string): void
  insertLink(link: LinkRecord): void
  link(hash: string, kind: LinkKind): LinkRecord | null
  /** Revokes every open link of these kinds that the group has. */
  revokeLinks(group: string, kinds: readonly LinkKind[], now: number): void
  session(hash: SessionHash): SessionRecord | null
  /** Inserts or replaces. */
  saveSession(session: SessionRecord): void
  /** Forgets sessions created before `time`; returns how many. */
  forgetSessions(time: number): number
  paired(hash: string): PairedRecord | null
  /** Inserts, and keeps the newest `most` of the session. */
  savePaired(paired: PairedRecord, most: number): void
  /** Forgets those created before `time`. */
  forgetPaired(time: number): void
}

export interface InvitationStore {
  /** The group's invitations that open, oldest first. */
  invitations(group: string): Invitation[]
  insertInvitation(group: string, invitation: Invitation): void
  /** The sessions that came by an invitation. */
  invited(id: string): SessionHash[]
  /** Revokes it, forgets its note and the sessions that came by it; false when it was not open. */
  takeBackInvitation(group: string, id: string, now: number): boolean
}

export interface SumStore {
  /** 0 for one that was never added to. */
  sum(group: string, name: string): number
  add(group: string, name: string, value: number): void
}

export interface ScriptStore {
  /** Every script that a group keeps, by id. */
  scripts(group: string): Script[]
  script(group: string, id: string): Script | null
  /** Inserts or replaces. */
  saveScript(group: string, script: Script): void
  deleteScript(group: string, id: string): void
}
