// The simulated people of a practice circle, as this page hears and sees them. Their murmurs, poses and gestures are made here and go in
// where a real person's come from the media server, so that floor, holds, direction and loudness treat them like everybody.

import type { StoreApi } from 'zustand/vanilla'
import { seatPlaces } from '#protocol/circle.ts'
import type { Identity } from '#protocol/meeting.ts'
import { maySpeak } from '#protocol/meeting.ts'
import { encodePose, type Pose } from '#protocol/pose.ts'
import type { PracticeView, Speech } from '#protocol/practice.ts'
import { POSE_TOPIC, SIGNAL_TOPIC } from '#protocol/signals.ts'
import { type Clock, startEvery } from '../meeting/clock.ts'
import type { SessionState } from '../meeting/session.ts'
import type { Relay } from '../room/roomPort.ts'
import { simulatedPose, turnTowards, yawBetween } from './simulatedPose.ts'

/** Samples of one murmur at a rate, computed where it does not make the picture stutter. */
export type RenderMurmur = (
  voice: number,
  seconds: number,
  utterance: number,
  sampleRate: number,
) => Promise<Float32Array<ArrayBuffer>>

export interface CompanyParts {
  readonly store: StoreApi<SessionState>
  readonly clock: Clock
  /** The page's one context; null until somebody sits down. */
  readonly context: () => AudioContext | null
  readonly relay: Relay
  readonly render: RenderMurmur
}

const POSE_EVERY_MS = 100
/** Enough for a murmur; more would only cost time. */
const SAMPLE_RATE = 24_000

interface Mouth {
  readonly destination: MediaStreamAudioDestinationNode
  readonly gain: GainNode
}

interface Saying {
  readonly speech: Speech
  source: AudioBufferSourceNode | null
  cut: boolean
}

/** What may be heard now: what is said by somebody whom the floor lets speak. */
export function audible(practice: PracticeView | null, snapshot: SessionState['snapshot']): readonly Speech[] {
  if (!practice || !snapshot?.practice) return []
  return practice.speeches.filter(({ identity }) => maySpeak(snapshot, identity))
}

/** Starts the company; returns what ends it. */
export function startCompany({ store, clock, context, relay, render }: CompanyParts): () => void {
  const mouths = new Map<Identity, Mouth>()
  const saying = new Map<number, Saying>()
  const heads = new Map<Identity, { yaw: number; sequence: number }>()
  const pose: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }
  let seenGesture = 0
  let lastMs = clock.nowMs()

  function mouthOf(identity: Identity, audio: AudioContext): Mouth {
    const known = mouths.get(identity)
    if (known) return known
    const destination = new MediaStreamAudioDestinationNode(audio, { channelCount: 1 })
    const gain = new GainNode(audio)
    gain.connect(destination)
    const mouth = { destination, gain }
    mouths.set(identity, mouth)
    relay.onVoice(identity, `simulated-${identity}`, destination.stream.getAudioTracks()[0] ?? null)
    return mouth
  }

  function closeMouth(identity: Identity): void {
    const mouth = mouths.get(identity)
    if (!mouth) return
    mouths.delete(identity)
    relay.onVoice(identity, `simulated-${identity}`, null)
    mouth.gain.disconnect()
  }

  async function say(one: Saying, voice: number): Promise<void> {
    const { speech } = one
    const samples = await render(voice, speech.seconds, speech.id, SAMPLE_RATE)
    const audio = context()
    if (one.cut || !audio || samples.length === 0) return
    const buffer = new AudioBuffer({ length: samples.length, numberOfChannels: 1, sampleRate: SAMPLE_RATE })
    buffer.copyToChannel(samples, 0)
    const source = new AudioBufferSourceNode(audio, { buffer })
    source.connect(mouthOf(speech.identity, audio).gain)
    const lateSeconds = (clock.wallMs() + store.getState().clockOffsetMs - speech.startsAt) / 1000
    source.start(0, Math.max(0, lateSeconds))
    one.source = source
  }

  function cut(one: Saying): void {
    one.cut = true
    saying.delete(one.speech.id)
    one.source?.stop()
    one.source?.disconnect()
  }

  function follow({ practice, snapshot, place, sound }: SessionState): void {
    const heard = place === 'circle' && sound === 'running' ? audible(practice, snapshot) : []
    for (const one of saying.values()) if (!heard.some(({ id }) => id === one.speech.id)) cut(one)
    const seated = new Set(place === 'circle' ? practice?.cast.map((one) => one.identity) : [])
    for (const identity of mouths.keys()) if (!seated.has(identity)) closeMouth(identity)
    for (const speech of heard) {
      if (saying.has(speech.id)) continue
      const voice = practice?.cast.find((one) => one.identity === speech.identity)?.voice
      if (voice === undefined) continue
      const one: Saying = { speech, source: null, cut: false }
      saying.set(speech.id, one)
      // Without its sound a speech is still a caption.
      say(one, voice).catch(() => {})
    }
    const made = practice?.gesture
    if (made && made.id > seenGesture) {
      seenGesture = made.id
      relay.onData(SIGNAL_TOPIC, made.identity, new TextEncoder().encode(JSON.stringify({ gesture: made.gesture })))
    }
  }

  /** Moves everybody a little; in a tenth of a second nobody moves far. */
  function move(): void {
    const { practice, snapshot, place } = store.getState()
    const nowMs = clock.nowMs()
    const passed = (nowMs - lastMs) / 1000
    lastMs = nowMs
    if (place !== 'circle' || !practice || !snapshot) return
    const places = seatPlaces(snapshot.seats)
    const speaker = audible(practice, snapshot)[0]?.identity ?? snapshot.floor.speaker
    const spoken = snapshot.participants.find((one) => one.identity === speaker)
    for (const { identity, voice } of practice.cast) {
      const me = snapshot.participants.find((one) => one.identity === identity)
      const from = me && places[me.seat]
      if (!me || !from || me.presence === 'away') continue
      const head = heads.get(identity) ?? { yaw: 0, sequence: 0 }
      heads.set(identity, head)
      const to = spoken && spoken !== me ? places[spoken.seat] : undefined
      head.yaw = turnTowards(head.yaw, to ? yawBetween(from, to) : 0, passed)
      const speaking = [...saying.values()].some(({ speech }) => speech.identity === identity)
      simulatedPose(voice, nowMs / 1000, head.yaw, { speaking, resting: me.presence === 'resting' }, pose)
      relay.onData(POSE_TOPIC, identity, encodePose(pose, head.sequence++, nowMs))
    }
  }

  const unsubscribe = store.subscribe(follow)
  const stopMoving = startEvery(clock, POSE_EVERY_MS, move)
  follow(store.getState())
  return () => {
    unsubscribe()
    stopMoving()
    for (const one of saying.values()) cut(one)
    for (const identity of mouths.keys()) closeMouth(identity)
  }
}
