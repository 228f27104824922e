// Random names that mean nothing: one per admission, meeting and knock. And the one way in which a secret is kept: as its hash.

import { createHash } from 'node:crypto'
import type { Identity } from '#protocol/meeting.ts'
import type { RandomBytes } from '../meetings/ports.ts'

/** 32 letters, so that five bits of a byte choose one without bias. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

function randomLetters(randomBytes: RandomBytes, count: number): string {
  return Array.from(randomBytes(count), (byte) => LETTERS[byte & 31]).join('')
}

/** Makes the identity of one admission: `p_` and 80 random bits. */
export function createIdentity(randomBytes: RandomBytes): Identity {
  return `p_${randomLetters(randomBytes, 16)}`
}

/** Makes the id of a meeting: `m_` and 60 random bits. */
export function createMeetingId(randomBytes: RandomBytes): string {
  return `m_${randomLetters(randomBytes, 12)}`
}

/** Makes the id of a knock: `k_` and 80 random bits. */
export function createKnockId(randomBytes: RandomBytes): string {
  return `k_${randomLetters(randomBytes, 16)}`
}

/** Hashes a cookie's or link's secret as it is kept: SHA-256 in hex. Fit for secrets of 128 random bits or more, not for passwords. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
