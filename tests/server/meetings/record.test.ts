// The stored document: what is kept, and what is refused on the way back.

import { describe, expect, test } from 'vitest'
import { MAX_SEATS, NAME_LENGTH } from '#protocol/limits.ts'
import { snapshotSchema } from '#protocol/meeting.ts'
import { createMeeting } from '../../../server/meetings/meeting.ts'
import type { Admission, MeetingRecord } from '../../../server/meetings/record.ts'
import { parseRecord } from '../../../server/meetings/recordSchema.ts'
import { identityOf, snapshotOf } from '../../../server/meetings/snapshot.ts'
import { AVATAR, createOpenCircle, MEETING_ID, sessionOf } from './circle.ts'

function createFull(): MeetingRecord {
  const person = (seat: number): Admission => ({
    identity: `p_${String(seat).padStart(16, '0')}`,
    session: sessionOf(String(seat)),
    seat,
    name: 'm'.repeat(NAME_LENGTH),
    avatar: AVATAR,
    role: seat === 0 ? 'facilitator' : 'member',
    keyHolder: seat === 0,
    simulated: false,
    firstTime: true,
    resting: false,
    porch: false,
    held: false,
    byDoor: false,
    vouched: false,
    nudge: null,
    help: 'none',
    aside: null,
    connected: true,
    lostSince: null,
  })
  const people = Array.from({ length: MAX_SEATS }, (_, seat) => person(seat))
  return { ...createMeeting({ id: MEETING_ID, group: 'g_1', seats: MAX_SEATS }), phase: 'open', people }
}

describe('a stored meeting', () => {
  test('comes back as it was', () => {
    const circle = createOpenCircle('Fern')
    circle.knock('Lark')
    circle.send('Ada', { type: 'set-floor', mode: 'piece' })
    expect(parseRecord(JSON.stringify(circle.record))).toEqual(circle.record)
  })

  test.each([
    ['a key that nobody listed', { voice: 'kept' }, 'document'],
    ['a phase that does not exist', { phase: 'secret' }, 'phase'],
    ['a session that is no hash', { blocked: ['Fern'] }, 'blocked'],
    ['a person with a key that nobody listed', { people: [{ address: '192.0.2.1' }] }, 'people'],
  ])('with %s is refused by the name of the place alone', (_, more, place) => {
    const json = JSON.stringify({ ...createOpenCircle().record, ...more })
    expect(() => parseRecord(json)).toThrow(`stored meeting is damaged at: ${place}`)
    expect(() => parseRecord(json)).not.toThrow(/Fern|192/)
  })
})

describe('the snapshot', () => {
  test('of a full circle of fifty fits the metadata of a room', () => {
    const snapshot = snapshotOf(createFull())
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
    expect(Buffer.byteLength(JSON.stringify(snapshot))).toBeLessThan(32 * 1024)
  })

  test('says who is present, who rests and who is away', () => {
    const circle = createOpenCircle('Fern', 'Lark')
    circle.send('Fern', { type: 'rest' })
    circle.lose('Lark')
    circle.knock('Ben', { key: true })
    const seen = snapshotOf(circle.record).participants.map((one) => [one.name, one.presence])
    expect(Object.fromEntries(seen)).toEqual({ Ada: 'present', Fern: 'resting', Lark: 'away', Ben: 'away' })
  })

  test('names identities, and only their owner’s session finds them', () => {
    const circle = createOpenCircle('Fern')
    expect(identityOf(circle.record, sessionOf('Fern'))).toBe(circle.id('Fern'))
    expect(identityOf(circle.record, sessionOf('Lark'))).toBeNull()
  })
})
