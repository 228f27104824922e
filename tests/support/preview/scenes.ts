// Every state of the pages that a person can meet, as the session would show it. For looking at, and for the checks of pages.

import { NO_CARE } from '#protocol/care.ts'
import { NOTHING_TOGETHER } from '#protocol/together.ts'
import type { Me } from '#protocol/api.ts'
import type { Floor, MeetingSnapshot } from '#protocol/meeting.ts'
import type { SessionState } from '../../../client/meeting/session.ts'
import { NOTHING_TOLD } from '../../../client/meeting/told.ts'
import { identityOf, people } from './people.ts'
import { someRun } from './someScript.ts'

const NOW = Date.now()

const me: Me = {
  group: {
    name: 'Wednesday Circle',
    agreements: [
      'What is said here stays here.',
      'We speak of ourselves, not of each other.',
      'No advice unless somebody asks for it.',
      'Anybody may pass, pause or leave at any time, without a reason.',
      'We come sober, and somewhere nobody else can listen.',
    ],
    question: 'What brings you here today?',
    host: 'The Wednesday Circle, an association in Utrecht, runs this on its own small computer and pays for it from gifts.',
    consent: 3,
    seats: 12,
  },
  keyHolder: false,
  phase: 'open',
  locked: false,
  full: false,
  knock: 'none',
  identity: null,
  name: 'Quiet Fern',
  avatar: { character: 'fox', palette: 'sea', accessory: 'scarf' },
  serverTime: NOW,
}

const snapshot: MeetingSnapshot = {
  meeting: 'm_aaaaaaaaaaaa',
  epoch: 1,
  revision: 7,
  phase: 'open',
  locked: false,
  hushed: false,
  carePause: false,
  together: NOTHING_TOGETHER,
  floor: { mode: 'open', speaker: null, fading: null, next: null, direction: 1, later: [], unhurried: false },
  hands: [],
  seats: 12,
  participants: people(7, 12),
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

const base: SessionState = {
  place: 'porch',
  out: null,
  chairAt: null,
  me,
  snapshot: null,
  identity: null,
  door: [],
  ...NOTHING_TOLD,
  practice: null,
  feedback: [],
  connection: 'idle',
  asideConnection: 'idle',
  microphone: { status: 'off', wanted: false, trouble: null, talkingWhileOff: false },
  sound: 'running',
  speaking: new Set(),
  gestures: [],
  notes: [],
  recentreAsked: 0,
  quieter: {},
  clockOffsetMs: 0,
}

const inside: SessionState = {
  ...base,
  place: 'circle',
  me: { ...me, knock: 'admitted', identity: identityOf(1) },
  snapshot,
  identity: identityOf(1),
  connection: 'connected',
  microphone: { status: 'live', wanted: true, trouble: null, talkingWhileOff: false },
  speaking: new Set([identityOf(3)]),
  notes: [{ id: 1, text: 'Little Owl sat down.', tone: 'calm', atMs: 0 }],
}

const held = { status: 'held', wanted: true, trouble: null, talkingWhileOff: false } as const
const piece = (speaker: number, next: number) => ({
  ...snapshot,
  floor: {
    mode: 'piece',
    speaker: identityOf(speaker),
    fading: null,
    next: identityOf(next),
    direction: 1,
    later: [],
    unhurried: false,
  } satisfies Floor,
})
const oneVoice = (speaker: number) => ({
  ...snapshot,
  floor: {
    mode: 'one-voice',
    speaker: identityOf(speaker),
    fading: null,
    next: null,
    direction: 1,
    later: [],
    unhurried: false,
  } satisfies Floor,
})
const door = [
  {
    knock: 'k1',
    name: 'Paper Moon',
    avatar: { character: 'hare', palette: 'rose', accessory: 'none' },
    firstTime: true,
    answer: 'My sister told me about you. I have not slept much lately.',
    since: NOW - 4 * 60_000,
  },
  {
    knock: 'k2',
    name: 'Second Wind',
    avatar: { character: 'hooded', palette: 'slate', accessory: 'none' },
    firstTime: false,
    answer: null,
    since: NOW - 20_000,
  },
] as const
const running: SessionState = {
  ...inside,
  me: { ...me, keyHolder: true, knock: 'admitted', identity: identityOf(0) },
  identity: identityOf(0),
  door,
}
const question = (open: boolean, counts: number[] | null) => ({
  id: 1,
  kind: 'temperature' as const,
  question: 'How are you just now?',
  endsAt: NOW + 50_000,
  open,
  up: [],
  answered: counts === null ? 3 : counts.reduce((sum, one) => sum + one, 0),
  counts,
})
const out = (reason: SessionState['out']): SessionState => ({ ...base, place: 'out', out: reason })

export const SCENES = {
  porch: base,
  'porch-closed': { ...base, me: { ...me, phase: 'closed' } },
  'porch-key': { ...base, me: { ...me, keyHolder: true, phase: 'closed' } },
  arriving: { ...base, place: 'loading', me: null },
  lost: { ...base, place: 'lost', me: null },
  waiting: { ...base, place: 'waiting', me: { ...me, knock: 'waiting', waitingSince: NOW - 3 * 60_000 } },
  'waiting-closed': {
    ...base,
    place: 'waiting',
    me: { ...me, phase: 'closed', knock: 'wait-closed', waitingSince: NOW },
  },
  declined: out('declined'),
  blocked: out('blocked'),
  removed: out('removed'),
  left: out('left'),
  freed: out('freed'),
  ended: out('ended'),
  pairing: { ...base, place: 'pairing', me: null },
  companion: { ...inside, place: 'companion', chairAt: 'device', connection: 'left', speaking: new Set() },
  'companion-window': { ...inside, place: 'companion', chairAt: 'window', connection: 'left', speaking: new Set() },
  'facilitator-companion': {
    ...running,
    place: 'companion',
    chairAt: 'device',
    connection: 'left',
    speaking: new Set(),
  },
  open: inside,
  off: { ...inside, microphone: { status: 'off', wanted: false, trouble: null, talkingWhileOff: true } },
  held: { ...inside, snapshot: piece(3, 1), microphone: held },
  holder: { ...inside, snapshot: piece(1, 2), speaking: new Set([identityOf(1)]) },
  hands: {
    ...inside,
    microphone: { ...held, wanted: false },
    snapshot: {
      ...snapshot,
      floor: { ...snapshot.floor, mode: 'hands', speaker: identityOf(4) },
      hands: [identityOf(2), identityOf(1)],
    },
    speaking: new Set([identityOf(4)]),
  },
  silence: {
    ...inside,
    microphone: held,
    speaking: new Set(),
    snapshot: { ...snapshot, floor: { ...snapshot.floor, mode: 'silence' } },
  },
  resting: {
    ...inside,
    microphone: { status: 'off', wanted: false, trouble: null, talkingWhileOff: false },
    snapshot: {
      ...snapshot,
      participants: snapshot.participants.map((one, at) => (at === 1 ? { ...one, presence: 'resting' } : one)),
    },
  },
  unavailable: {
    ...inside,
    microphone: { status: 'unavailable', wanted: true, trouble: 'no-permission', talkingWhileOff: false },
  },
  connecting: { ...inside, snapshot, connection: 'connecting', microphone: { ...held, status: 'starting' } },
  recovering: { ...inside, connection: 'recovering', microphone: { ...held, status: 'starting' } },
  suspended: { ...inside, sound: 'suspended' },
  safe: {
    ...inside,
    snapshot: {
      ...piece(3, 1),
      phase: 'safe',
      locked: true,
      closesAt: NOW + 170_000,
      participants: snapshot.participants.map((one, at) => (at === 0 ? { ...one, presence: 'away' } : one)),
    },
    microphone: held,
  },
  closing: { ...inside, snapshot: { ...snapshot, phase: 'closing', closesAt: NOW + 45_000 } },
  facilitator: running,
  'facilitator-closed': {
    ...running,
    door: [],
    snapshot: { ...snapshot, phase: 'closed', participants: people(1, 12) },
    speaking: new Set(),
    microphone: held,
  },
  'facilitator-piece': { ...running, snapshot: { ...piece(3, 4), hands: [identityOf(5)] }, microphone: held, door: [] },
  'facilitator-flood': {
    ...running,
    door: Array.from({ length: 23 }, (_, at) => ({ ...door[1], knock: `k${at}`, name: `Second Wind ${at + 1}` })),
    snapshot: {
      ...snapshot,
      participants: snapshot.participants.map((one, at) => (at === 1 ? { ...one, presence: 'away' } : one)),
    },
  },
  hush: { ...running, door: [], snapshot: { ...snapshot, hushed: true, locked: true } },
  script: {
    ...inside,
    snapshot: {
      ...oneVoice(3),
      script: someRun(NOW),
      lamp: { startedAt: NOW - 60_000, endsAt: NOW + 180_000, counts: 'step' },
    },
    microphone: held,
  },
  reader: {
    ...inside,
    snapshot: {
      ...oneVoice(1),
      script: someRun(NOW),
      lamp: { startedAt: NOW - 60_000, endsAt: NOW + 180_000, counts: 'step' },
      participants: snapshot.participants.map((one, at) => (at === 1 ? { ...one, role: 'reader' } : one)),
    },
    scriptText: { step: 2, text: 'We came because we were tired of being alone.\n\nRead slowly. There is time.' },
  },
  'facilitator-script': {
    ...running,
    door: [],
    snapshot: { ...oneVoice(3), script: someRun(NOW, { skipped: [3] }) },
    firstTimers: [identityOf(3)],
    microphone: held,
  },
  'facilitator-paused': {
    ...running,
    door: [],
    snapshot: { ...oneVoice(3), script: someRun(NOW, { pausedAt: NOW - 30_000, paused: true }) },
    microphone: held,
  },
  care: {
    ...running,
    snapshot: {
      ...snapshot,
      carePause: true,
      participants: snapshot.participants.map((one, at) =>
        at === 5 ? { ...one, byDoor: true } : at === 2 ? { ...one, aside: true } : one,
      ),
    },
    care: { ...NO_CARE, needHelp: [identityOf(4)], asked: [{ from: identityOf(6), crisis: false }] },
  },
  question: {
    ...inside,
    snapshot: { ...snapshot, together: { ...NOTHING_TOGETHER, chat: 'all', poll: question(true, null) } },
    chat: [
      { id: 1, from: identityOf(3), name: 'Slow River', text: 'I am here, only quiet today.', toAll: true, at: NOW },
    ],
  },
  answered: {
    ...inside,
    snapshot: { ...snapshot, together: { ...NOTHING_TOGETHER, poll: question(false, [0, 1, 3, 2, 1]) } },
  },
  checkout: {
    ...running,
    snapshot: {
      ...snapshot,
      together: {
        ...NOTHING_TOGETHER,
        ring: NOW,
        checkout: [
          { identity: identityOf(2), word: 'lighter' },
          { identity: identityOf(3), word: '' },
        ],
      },
    },
    milestones: { mine: null, asked: [{ identity: identityOf(5), kind: 'candle', words: 'A month' }] },
  },
  reminded: { ...inside, care: { ...NO_CARE, nudge: 2, help: 'seen' } },
  aside: {
    ...inside,
    care: { ...NO_CARE, aside: { room: 1, with: identityOf(0), crisis: false, leads: false, since: NOW } },
  },
  'aside-crisis': {
    ...running,
    care: { ...NO_CARE, aside: { room: 1, with: identityOf(4), crisis: true, leads: true, since: NOW - 7 * 60_000 } },
  },
  many: { ...inside, snapshot: { ...snapshot, seats: 50, participants: people(50, 50) } },
} as const satisfies Record<string, SessionState>

export type SceneName = keyof typeof SCENES

export function isSceneName(name: string): name is SceneName {
  return name in SCENES
}
