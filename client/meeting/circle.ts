// Everything that runs only while one has a chair: the connection, the microphone, the others' voices and poses.
// It starts when the place becomes `circle` and ends at once when it is left.

import type { Seat } from '#protocol/api.ts'
import { isDimmed, maySpeak, type Participant } from '#protocol/meeting.ts'
import { type Gesture, POSE_TOPIC, SIGNAL_TOPIC } from '#protocol/signals.ts'
import type { Api } from '../api/api.ts'
import type { Sound } from '../audio/sound.ts'
import { createPresence, type PresenceCore } from '../presence/presence.ts'
import type { OpenMicrophone } from '../room/microphoneDevice.ts'
import { createMicrophoneQueue, type MicrophoneFacts, type MicrophoneQueue } from '../room/microphoneQueue.ts'
import { createRoomConnection } from '../room/roomConnection.ts'
import type { OpenLink, Relay, RoomLink } from '../room/roomPort.ts'
import { createChairClaim } from './chairClaim.ts'
import type { Clock } from './clock.ts'
import type { Follow } from './follow.ts'
import { createGestures } from './gestures.ts'
import type { ConnectionStatus } from './session.ts'
import { createSideRoom } from './sideRoom.ts'
import type { SessionStore } from './sessionStore.ts'
import { hearingOf } from './hearingOf.ts'

/** A link whose offers have grown so long is worth replacing: where a browser does not take lines again, each pass adds one. */
const MANY_LINES = 24
/** A moment in which nobody has spoken for so long, oneself included, is quiet. */
const QUIET_MS = 2_000

export interface CircleOptions {
  readonly api: Api
  readonly store: SessionStore
  readonly follow: Follow
  readonly sound: Sound
  readonly clock: Clock
  readonly random: () => number
  readonly openLink: OpenLink
  readonly openMicrophone: OpenMicrophone
  readonly wanted: boolean
  readonly deviceId: string | null
  readonly onConnection: (status: ConnectionStatus) => void
  readonly onMicrophone: (facts: MicrophoneFacts) => void
  readonly onOut: (why: 'moved' | 'not-ours') => void
}

/** How one is here: back in the round, at rest in the chair, or on the porch, where nothing is heard. The command says the same. */
export type Stay = 'return' | 'rest' | 'step-out'

export interface Circle {
  readonly presence: PresenceCore
  readonly microphone: MicrophoneQueue
  /** Where voices, poses and gestures come in: from the media server, and from a practice's simulated company. */
  readonly relay: Relay
  /** Connects; does nothing when it is connected or getting there. */
  enter(): void
  /** Microphone first, then the connection; immediate. */
  leave(): void
  poke(): void
  /** Makes microphone, ears and poses follow the store's snapshot. */
  apply(): void
  /** The sound began to run: from now on one may be heard as well as hear. */
  soundRuns(): void
  /** Back from a private word: its microphone first, then its connection, at once. */
  comeBack(): void
  /** At once, before the server has heard it. */
  setStay(stay: Stay): void
  gesture(gesture: Gesture): void
  /** Asks everybody in a headset to sit down in the middle anew; nothing for somebody who does not run the meeting. */
  askToRecentre(): void
  /** The server's word that some page claimed the chair. */
  claimed(claim: string): void
}

function stayOf(presence: Participant['presence']): Stay {
  if (presence === 'porch') return 'step-out'
  return presence === 'resting' ? 'rest' : 'return'
}

/** Creates the circle, not entered. */
export function createCircle(options: CircleOptions): Circle {
  const { api, store, follow, sound, clock, onOut } = options
  const gestures = createGestures(store, clock)
  let link: RoomLink | null = null
  let entered = false
  /** Nobody is heard before they could hear: a page that was loaded again waits for a press. */
  let hasHeard = false
  let cancelRenewal = () => {}
  let quietSinceMs = clock.nowMs()
  /** What one has just chosen; null once the snapshot says the same. */
  let stay: Stay | null = null

  const presence = createPresence(clock, (bytes) =>
    // How one sits in a private word is nobody else's.
    side.isOpen() ? false : (link?.sendPose(bytes) ?? false),
  )
  const microphone = createMicrophoneQueue({
    openDevice: options.openMicrophone,
    clock,
    wanted: options.wanted,
    deviceId: options.deviceId,
    onState(facts) {
      options.onMicrophone(facts)
      if ((link?.microphone.lines() ?? 0) >= MANY_LINES) renewWhenQuiet()
    },
    onDevice(track) {
      const { identity } = store.getState()
      if (identity) sound.setOwnMicrophone(identity, track)
    },
  })

  /** Waits for a quiet moment, looking once a second. */
  function renewWhenQuiet() {
    cancelRenewal()
    const { speaking, microphone: own } = store.getState()
    if (speaking.size > 0 || own.status === 'live' || own.status === 'starting') quietSinceMs = clock.nowMs()
    if (clock.nowMs() - quietSinceMs >= QUIET_MS) return connection.renew()
    cancelRenewal = clock.after(1_000, renewWhenQuiet)
  }

  function onSeat(seat: Seat) {
    store.setState({ identity: seat.identity })
    // The same snapshot may have come before it was known who we are in it.
    if (!follow.take(seat.snapshot)) apply()
  }

  const claim = createChairClaim(api, clock, () => leaveTo('moved'))
  function linkMicrophone() {
    const used = side.isOpen() ? side.link() : link
    microphone.setLink(hasHeard ? (used?.microphone ?? null) : null)
  }

  const side = createSideRoom({
    api,
    sound,
    clock,
    random: options.random,
    openLink: options.openLink,
    onStatus: (asideConnection) => store.setState({ asideConnection }),
    onLink: () => linkMicrophone(),
    onMicrophoneChanged: () => microphone.poke(),
  })

  const relay: Relay = {
    onVoice: (identity, id, track) => sound.setVoice(identity, id, track),
    onData(topic, identity, payload) {
      if (topic === POSE_TOPIC) presence.receive(identity, payload)
      if (topic === SIGNAL_TOPIC && isSeen(identity)) gestures.receive(identity, payload)
    },
  }

  const connection = createRoomConnection({
    claim: () => claim.make(),
    open: options.openLink,
    clock,
    random: options.random,
    onSeat,
    onStatus: options.onConnection,
    onLink(next) {
      link = next
      cancelRenewal()
      linkMicrophone()
    },
    relay: {
      ...relay,
      onMetadata: (text) => follow.takeText(text),
      onMicrophoneChanged: () => microphone.poke(),
    },
    onOut(why) {
      leaveTo(why)
    },
  })

  function isSeen(identity: string): boolean {
    const { snapshot } = store.getState()
    const here = snapshot?.participants.some((one) => one.identity === identity) ?? false
    return snapshot !== null && here && !isDimmed(snapshot, identity)
  }

  function apply() {
    const { snapshot, identity } = store.getState()
    if (!entered || !snapshot) return
    const own = snapshot.participants.find((one) => one.identity === identity)
    side.follow(own?.aside === true)
    microphone.setAllowed(side.isOpen() || (identity !== null && maySpeak(snapshot, identity)))
    const others = snapshot.participants.filter((one) => one !== own)
    if (own && stay === stayOf(own.presence)) stay = null
    const onPorch = (stay ?? (own && stayOf(own.presence))) === 'step-out'
    presence.setPeople(others.map((one) => one.identity))
    const other = store.getState().care.aside?.with
    const near = side.isOpen() ? new Set(other === undefined ? [] : [other]) : null
    sound.setHearing(onPorch ? null : hearingOf(snapshot, identity, near))
  }

  function leave() {
    entered = false
    claim.forget()
    microphone.setAllowed(null)
    microphone.setLink(null)
    cancelRenewal()
    side.follow(false)
    connection.leave()
    sound.setHearing(null)
    presence.setPeople([])
  }

  function leaveTo(why: 'moved' | 'not-ours') {
    leave()
    onOut(why)
  }

  return {
    presence,
    microphone,
    relay,
    enter() {
      if (entered) return
      entered = true
      connection.start()
      apply()
    },
    leave,
    poke() {
      connection.poke()
      side.poke()
    },
    apply,
    soundRuns() {
      if (hasHeard) return
      hasHeard = true
      linkMicrophone()
    },
    comeBack() {
      side.leave()
      apply()
    },
    setStay(next) {
      stay = next
      microphone.setResting(next !== 'return')
      apply()
    },
    gesture(gesture) {
      const { identity } = store.getState()
      const bytes = identity && gestures.make(identity, gesture)
      // A gesture that did not go out is over before it could be sent again.
      if (bytes) link?.sendSignal(bytes).catch(() => {})
    },
    askToRecentre() {
      const { identity } = store.getState()
      const bytes = identity && gestures.askToRecentre(identity)
      // What did not go out may be asked again.
      if (bytes) link?.sendSignal(bytes).catch(() => {})
    },
    claimed: (name) => claim.hear(name),
  }
}
