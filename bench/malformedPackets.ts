// How many broken packets the readers of poses, signals and snapshots take without throwing, hanging or believing: random bytes,
// and good ones with bits turned, cut short or made longer. One that throws ends the measurement; so does a pose out of reach.

import { NOTHING_TOGETHER } from '#protocol/together.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { encodePose, HEAD_REACH, type Pose } from '#protocol/pose.ts'
import { createFollow } from '../client/meeting/follow.ts'
import { createGestures } from '../client/meeting/gestures.ts'
import { createSessionStore } from '../client/meeting/sessionStore.ts'
import { createPresence } from '../client/presence/presence.ts'
import type { Figure } from './figure.ts'

const POSES = 700_000
const SIGNALS = 250_000
const SNAPSHOTS = 150_000
const SENDER = 'p_0123456789abcdef'

const REST: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }
const HAND = { x: 0.2, y: -0.3, z: -0.2, dx: 0, dy: 0, dz: -1, shape: 'open' } as const
const SNAPSHOT: MeetingSnapshot = {
  meeting: 'm_0123456789ab',
  epoch: 1,
  revision: 7,
  phase: 'open',
  locked: false,
  hushed: false,
  carePause: false,
  together: NOTHING_TOGETHER,
  floor: { mode: 'piece', speaker: SENDER, fading: null, next: null, direction: 1, later: [], unhurried: false },
  hands: [],
  seats: 12,
  participants: [],
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
}

const below = (n: number) => Math.floor(Math.random() * n)

function randomBytes(longest: number): Uint8Array {
  return Uint8Array.from({ length: below(longest + 1) }, () => below(256))
}

/** Turns one to four bits of a packet, cuts it short or makes it longer. */
function broken(good: Uint8Array): Uint8Array {
  const kind = below(4)
  if (kind === 0) return good.slice(0, below(good.length))
  if (kind === 1) return Uint8Array.from([...good, ...randomBytes(8)])
  const bytes = good.slice()
  for (let turn = 0; turn <= below(4); turn++) {
    const at = below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8))
  }
  return bytes
}

const oneOf = (good: readonly Uint8Array[]) =>
  Math.random() < 0.2 ? randomBytes(80) : broken(good[below(good.length)] ?? new Uint8Array())

function feedPoses(): number {
  let nowMs = 0
  const clock = { nowMs: () => (nowMs += 30), wallMs: () => 0, after: () => () => {} }
  const presence = createPresence(clock, () => true)
  presence.setPeople([SENDER])
  const good = [REST, { ...REST, left: HAND }, { ...REST, left: HAND, right: HAND }].map((pose) =>
    encodePose(pose, 1, 1),
  )
  const seen = { ...REST }
  for (let i = 0; i < POSES; i++) {
    presence.receive(SENDER, oneOf(good))
    if (!presence.sample(SENDER, nowMs, seen)) continue
    const furthest = Math.max(Math.abs(seen.x), Math.abs(seen.y), Math.abs(seen.z))
    if (!(furthest <= HEAD_REACH + 0.005)) throw new Error(`a head was drawn ${furthest} m from its chair`)
  }
  return presence.dropped()
}

function feedSignals(): number {
  // Time passes at once, so that what was shown is gone again.
  let nowMs = 0
  const clock = {
    nowMs: () => (nowMs += 1000),
    wallMs: () => 0,
    after: (_: number, act: () => void) => (act(), () => {}),
  }
  const gestures = createGestures(createSessionStore(true), clock)
  const good = [new TextEncoder().encode('{"gesture":"wave"}')]
  for (let i = 0; i < SIGNALS; i++) gestures.receive(SENDER, oneOf(good))
  return gestures.dropped()
}

function feedSnapshots(): number {
  const follow = createFollow(() => {})
  const good = [new TextEncoder().encode(JSON.stringify(SNAPSHOT))]
  const decoder = new TextDecoder()
  for (let i = 0; i < SNAPSHOTS; i++) follow.takeText(decoder.decode(oneOf(good)))
  return follow.dropped()
}

export const malformedPackets: Figure = {
  name: 'malformed_packets_survived',
  unit: 'packets',
  wanted: { atLeast: 1_000_000 },
  async measure() {
    const dropped = feedPoses() + feedSignals() + feedSnapshots()
    return {
      value: POSES + SIGNALS + SNAPSHOTS,
      how: `${POSES} poses, ${SIGNALS} signals, ${SNAPSHOTS} snapshots, a fifth of them random bytes; ${dropped} dropped and counted, the rest still made sense`,
    }
  },
}
