// A session without a meeting behind it: people as asked for, who sit, speak and gesture as the preview says.

import { NOTHING_TOGETHER } from '#protocol/together.ts'
import { createStore } from 'zustand/vanilla'
import {
  ACCESSORIES,
  CHARACTERS,
  PALETTES,
  type Accessory,
  type Character,
  type Environment,
  type MeetingSnapshot,
  type Palette,
  type Participant,
} from '#protocol/meeting.ts'
import type { Gesture } from '#protocol/signals.ts'
import { createHeadset } from '../../../client/headset/createHeadset.ts'
import { createSettings } from '../../../client/settings/settings.ts'
import { createFeed } from './feed.ts'
import type { DeviceList, GestureMade, Session, SessionActs, SessionState } from '../../../client/meeting/session.ts'
import { NOTHING_TOLD } from '../../../client/meeting/told.ts'

const NAMES = [
  'Quiet Heron',
  'Fern',
  'Slow River',
  'Amber Moss',
  'Small Lantern',
  'Wren',
  'North Window',
  'Kind Pebble',
  'Tall Grass',
  'Plum Evening',
  'Birch',
  'Soft Rain',
]

export interface Scene {
  readonly seats: number
  readonly people: number
  readonly environment: Environment
  readonly dim: boolean
  /** Everybody is this, or one after the other. */
  readonly character: Character | null
  readonly palette: Palette | null
  readonly accessory: Accessory | null
  /** By seat: a gesture, and the moment of it that is held, milliseconds after it began. */
  readonly gestures: Readonly<Record<number, readonly [Gesture, number]>>
  /** Seat numbers. */
  readonly speaking: readonly number[]
  readonly hands: readonly number[]
  readonly resting: readonly number[]
  readonly away: readonly number[]
  readonly held: readonly number[]
  readonly piece: number | null
  readonly facilitator: number | null
  /** Everybody moves, and their poses come as over the network. */
  readonly fed: boolean
  /** On the lamp; null when there is none. */
  readonly minutesLeft: number | null
  /** Whose milestone is marked, with what, and how many seconds ago it was handed over. */
  readonly milestone: readonly [seat: number, kind: 'chip' | 'candle', seconds: number] | null
  /** For how many seconds the closing ring of light has burned. */
  readonly ring: number | null
}

export const identityOf = (seat: number): string => `p_${String(seat).padStart(16, '0')}`

function participantAt(scene: Scene, seat: number): Participant {
  const away = scene.away.includes(seat)
  const resting = scene.resting.includes(seat)
  return {
    identity: identityOf(seat),
    seat,
    name: NAMES[seat % NAMES.length]! + (seat < NAMES.length ? '' : ` ${Math.floor(seat / NAMES.length) + 1}`),
    avatar: {
      character: scene.character ?? CHARACTERS[(seat * 3 + 1) % CHARACTERS.length]!,
      palette: scene.palette ?? PALETTES[(seat * 5 + 2) % PALETTES.length]!,
      accessory: scene.accessory ?? ACCESSORIES[(seat * 3) % 7] ?? 'none',
    },
    role: seat === scene.facilitator ? 'facilitator' : 'member',
    keyHolder: seat === scene.facilitator,
    presence: away ? 'away' : resting ? 'resting' : 'present',
    held: scene.held.includes(seat),
    byDoor: false,
    aside: false,
    vouched: true,
  }
}

/** A step of ten minutes of which so many are left. */
function lampOf(minutesLeft: number): NonNullable<MeetingSnapshot['lamp']> {
  const endsAt = Date.now() + minutesLeft * 60_000
  return { startedAt: endsAt - 600_000, endsAt, counts: 'step' }
}

function togetherOf({ milestone, ring }: Scene): MeetingSnapshot['together'] {
  const ago = (seconds: number) => Date.now() - seconds * 1000
  const [seat = 0, kind = 'chip', seconds = 0] = milestone ?? []
  return {
    ...NOTHING_TOGETHER,
    milestone: milestone && { identity: identityOf(seat), kind, words: 'one year', since: ago(seconds) },
    ring: ring === null ? null : ago(ring),
  }
}

/** Describes the meeting of a scene. Seats fill from one's own chair outwards to both sides' opposites. */
export function snapshotOf(scene: Scene): MeetingSnapshot {
  const order = Array.from({ length: scene.seats }, (_, i) => (i * 5) % scene.seats)
  const taken = (scene.seats % 5 === 0 ? order.map((_, i) => i) : order).slice(0, scene.people).sort((a, b) => a - b)
  return {
    meeting: 'm_000000000000',
    epoch: 1,
    revision: 1,
    phase: 'open',
    locked: false,
    hushed: false,
    carePause: false,
    together: togetherOf(scene),
    floor: {
      mode: scene.piece === null ? 'open' : 'piece',
      speaker: scene.piece === null ? null : identityOf(scene.piece),
      fading: null,
      next: null,
      direction: 1,
      later: [],
      unhurried: false,
    },
    hands: scene.hands.map(identityOf),
    seats: scene.seats,
    participants: taken.map((seat) => participantAt(scene, seat)),
    environment: scene.environment,
    dim: scene.dim,
    closesAt: null,
    script: null,
    lamp: scene.minutesLeft === null ? null : lampOf(scene.minutesLeft),
    shareSeconds: null,
    succession: [],
    standsInFor: null,
    standing: [],
    announcement: null,
  }
}

export interface FixtureSession extends Session {
  /** Shows another scene. */
  change(scene: Scene): void
  /** Keeps gestures at their moment and brings poses; called with every frame. */
  tick(): void
}

const nothing = () => undefined
const noRefusal = () => Promise.resolve(null)

const ACTS: SessionActs = {
  practise: async () => null,
  knock: noRefusal,
  withdraw: () => Promise.resolve(),
  suggestName: () => Promise.resolve(null),
  send: noRefusal,
  toggleMicrophone: nothing,
  setMicrophoneWanted: nothing,
  say: noRefusal,
  giveFeedback: noRefusal,
  onVanish: () => nothing,
  raiseHand: noRefusal,
  lowerHand: noRefusal,
  pass: noRefusal,
  pause: nothing,
  stepOut: nothing,
  resume: nothing,
  comeBackFromWord: noRefusal,
  gesture: nothing,
  askToRecentre: nothing,
  setQuieter: nothing,
  comeBackHere: () => Promise.resolve(),
  sitHere: nothing,
  resumeSound: nothing,
  leave: nothing,
  vanish: () => undefined,
  dismissNote: nothing,
}

/** Creates a session that shows a scene. */
export function fixtureSession(scene: Scene): FixtureSession {
  let current = scene
  const feed = createFeed()
  const identitiesOf = (of: Scene) => snapshotOf(of).participants.map((one) => one.identity)
  let identities = identitiesOf(scene)
  const speaking = () => new Set(current.speaking.map(identityOf))
  let loud = speaking()
  const store = createStore<SessionState>(() => ({
    place: 'circle',
    out: null,
    chairAt: null,
    me: null,
    snapshot: snapshotOf(scene),
    identity: identityOf(0),
    door: [],
    ...NOTHING_TOLD,
    practice: null,
    feedback: [],
    connection: 'connected',
    asideConnection: 'idle',
    microphone: { status: 'live', wanted: true, trouble: null, talkingWhileOff: false },
    sound: 'running',
    speaking: speaking(),
    gestures: [],
    notes: [],
    recentreAsked: 0,
    quieter: {},
    clockOffsetMs: 0,
  }))
  const headset = createHeadset({
    xr: navigator.xr ?? null,
    secure: true,
    store,
    acts: ACTS,
    notes: { add: nothing },
    hands: () => true,
  })
  return {
    store,
    acts: ACTS,
    headset,
    presence: feed.presence,
    voices: {
      level: (identity) => (loud.has(identity) ? 0.75 : 0),
      setListener: nothing,
    },
    settings: createSettings(null),
    devices: {
      list: createStore<DeviceList>(() => ({ inputs: [], outputs: [] })),
      chooseInput: nothing,
      chooseOutput: nothing,
    },
    ask: async () => ({ ok: false, refusal: { code: 'offline' } }),
    checkMicrophone: () => Promise.resolve('no-device'),
    stop: nothing,
    change(next) {
      current = next
      identities = identitiesOf(next)
      loud = speaking()
      store.setState({ snapshot: snapshotOf(next), speaking: speaking() })
    },
    tick() {
      if (current.fed) feed.bring(identities)
      const held = Object.entries(current.gestures)
      if (held.length === 0) return
      const now = performance.now()
      store.setState({
        gestures: held.map(([seat, [gesture, agoMs]]): GestureMade => {
          return { identity: identityOf(Number(seat)), gesture, atMs: now - agoMs }
        }),
      })
    },
  }
}
