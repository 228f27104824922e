// What the meeting domain needs from the outside; livekit/ and storage/ provide it.

import type { Identity } from '#protocol/meeting.ts'
import type { MeetingRecord } from './record.ts'

export interface MeetingStore {
  load(id: string): MeetingRecord | null
  /** Every stored meeting of one group or of all, ended ones too: those still have a room to be taken down. */
  list(group?: string): MeetingRecord[]
  insert(record: MeetingRecord): void
  /** Durable compare-and-set: false when the stored revision is not `expectedRevision`. On disk when it returns. */
  save(record: MeetingRecord, expectedRevision: number): boolean
  delete(id: string): void
}

/** What one person may do on the media server right now. Nobody may ever publish anything but a microphone. */
export interface MediaRights {
  readonly hear: boolean
  readonly speak: boolean
  readonly data: boolean
}

export interface MediaParticipant {
  readonly identity: string
  readonly rights: MediaRights
}

/** The media server cannot be reached, or did not do what it was asked; trying again later is right. */
export class MediaUnavailable extends Error {}

/** The media server as the reconciler sees it. `room` is `<meeting>.<epoch>`. Every call may reject with MediaUnavailable. */
export interface MediaServer {
  ensureRoom(room: string, metadata: string, maxParticipants: number): Promise<void>
  deleteRoom(room: string): Promise<void>
  listRooms(): Promise<string[]>
  participants(room: string): Promise<MediaParticipant[]>
  setRights(room: string, identity: Identity, rights: MediaRights): Promise<void>
  remove(room: string, identity: string): Promise<void>
  setMetadata(room: string, metadata: string): Promise<void>
  /** A short-lived token for one room: microphone only, never hidden, never recorder, never admin. */
  mint(room: string, identity: Identity, rights: MediaRights, lifeSeconds: number): Promise<string>
  /** The identity and room of one of our own tokens, expired or not forged; null for anything else. */
  verify(token: string): Promise<{ identity: string; room: string } | null>
  ready(): Promise<boolean>
}

/** What the media server says has happened: a hint that may be lost or late, never the truth. */
export interface MediaHint {
  readonly kind: 'joined' | 'left'
  readonly room: string
  readonly identity: string
}

/** Reads a signed webhook; null for one that says nothing about people. Rejects when the signature is not ours. */
export type ReadMediaHint = (body: string, authorization: string | undefined) => Promise<MediaHint | null>

/** Time as a parameter: the server passes the machine's, tests one that they move by hand. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Runs `run` once after `delayMs`; returns what calls it off. */
  after(delayMs: number, run: () => void): () => void
}

/** `count` unpredictable bytes. */
export type RandomBytes = (count: number) => Uint8Array

/** Event names and ids only: never a person's name, a token, an address. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void
}
