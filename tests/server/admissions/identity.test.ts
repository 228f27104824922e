// Random names and hashes.

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { identitySchema } from '#protocol/identity.ts'
import { createIdentity, createKnockId, createMeetingId, hashSecret } from '../../../server/admissions/identity.ts'

test('an identity is what the protocol says, from eighty random bits, and never the same twice', () => {
  const made = new Set(Array.from({ length: 2000 }, () => createIdentity(randomBytes)))
  expect(made.size).toBe(2000)
  for (const identity of made) expect(identitySchema.safeParse(identity).success).toBe(true)
  const letters = new Set([...made].join('').replaceAll(/p_/g, ''))
  expect(letters.size).toBe(32)
})

test('every five bits make another identity', () => {
  const names = Array.from({ length: 32 }, (_, value) => createIdentity((count) => new Uint8Array(count).fill(value)))
  expect(new Set(names).size).toBe(32)
})

test('meetings and knocks have names of their own kind', () => {
  expect(createMeetingId(randomBytes)).toMatch(/^m_[a-z0-9]{12}$/)
  expect(createKnockId(randomBytes)).toMatch(/^k_[a-z0-9]{16}$/)
})

test('a secret is kept as its SHA-256', () => {
  expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
