// A meeting as a test needs it: an open circle of named people in seats 0, 1, 2 …, changed where the test says.

import { NOTHING_TOGETHER } from '#protocol/together.ts'
import type { Me, Seat } from '#protocol/api.ts'
import type { Identity, MeetingSnapshot, Participant } from '#protocol/meeting.ts'

/** A person's identity from their name: readable in a failing test. */
export function identityOf(name: string): Identity {
  return `p_${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .padEnd(16, '0')
    .slice(0, 16)}`
}

/** A participant, present and free to speak. */
export function somebody(name: string, seat: number, more: Partial<Participant> = {}): Participant {
  return {
    identity: identityOf(name),
    seat,
    name,
    avatar: { character: 'fox', palette: 'moss', accessory: 'none' },
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

/** An open meeting in which these people sit; everybody may speak. */
export function someSnapshot(names: readonly string[], more: Partial<MeetingSnapshot> = {}): MeetingSnapshot {
  return {
    meeting: 'm_aaaaaaaaaaaa',
    epoch: 1,
    revision: 1,
    phase: 'open',
    locked: false,
    hushed: false,
    carePause: false,
    together: NOTHING_TOGETHER,
    floor: { mode: 'open', speaker: null, fading: null, next: null, direction: 1, later: [], unhurried: false },
    hands: [],
    seats: 12,
    participants: names.map((name, seat) => somebody(name, seat)),
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

/** The server's word about oneself: a member on the porch of an open meeting. */
export function someMe(more: Partial<Me> = {}): Me {
  return {
    group: {
      name: 'Tuesday Circle',
      agreements: ['We speak of ourselves.'],
      question: null,
      host: 'Run by two neighbours.',
      consent: 1,
      seats: 12,
    },
    keyHolder: false,
    phase: 'open',
    locked: false,
    full: false,
    knock: 'none',
    identity: null,
    name: 'Quiet Fern',
    avatar: { character: 'fox', palette: 'moss', accessory: 'none' },
    serverTime: 1_000_000,
    ...more,
  }
}

/** A claimed chair in such a meeting. */
export function someSeat(name: string, snapshot: MeetingSnapshot, claim = 'c_1'): Seat {
  return { url: 'ws://here.test', token: 'a.b.c', identity: identityOf(name), claim, snapshot }
}
