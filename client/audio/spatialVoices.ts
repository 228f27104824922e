// Everybody's voice in one context: who is heard, from where, how loud, and who speaks. Only people of `hearing` are ever
// connected to the loudspeakers, whatever the media server sends.

import type { Identity } from '#protocol/meeting.ts'
import { directionTo, loudnessBetween } from './hearingPlaces.ts'
import { createSpeechGate, smoothLevel, type SpeechGate } from './level.ts'
import type { Hearing } from './sound.ts'
import { createVoice, type Route, type Voice } from './voice.ts'

/** As many voices get an HRTF; the others a stereo pan (FACTS: 50 voices then cost about 5 % of a core instead of 33). */
export const HRTF_VOICES = 8
/** A person who spoke within this time keeps their HRTF. */
const SPOKE_LATELY_MS = 15_000
/** "Who speaks" changes at most so often. */
const SPEAKING_EVERY_MS = 200
/** The circle behind a private word: there, and not to be followed (about −22 dB). */
const BEHIND = 0.08

export interface SpatialVoices {
  setVoice(identity: Identity, id: string, track: MediaStreamTrack | null): void
  setHearing(hearing: Hearing | null): void
  setQuieter(gains: Readonly<Record<Identity, number>>): void
  setListener(yaw: number, pitch: number): void
  level(identity: Identity): number
  /** Measures, turns and tells; to be called about 25 times a second. */
  tick(nowMs: number): void
  stop(): void
}

export interface SpatialVoicesOptions {
  readonly context: AudioContext
  readonly output: AudioNode
  readonly onSpeaking: (speaking: ReadonlySet<Identity>) => void
}

interface Heard {
  readonly id: string
  readonly track: MediaStreamTrack
  readonly gate: SpeechGate
  /** Null while the person is not in the circle: nothing is built, nothing is heard. */
  voice: Voice | null
  level: number
  speaking: boolean
  spokeAtMs: number
}

/** Whom HRTFs go to: those who spoke lately first, then the nearest; `ranked` holds what decides. */
export function chooseHrtf(
  ranked: readonly { readonly identity: Identity; readonly spokeAtMs: number; readonly distance: number }[],
  nowMs: number,
): ReadonlySet<Identity> {
  const lately = (spokeAtMs: number) => (nowMs - spokeAtMs < SPOKE_LATELY_MS ? spokeAtMs : -Infinity)
  const order = ranked.toSorted((a, b) => {
    const [first, second] = [lately(a.spokeAtMs), lately(b.spokeAtMs)]
    return first === second ? a.distance - b.distance : second - first
  })
  return new Set(order.slice(0, HRTF_VOICES).map((one) => one.identity))
}

/** Creates the voices of one context. */
export function createSpatialVoices({ context, output, onSpeaking }: SpatialVoicesOptions): SpatialVoices {
  // The browser loads its table of ears at the first HRTF and plays from the middle until it has: begun here, it is there in time.
  void new PannerNode(context, { panningModel: 'HRTF' })
  const heard = new Map<Identity, Heard>()
  const direction = { x: 0, y: 0, z: -1 }
  let hearing: Hearing | null = null
  let gains: Readonly<Record<Identity, number>> = {}
  let yaw = 0
  let pitch = 0
  let turned = true
  let told: ReadonlySet<Identity> = new Set()
  let toldAtMs = -Infinity

  function close(one: Heard) {
    one.voice?.close()
    one.voice = null
    one.level = 0
    one.speaking = false
  }

  function route(nowMs: number) {
    const own = hearing?.own
    if (!own) return
    const ranked = [...heard].flatMap(([identity, { voice, spokeAtMs }]) => {
      const place = hearing?.others.get(identity)
      return voice && place ? [{ identity, spokeAtMs, distance: Math.hypot(place.x - own.x, place.z - own.z) }] : []
    })
    const chosen = chooseHrtf(ranked, nowMs)
    for (const { identity } of ranked) heard.get(identity)?.voice?.setRoute(chosen.has(identity) ? 'hrtf' : 'pan')
  }

  /** Builds voices of those who sit in the circle, closes all others, and sets how loud each is. */
  function settle() {
    let open = 0
    for (const [identity, one] of heard) {
      const place = hearing?.others.get(identity)
      if (!hearing || !place) {
        close(one)
        continue
      }
      const first: Route = open++ < HRTF_VOICES ? 'hrtf' : 'pan'
      one.voice ??= createVoice(context, one.track, output, first)
      const behind = hearing.near && !hearing.near.has(identity) ? BEHIND : 1
      const loudness = loudnessBetween(hearing.own, place, hearing.distances)
      one.voice.setLoudness(loudness * (gains[identity] ?? 1) * behind)
    }
    // From their side from the first syllable on, not from the middle until the next tick.
    turned = true
    turn()
  }

  function turn() {
    const own = hearing?.own
    if (!turned || !own) return
    turned = false
    for (const [identity, { voice }] of heard) {
      const place = hearing?.others.get(identity)
      if (!voice || !place) continue
      directionTo(own, place, yaw, pitch, direction)
      voice.setDirection(direction)
    }
  }

  return {
    setVoice(identity, id, track) {
      const before = heard.get(identity)
      if (!track && before?.id !== id) return
      if (before) close(before)
      heard.delete(identity)
      if (track) {
        const gate = createSpeechGate()
        heard.set(identity, { id, track, gate, voice: null, level: 0, speaking: false, spokeAtMs: -Infinity })
      }
      settle()
    },
    setHearing(next) {
      hearing = next
      settle()
    },
    setQuieter(next) {
      gains = next
      settle()
    },
    setListener(nextYaw, nextPitch) {
      if (nextYaw === yaw && nextPitch === pitch) return
      yaw = nextYaw
      pitch = nextPitch
      turned = true
    },
    level: (identity) => heard.get(identity)?.level ?? 0,
    tick(nowMs) {
      let rerank = false
      for (const one of heard.values()) {
        if (!one.voice) continue
        one.level = smoothLevel(one.level, one.voice.measure())
        one.speaking = one.gate.hear(one.level, nowMs)
        if (!one.speaking) continue
        one.spokeAtMs = nowMs
        if (one.voice.route() === 'pan') rerank = true
      }
      if (rerank) route(nowMs)
      turn()
      if (nowMs - toldAtMs < SPEAKING_EVERY_MS) return
      let changed = false
      let count = 0
      for (const [identity, { speaking }] of heard) {
        if (speaking) count++
        if (speaking !== told.has(identity)) changed = true
      }
      if (!changed && count === told.size) return
      toldAtMs = nowMs
      told = new Set([...heard].filter(([, { speaking }]) => speaking).map(([identity]) => identity))
      onSpeaking(told)
    },
    stop() {
      for (const one of heard.values()) close(one)
      heard.clear()
    },
  }
}
