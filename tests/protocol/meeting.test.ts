// What client and server must answer alike: who may speak, who may command, and what a message may hold.

import { NOTHING_TOGETHER } from '#protocol/together.ts'
import { describe, expect, test } from 'vitest'
import type { FloorMode, MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import { identitySchema } from '#protocol/identity.ts'
import { avatarSchema, FLOOR_MODES, knockSchema, maySpeak, PHASES, snapshotSchema } from '#protocol/meeting.ts'
import { can } from '#protocol/permissions.ts'
import { commandSchema } from '#protocol/commands.ts'
import { ROLES, runsMeeting } from '#protocol/roles.ts'

const ADA = 'p_aaaaaaaaaaaaaaaa'
const FERN = 'p_ffffffffffffffff'
const LARK = 'p_llllllllllllllll'
const MOSS = 'p_mmmmmmmmmmmmmmmm'

function person(identity: string, seat: number, more: Partial<Participant> = {}): Participant {
  return {
    identity,
    seat,
    name: 'Somebody',
    avatar: { character: 'owl', palette: 'moss', accessory: 'none' },
    role: 'member',
    keyHolder: false,
    presence: 'present',
    held: false,
    byDoor: false,
    aside: false,
    vouched: true,
    ...more,
  }
}

function snapshot(mode: FloorMode, more: Partial<MeetingSnapshot> = {}): MeetingSnapshot {
  const turn = mode === 'open' || mode === 'silence' ? null : FERN
  return {
    meeting: 'm_abcdefghijkl',
    epoch: 1,
    revision: 1,
    phase: 'open',
    locked: false,
    hushed: false,
    carePause: false,
    together: NOTHING_TOGETHER,
    floor: {
      mode,
      speaker: turn,
      fading: mode === 'piece' ? LARK : null,
      next: null,
      direction: 1,
      later: [],
      unhurried: false,
    },
    hands: [],
    seats: 12,
    participants: [person(ADA, 0, { role: 'facilitator' }), person(FERN, 3), person(LARK, 6), person(MOSS, 9)],
    environment: 'lounge',
    dim: false,
    closesAt: null,
    script: null,
    lamp: null,
    shareSeconds: null,
    succession: [],
    standsInFor: null,
    standing: [],
    announcement: null,
    ...more,
  }
}

const heard = (state: MeetingSnapshot) => [ADA, FERN, LARK, MOSS].filter((one) => maySpeak(state, one))
const hold = (...held: string[]) =>
  snapshot('open').participants.map((one) => ({ ...one, held: held.includes(one.identity) }))

describe('with Ada facilitating, Fern’s turn and Lark just before her', () => {
  test.each([
    ['open', [ADA, FERN, LARK, MOSS]],
    ['hands', [ADA, FERN]],
    ['piece', [FERN, LARK]],
    ['one-voice', [FERN]],
    ['silence', []],
  ] as const)('in %s these may speak: %j', (mode, voices) => {
    expect(heard(snapshot(mode))).toEqual(voices)
  })

  test.each(FLOOR_MODES)('a hush in %s leaves those who run the meeting, held or not', (mode) => {
    expect(heard(snapshot(mode, { hushed: true, participants: hold(ADA, MOSS) }))).toEqual([ADA])
  })

  test.each([
    ['open', [FERN, MOSS]],
    ['hands', [FERN]],
    ['piece', [FERN]],
    ['one-voice', [FERN]],
    ['silence', []],
  ] as const)('in %s, with Ada and Lark held, these may speak: %j', (mode, voices) => {
    expect(heard(snapshot(mode, { participants: hold(ADA, LARK) }))).toEqual(voices)
  })

  test.each(PHASES)('in the phase %s the open floor is as open as it says', (phase) => {
    const quiet = phase === 'closed' || phase === 'ended'
    expect(heard(snapshot('open', { phase }))).toHaveLength(quiet ? 0 : 4)
    expect(heard(snapshot('open', { phase, hushed: true }))).toHaveLength(quiet ? 0 : 1)
  })

  test('somebody who is not in the circle may never speak', () => {
    for (const mode of FLOOR_MODES) {
      for (const identity of ['p_0000000000000000', `${FERN}#foo`, '']) {
        expect(maySpeak(snapshot(mode), identity)).toBe(false)
      }
    }
  })
})

describe('standing', () => {
  test('facilitators and co-facilitators run the meeting, whoever holds a key', () => {
    const running = ROLES.filter((role) => runsMeeting({ role, keyHolder: false }))
    expect(running).toEqual(['facilitator', 'co-facilitator'])
    expect(ROLES.filter((role) => runsMeeting({ role, keyHolder: true }))).toEqual(running)
  })

  test('opening the doors takes a key; what follows at the door takes a key or a role that runs the meeting', () => {
    expect(can({ role: 'facilitator', keyHolder: false }, 'open-doors')).toBe(false)
    expect(can({ role: 'member', keyHolder: true }, 'open-doors')).toBe(true)
    expect(can({ role: 'facilitator', keyHolder: false }, 'admit')).toBe(true)
    expect(can({ role: 'member', keyHolder: true }, 'admit')).toBe(true)
    expect(can({ role: 'greeter', keyHolder: false }, 'admit')).toBe(false)
  })
})

describe('messages', () => {
  test.each([
    { type: 'pass' },
    { type: 'hand-piece', to: FERN },
    { type: 'set-floor', mode: 'piece' },
    { type: 'set-floor', mode: 'piece', speaker: FERN },
    { type: 'admit', knock: 'k_1' },
    { type: 'hand-role', to: FERN, role: 'reader' },
    { type: 'set-environment', environment: 'beach', dim: true },
  ])('%j is a command', (command) => {
    expect(commandSchema.parse(command)).toEqual(command)
  })

  test.each([
    {},
    { type: 'open-sesame' },
    { type: 'pass', to: FERN },
    { type: 'hand-piece' },
    { type: 'hand-piece', to: 'Fern' },
    { type: 'hand-piece', to: `${FERN}#foo` },
    { type: 'hold', to: [FERN] },
    { type: 'set-floor', mode: 'shouting' },
    { type: 'admit', knock: 'k'.repeat(41) },
    { type: 'hand-role', to: FERN, role: 'king' },
    null,
    'pass',
  ])('%j is none', (command) => {
    expect(commandSchema.safeParse(command).success).toBe(false)
  })

  test.each([FERN, 'p_0123456789abcdef'])('%s is an identity', (identity) => {
    expect(identitySchema.safeParse(identity).success).toBe(true)
  })

  test.each(['p_FFFFFFFFFFFFFFFF', 'p_fff', `${FERN}f`, ` ${FERN}`, `${FERN}\n`, `${FERN}#x`])(
    '%j is no identity',
    (identity) => {
      expect(identitySchema.safeParse(identity).success).toBe(false)
    },
  )

  test('an avatar of a newer version is drawn as the plain one', () => {
    expect(avatarSchema.parse({ character: 'dragon', palette: 'neon', accessory: 'crown' })).toEqual({
      character: 'round',
      palette: 'ember',
      accessory: 'none',
    })
  })

  test('a knock holds what one brings to the door and nothing else', () => {
    const avatar = { character: 'fox', palette: 'sea', accessory: 'leaf' }
    const knock = { name: 'Fern', avatar, firstTime: true, consent: 1 }
    expect(knockSchema.parse(knock)).toEqual(knock)
    expect(knockSchema.safeParse({ ...knock, email: 'x@example.org' }).success).toBe(false)
    expect(knockSchema.safeParse({ ...knock, name: '' }).success).toBe(false)
    expect(knockSchema.safeParse({ ...knock, answer: 'a'.repeat(201) }).success).toBe(false)
  })

  test('a snapshot is read as it was written, and one with an unknown key is not', () => {
    const state = snapshot('piece')
    expect(snapshotSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
    expect(snapshotSchema.safeParse({ ...state, session: 'x' }).success).toBe(false)
  })
})
