// What is heard, as the rest of the client sees it. createSound.ts makes one over Web Audio.

import type { Identity } from '#protocol/meeting.ts'
import type { Place } from '#protocol/circle.ts'
import type { Distances } from './hearingPlaces.ts'
import type { SoundStatus, Voices } from '../meeting/session.ts'

export const CHIMES = ['your-turn', 'time-near', 'door', 'joined'] as const
export type Chime = (typeof CHIMES)[number]

/** Who is where, as far as ears need it. */
export interface Hearing {
  readonly own: Place
  readonly others: ReadonlyMap<Identity, Place>
  readonly distances: Distances
  /** During a private word: whose voice alone is near, the circle is quiet behind it. Null: everybody's. */
  readonly near: ReadonlySet<Identity> | null
}

export interface Sound extends Voices {
  status(): SoundStatus
  /** Makes the one AudioContext, running or suspended as the browser lets it. */
  open(): void
  /** Lets it run; from a press. Opens it when it is not open yet. */
  resume(): void
  /** Null until opened. */
  context(): AudioContext | null
  /** A voice came or went; `id` tells a new voice of the same person from an old one. */
  setVoice(identity: Identity, id: string, track: MediaStreamTrack | null): void
  /** Only voices of people in `hearing` are ever played; null: of nobody. */
  setHearing(hearing: Hearing | null): void
  /** One's own open device, for one's own light and for "you seem to be talking"; null when closed. */
  setOwnMicrophone(identity: Identity, track: MediaStreamTrack | null): void
  /** Others hear one's own voice now: only then it counts as speaking. */
  setOwnHeard(heard: boolean): void
  /** "Quieter for me", 0–1 each; absent means 1. */
  setQuieter(gains: Readonly<Record<Identity, number>>): void
  /** Null: the system's own choice. */
  setOutput(deviceId: string | null): void
  /** `forYou`: it concerns this person alone and may sound while somebody speaks. */
  chime(chime: Chime, forYou: boolean): void
  stop(): void
}

export interface SoundEvents {
  readonly onStatus: (status: SoundStatus) => void
  /** Changes at most five times a second. */
  readonly onSpeaking: (speaking: ReadonlySet<Identity>) => void
  /** One's own voice was heard at the device for a while, or not any more. */
  readonly onOwnTalking: (talking: boolean) => void
}

/** `output` is the id of the chosen loudspeaker; null: the system's own choice. */
export type CreateSound = (output: string | null, events: SoundEvents) => Sound
