// Puts a session together: who we are (arrival), the meeting's snapshot (follow), the chair (circle), what may be done (acts).
// Everything of the browser comes in through SessionParts, so that a test can be the browser; browserParts.ts is the real one.

import type { Me } from '#protocol/api.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import type { Api } from '../api/api.ts'
import type { EventStream } from '../api/events.ts'
import type { CreateDevices } from '../audio/devices.ts'
import type { CreateSound, Sound } from '../audio/sound.ts'
import { createHeadset, type XrPort } from '../headset/createHeadset.ts'
import type { OpenMicrophone } from '../room/microphoneDevice.ts'
import type { OpenLink, Relay } from '../room/roomPort.ts'
import { createSettings, type SettingsStorage, type SettingsStore } from '../settings/settings.ts'
import { createActs } from './acts.ts'
import { announce } from './announce.ts'
import { announceCare } from './announceCare.ts'
import { startArrival } from './arrival.ts'
import { createCircle } from './circle.ts'
import type { Clock } from './clock.ts'
import { betterOffset } from './clockOffset.ts'
import { createConnectionNotes } from './connectionNotes.ts'
import { errorSentence } from './errorSentences.ts'
import { createFollow } from './follow.ts'
import { createMicrophoneView } from './microphoneView.ts'
import { createNotes } from './notes.ts'
import { endedAt, type Local, placeOf } from './placeOf.ts'
import type { MicrophoneCheck, MicrophoneTrouble, Session } from './session.ts'
import { createSessionStore, type SessionStore } from './sessionStore.ts'
import { isPairing, keepChairAt, keptChairAt } from './pageMemory.ts'
import { type Address, takeLink } from './takeLink.ts'
import { NOTHING_TOLD, toldBy } from './told.ts'

const DOOR_CHIME_EVERY_MS = 5000

export interface SessionParts {
  readonly api: Api
  readonly openEvents: (url: string) => EventStream
  readonly address: Address
  readonly clock: Clock
  /** 0–1. */
  readonly random: () => number
  /** Null where storage is forbidden. */
  readonly storage: SettingsStorage | null
  /** navigator.xr; null where the browser has none. */
  readonly xr: XrPort | null
  /** The page came by https, or from this very machine. */
  readonly secure: boolean
  readonly createSound: CreateSound
  readonly createDevices: CreateDevices
  /** The media SDK is loaded by the first link, or ahead of it while somebody waits. */
  readonly createOpenLink: (context: () => AudioContext | null) => {
    readonly open: OpenLink
    readonly preload: () => void
  }
  readonly openMicrophone: OpenMicrophone
  readonly checkMicrophone: (
    deviceId: string | null,
    onLevel: (level: number) => void,
  ) => Promise<MicrophoneCheck | MicrophoneTrouble>
  /** Lets the simulated company of a practice be heard and seen; loads nothing before there is one. */
  readonly startPractice: (store: SessionStore, relay: Relay, context: () => AudioContext | null) => () => void
  /** Lets the room's own sound follow the meeting; returns what ends it. */
  readonly startRoomSound: (
    store: SessionStore,
    settings: SettingsStore,
    context: () => AudioContext | null,
  ) => () => void
  /** Calls back whenever the page comes to life again: visible, online, out of the cache. Returns unsubscribe. */
  readonly onAwake: (act: () => void) => () => void
  /** Empties the page and puts a neutral one in its place and in its place in the history. */
  readonly vanish: () => void
  /** Calls back at each press on the page. Returns unsubscribe. */
  readonly onPress: (act: () => void) => () => void
}

/** Creates the session of this page and begins to arrive. */
export function createSession(parts: SessionParts): Session {
  const { api, clock, random } = parts
  const settings = createSettings(parts.storage)
  const remembered = settings.getState()
  const store = createSessionStore(remembered.microphoneWanted && !remembered.holdToTalk)
  const notes = createNotes(store, clock)
  const connectionNotes = createConnectionNotes(store, notes, clock)
  const microphoneView = createMicrophoneView(store, () => sound)
  let doorQuietUntil = -Infinity
  const link = takeLink(parts.address)
  let local: Local = {
    left: false,
    again: false,
    ended: false,
    chairAt: keptChairAt(parts.address),
    pairing: isPairing(parts.address),
  }
  store.setState({ chairAt: local.chairAt, ...(local.pairing ? { place: 'pairing' } : {}) })
  /** Somebody took our digits: when the chair goes from here next, it goes to them. */
  let paired = false

  const sound = parts.createSound(remembered.outputDevice, {
    onStatus(status) {
      store.setState({ sound: status })
      if (status === 'running') circle.soundRuns()
    },
    onSpeaking: (speaking) => store.setState({ speaking }),
    onOwnTalking: (talking) => microphoneView.setTalking(talking),
  })
  const devices = parts.createDevices(settings, () => {
    notes.add('A microphone or loudspeaker was unplugged. The usual one is used now.')
  })

  const follow = createFollow((next, before) => {
    if (before?.meeting !== next.meeting) rememberQuieter(next)
    store.setState({ snapshot: next })
    circle.apply()
    announce(next, before, store.getState().identity, notes, chimes)
  })

  /** "Quieter for me" lasts as long as the meeting: identities are new in each. */
  function rememberQuieter({ meeting }: MeetingSnapshot) {
    const kept = settings.getState().quieter
    const quieter = kept.meeting === meeting ? kept.gains : {}
    store.setState({ quieter })
    sound.setQuieter(quieter)
  }

  const chimes: Pick<Sound, 'chime'> = {
    chime(chime, forYou) {
      // A second screen is silent.
      if (settings.getState().chimes && local.chairAt === null) sound.chime(chime, forYou)
    },
  }

  const media = parts.createOpenLink(() => sound.context())
  const circle = createCircle({
    api,
    store,
    follow,
    sound,
    clock,
    random,
    openLink: media.open,
    openMicrophone: parts.openMicrophone,
    wanted: store.getState().microphone.wanted,
    deviceId: remembered.inputDevice,
    onConnection(connection) {
      const before = store.getState().connection
      store.setState({ connection })
      microphoneView.show(circle.microphone.state())
      connectionNotes.mediaChanged(connection, before)
    },
    onMicrophone: (facts) => microphoneView.show(facts),
    onOut(why) {
      if (why === 'moved') setLocal({ chairAt: paired ? 'device' : 'window' })
      else arrival.poke()
    },
  })

  function settle() {
    const { me, place, out } = store.getState()
    if (!me) return
    const where = placeOf(me, local)
    if (where.place !== place || where.out !== out) store.setState(where)
    if (where.place === 'waiting' || (where.place === 'porch' && me.keyHolder)) media.preload()
    if (where.place === 'circle') {
      sound.open()
      circle.enter()
      return
    }
    if (place === 'circle') circle.leave()
    if (where.place === 'companion') return
    if (place === 'circle' || place === 'companion') store.setState(NOTHING_TOLD)
    // What is not ours to see any more is not kept on the page; a key-holder sees the meeting from the porch too.
    const { snapshot, identity, door } = store.getState()
    if (identity) store.setState({ identity: null })
    if (me.keyHolder && where.place !== 'out') return
    follow.reset()
    if (snapshot || door.length > 0) store.setState({ snapshot: null, door: [] })
  }

  function setLocal(change: Partial<Local>) {
    local = { ...local, ...change }
    if (local.chairAt !== store.getState().chairAt) {
      store.setState({ chairAt: local.chairAt })
      keepChairAt(parts.address, local.chairAt)
    }
    settle()
  }

  function onMe(me: Me) {
    const { me: before, clockOffsetMs: known } = store.getState()
    store.setState({ me, clockOffsetMs: betterOffset(before && known, me.serverTime, clock.wallMs()) })
    // The server has not heard yet that we left: say it again.
    if (local.left && me.knock === 'admitted') api.leave()
    if (me.knock === 'admitted' && me.identity) store.setState({ identity: me.identity })
    if (endedAt(store.getState().place, me)) local = { ...local, ended: true }
    settle()
  }

  const arrival = startArrival({
    api,
    openEvents: parts.openEvents,
    clock,
    random,
    link,
    onMe,
    onDoor(entries) {
      const known = new Set(store.getState().door.map((one) => one.knock))
      store.setState({ door: entries })
      // Many who knock at once are one sound and not forty.
      const now = clock.nowMs()
      if (entries.every((one) => known.has(one.knock)) || now < doorQuietUntil) return
      doorQuietUntil = now + DOOR_CHIME_EVERY_MS
      chimes.chime('door', true)
    },
    onSnapshot: (snapshot) => void follow.take(snapshot),
    onClaimed: (claim) => circle.claimed(claim),
    onPaired() {
      paired = true
      notes.add('Your other device has your digits. Your chair goes there as soon as it sits down.')
      // Who waits goes on waiting here and there, and will sit there.
      if (store.getState().place === 'waiting') setLocal({ chairAt: 'device' })
    },
    onPractice: (practice) => store.setState({ practice }),
    onMilestones(milestones) {
      const known = store.getState().milestones.asked
      store.setState({ milestones })
      const fresh = milestones.asked.some(({ identity }) => !known.some((one) => one.identity === identity))
      if (fresh) notes.add('Somebody would like to mark something.', 'attention')
    },
    onFeedback: (feedback) => store.setState({ feedback }),
    onTold: (event) => store.setState(toldBy(event)),
    onCare(care) {
      const { care: before, snapshot, me } = store.getState()
      store.setState({ care })
      circle.apply()
      announceCare(care, before, { snapshot, agreements: me?.group.agreements ?? [], notes, sound: chimes })
    },
    onLost(refusal) {
      if (local.pairing) return
      circle.leave()
      follow.reset()
      store.setState({ place: 'lost', out: null, me: null, snapshot: null, identity: null, door: [] })
      store.setState(NOTHING_TOLD)
      notes.add(errorSentence(refusal.code), 'attention')
    },
    onUnreachable: () => connectionNotes.serverAway(),
    onReachable: () => connectionNotes.serverBack(),
  })

  const unsubscribe = [
    parts.onAwake(() => {
      if (store.getState().sound === 'suspended') sound.resume()
      arrival.poke()
      circle.poke()
    }),
    parts.onPress(() => {
      if (store.getState().sound === 'suspended') sound.resume()
    }),
    settings.subscribe((next, before) => {
      if (next.inputDevice !== before.inputDevice) circle.microphone.setDevice(next.inputDevice)
      if (next.outputDevice !== before.outputDevice) sound.setOutput(next.outputDevice)
    }),
    parts.startRoomSound(store, settings, () => sound.context()),
    parts.startPractice(store, circle.relay, () => sound.context()),
    devices.onChange(() => circle.microphone.retryDevice()),
  ]

  const acts = createActs({
    api,
    store,
    settings,
    circle,
    follow,
    sound,
    notes,
    takeMe: (me) => arrival.take(me),
    setLocal,
    vanish() {
      stop()
      parts.vanish()
    },
    arriveAnew() {
      local = { ...local, pairing: false, left: false, chairAt: null }
      parts.address.history.replaceState(null, '', '/')
      follow.reset()
      store.setState({
        place: 'loading',
        out: null,
        me: null,
        chairAt: null,
        snapshot: null,
        identity: null,
        door: [],
      })
      store.setState(NOTHING_TOLD)
      arrival.anew()
    },
  })
  const { xr, secure } = parts
  const headset = createHeadset({ xr, secure, store, acts, notes, hands: () => settings.getState().comfort.hands })

  function stop() {
    for (const off of unsubscribe) off()
    headset.stop()
    arrival.stop()
    circle.leave()
    devices.stop()
    sound.stop()
  }

  return {
    store,
    acts,
    headset,
    presence: circle.presence,
    voices: sound,
    ask: api.ask,
    settings,
    devices,
    checkMicrophone: (onLevel) => parts.checkMicrophone(settings.getState().inputDevice, onLevel),
    stop,
  }
}
