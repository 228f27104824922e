// A meeting for tests of the pure core: people are called by name, time is moved by hand, and every answer is 'ok' or a code.

import type { Avatar, Identity } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { ErrorCode } from '#protocol/errors.ts'
import { hashSecret } from '../../../server/admissions/identity.ts'
import { apply, createMeeting } from '../../../server/meetings/meeting.ts'
import type { Admission, MeetingInput, MeetingRecord } from '../../../server/meetings/record.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'

export const AVATAR: Avatar = { character: 'owl', palette: 'moss', accessory: 'none' }
export const MEETING_ID = 'm_abcdefghijkl'

/** The session of somebody in tests: known by the name they were first called. */
export function sessionOf(name: string): string {
  return hashSecret(name)
}

export interface Circle {
  record: MeetingRecord
  now: number
  take(input: MeetingInput): 'ok' | ErrorCode
  wait(seconds: number): void
  /** `key`: with a key-holder's link. `as`: under another name than the one that the test uses. */
  knock(name: string, more?: { key?: boolean; as?: string }): 'ok' | ErrorCode
  admit(name: string, by?: string): 'ok' | ErrorCode
  /** Gives a command in somebody's name; `key` when they hold one without sitting in the circle. */
  send(name: string, command: MeetingCommand, more?: { key?: boolean }): 'ok' | ErrorCode
  connect(...names: string[]): void
  lose(...names: string[]): void
  leave(name: string): 'ok' | ErrorCode
  who(name: string): Admission | undefined
  id(name: string): Identity
  /** The name that the test knows an identity by. */
  named(identity: Identity | null): string | null
  speaker(): string | null
  next(): string | null
  said(): string
}

/** Makes an empty meeting with closed doors at time 1,000,000 ms. */
export function createCircle(seats = 12): Circle {
  const known = new Map<string, string>()
  let count = 0
  const fresh = () => String(count++).padStart(16, '0')
  const circle: Circle = {
    record: createMeeting({ id: MEETING_ID, group: 'g_1', seats }),
    now: 1_000_000,
    take(input) {
      const outcome = apply(circle.record, input, circle.now, { identity: () => `p_${fresh()}` })
      if (!outcome.ok) return outcome.code
      circle.record = outcome.record
      return 'ok'
    },
    wait(seconds) {
      circle.now += seconds * 1000
      circle.take({ type: 'tick' })
    },
    knock(name, { key = false, as = name } = {}) {
      known.set(sessionOf(name), name)
      const knock = { name: as, avatar: AVATAR, firstTime: false, answer: null }
      const names = { id: `k_${fresh()}`, identity: `p_${fresh()}` }
      return circle.take({ type: 'knock', session: sessionOf(name), keyHolder: key, knock, ...names })
    },
    admit(name, by = 'Ada') {
      const id = circle.record.knocks.find((one) => one.session === sessionOf(name))?.id ?? 'k_none'
      return circle.send(by, { type: 'admit', knock: id })
    },
    send(name, command, { key } = {}) {
      const keyHolder = key ?? circle.who(name)?.keyHolder ?? false
      return circle.take({ type: 'command', by: { session: sessionOf(name), keyHolder }, command })
    },
    connect(...names) {
      for (const name of names) circle.take({ type: 'connected', identity: circle.id(name) })
    },
    lose(...names) {
      for (const name of names) circle.take({ type: 'disconnected', identity: circle.id(name) })
    },
    leave: (name) => circle.take({ type: 'leave', session: sessionOf(name) }),
    who: (name) => circle.record.people.find((one) => one.session === sessionOf(name)),
    id: (name) => circle.who(name)?.identity ?? 'p_0000nobodyhere00',
    named(identity) {
      const one = circle.record.people.find((other) => other.identity === identity)
      return one ? (known.get(one.session) ?? one.name) : identity
    },
    speaker: () => circle.named(circle.record.floor.speaker),
    next: () => circle.named(snapshotOf(circle.record).floor.next),
    said: () => circle.record.announcement?.kind ?? 'nothing',
  }
  return circle
}

/** Knocks, is let in by Ada and connects. */
export function join(circle: Circle, name: string): void {
  circle.knock(name)
  circle.admit(name)
  circle.connect(name)
}

/** An open meeting: Ada holds a key and the lamp, the others are members; everybody is connected. Ada has seat 0. */
export function createOpenCircle(...members: string[]): Circle {
  const circle = createCircle()
  circle.knock('Ada', { key: true })
  circle.connect('Ada')
  circle.send('Ada', { type: 'open-doors' })
  for (const name of members) join(circle, name)
  return circle
}

/** Seats people side by side in the order of `names`, so that a test can speak of left and right. Before the piece goes round. */
export function seatInOrder(circle: Circle, ...names: string[]): void {
  const people = circle.record.people.map((one) => {
    const seat = names.findIndex((name) => circle.id(name) === one.identity)
    return { ...one, seat }
  })
  circle.record = { ...circle.record, people: people.sort((a, b) => a.seat - b.seat) }
}
