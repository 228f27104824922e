// One page over a server, a media server, a sound card and a browser that exist only in the test.

import type { Me, Seat } from '#protocol/api.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import type { Answer, Api, Refusal } from '../../client/api/api.ts'
import { createDevices } from '../../client/audio/devices.ts'
import type { Sound, SoundEvents } from '../../client/audio/sound.ts'
import { createSession, type SessionParts } from '../../client/meeting/createSession.ts'
import { createHandClock } from './handClock.ts'
import { createMemoryEvents } from './memoryEvents.ts'
import { createMemoryLinks } from './memoryLinks.ts'
import { asMediaTrack, createMemoryTrack, type MemoryTrack } from './memoryTrack.ts'
import { identityOf, someMe, someSeat, someSnapshot } from './someSnapshot.ts'

export interface MemorySessionOptions {
  readonly hash?: string
  readonly me?: Partial<Me>
  /** Sound needs a press before it runs, as after a reload. */
  readonly soundNeedsPress?: boolean
  readonly storage?: SessionParts['storage']
  readonly path?: string
  /** What this entry of the tab's history remembers; the same object again is the page loaded again. */
  readonly tab?: { state: unknown }
  readonly xr?: SessionParts['xr']
}

/** Opens the page; it has not asked the server anything yet. */
export function openPage({
  hash = '',
  me = {},
  soundNeedsPress = false,
  storage = null,
  path = '/',
  tab = { state: null },
  xr = null,
}: MemorySessionOptions = {}) {
  const clock = createHandClock()
  const events = createMemoryEvents()
  const links = createMemoryLinks()
  const asked: string[] = []
  const chimes: string[] = []
  const opened: MemoryTrack[] = []
  const addressBar: string[] = []
  const awake = new Set<() => void>()
  const press = new Set<() => void>()
  let soundEvents: SoundEvents | null = null
  let preloads = 0

  /** The server, as the test wants it to answer; `refuse` names what it refuses and why. */
  const server = {
    me: someMe(me),
    snapshot: someSnapshot(['Quiet Fern', 'Warm Stone']),
    refuse: new Map<string, Refusal>(),
    claim: 1,
    /** Changes what the server says of this person, and lets its clock go on. */
    now(change: Partial<Me>): Me {
      server.me = { ...server.me, serverTime: server.me.serverTime + 1, ...change }
      return server.me
    },
    /** A newer snapshot. */
    later(change: Partial<MeetingSnapshot>): MeetingSnapshot {
      server.snapshot = { ...server.snapshot, revision: server.snapshot.revision + 1, ...change }
      return server.snapshot
    },
  }
  async function answer<T>(what: string, value: () => T): Promise<Answer<T>> {
    asked.push(what)
    await Promise.resolve()
    const refusal = server.refuse.get(what.split(' ')[0] ?? '')
    return refusal ? { ok: false, refusal } : { ok: true, value: value() }
  }
  const api: Api = {
    ask: async (method, path, read) => {
      asked.push(`${method} ${path}`)
      const value = read(null)
      return value === undefined ? { ok: false, refusal: { code: 'offline' } } : { ok: true, value }
    },
    enter: ({ kind }) => answer(`enter ${kind}`, () => null),
    me: () => answer('me', () => server.me),
    pseudonym: () => answer('pseudonym', () => 'Slow River'),
    knock: () => answer('knock', () => server.me),
    practise: () => answer('practise', () => server.me),
    withdraw: () => answer('withdraw', () => server.me),
    seat: () => answer<Seat>('seat', () => someSeat(server.me.name, server.snapshot, `c_${server.claim++}`)),
    giveFeedback: () => answer('feedback', () => null),
    say: () => answer('say', () => null),
    side: () => answer('side', () => ({ url: 'ws://here.test', token: 'side', identity: identityOf(server.me.name) })),
    meeting: () => answer('meeting', () => server.snapshot),
    command: (command: MeetingCommand) => answer(`command ${command.type}`, () => server.snapshot),
    leave: () => void asked.push('leave'),
    eventsUrl: '/api/me/events',
  }

  const sound: Sound = {
    status: () => session.store.getState().sound,
    open: () => soundEvents?.onStatus(soundNeedsPress ? 'suspended' : 'running'),
    resume: () => soundEvents?.onStatus('running'),
    context: () => null,
    setVoice: (identity, id, track) => void heard.push(`${track ? 'voice' : 'no voice'} ${identity} ${id}`),
    setHearing(hearing) {
      hearingNow = hearing ? [...hearing.others.keys()] : null
      nearNow = hearing?.near ? [...hearing.near] : null
    },
    setOwnMicrophone: () => {},
    setOwnHeard: () => {},
    setQuieter: (gains) => void (gainsNow = gains),
    setOutput: (id) => void heard.push(`output ${id}`),
    chime: (chime, forYou) => void chimes.push(forYou ? `${chime} for you` : chime),
    level: () => 0,
    setListener: () => {},
    stop: () => {},
  }
  const heard: string[] = []
  let hearingNow: readonly string[] | null = null
  let nearNow: readonly string[] | null = null
  let gainsNow: Readonly<Record<string, number>> = {}

  const session = createSession({
    api,
    openEvents: events.open,
    clock,
    random: () => 0.5,
    storage,
    address: {
      location: { hash, pathname: path, search: '' },
      history: {
        get state() {
          return tab.state
        },
        replaceState(state: unknown, _title: string, url?: string | URL | null) {
          tab.state = state
          addressBar.push(String(url))
        },
      },
    },
    xr,
    secure: true,
    createSound(_output, told) {
      soundEvents = told
      return sound
    },
    createDevices: (settings, onUnplugged) => createDevices(null, false, settings, onUnplugged),
    createOpenLink: () => ({ open: links.open, preload: () => void preloads++ }),
    async openMicrophone() {
      const track = createMemoryTrack()
      opened.push(track)
      return asMediaTrack(track)
    },
    checkMicrophone: () => Promise.resolve('no-device'),
    startPractice: () => () => {},
    startRoomSound: () => () => {},
    vanish: () => void asked.push('vanish'),
    onAwake(act) {
      awake.add(act)
      return () => awake.delete(act)
    },
    onPress(act) {
      press.add(act)
      return () => press.delete(act)
    },
  })

  return {
    session,
    state: () => session.store.getState(),
    clock,
    server,
    events,
    links,
    asked,
    chimes,
    heard,
    addressBar,
    preloads: () => preloads,
    soundEvents: () => soundEvents,
    hearing: () => hearingNow,
    near: () => nearNow,
    gains: () => gainsNow,
    light: () => opened.some((one) => one.readyState === 'live'),
    said: () => session.store.getState().notes.map(({ text }) => text),
    wake: () => awake.forEach((act) => act()),
    press: () => press.forEach((act) => act()),
    /** Lets everything that is on its way arrive. */
    settle: () => clock.pass(0),
    /** Lets everything arrive that the microphone and the media server have to say to each other. */
    async deliver() {
      const { microphone } = links.last()
      await clock.pass(0)
      while (microphone.toServer() || microphone.toClient() || microphone.negotiate()) await clock.pass(0)
    },
    /** The server tells this person something through the stream. */
    tell(change: Partial<Me>) {
      events.send({ type: 'me', me: server.now(change) })
    },
    snapshot(change: Partial<MeetingSnapshot>) {
      events.send({ type: 'snapshot', snapshot: server.later(change) })
    },
  }
}
