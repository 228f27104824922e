// What both faces (page and space) see of a meeting: one store at human speed, one set of acts, two readers at frame speed.
// Types only; createSession.ts makes one.

import type { StoreApi } from 'zustand/vanilla'
import type { DoorEntry, Me } from '#protocol/api.ts'
import type { Identity, Knock, MeetingSnapshot } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { Pose } from '#protocol/pose.ts'
import type { PracticeView } from '#protocol/practice.ts'
import type { FeedbackAnswer } from '#protocol/feedback.ts'
import type { Gesture } from '#protocol/signals.ts'
import type { Ask, Refusal } from '../api/api.ts'
import type { Headset } from '../headset/headset.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Told } from './told.ts'

/**
 * loading: asking the server who we are · lost: no usable link or cookie · porch: preparing · waiting: knocked ·
 * circle: admitted, connected or getting there · companion: one sits at another page of one's own, and this one is its silent
 * second screen · pairing: about to sit down here with six digits · out: for the reason in `out`.
 */
export type Place = 'loading' | 'lost' | 'porch' | 'waiting' | 'circle' | 'companion' | 'pairing' | 'out'
export type OutReason = 'declined' | 'blocked' | 'removed' | 'left' | 'freed' | 'ended'
/** Where one's chair is when it is not here: at a device that six digits brought in, or in another window. */
export type ChairAt = 'device' | 'window'

/** recovering: the sentence on screen says that one's chair is kept and that it goes on by itself. */
export type ConnectionStatus = 'idle' | 'connecting' | 'connected' | 'recovering' | 'left'

/**
 * live: others hear it · off: by one's own choice · held: by the floor or the facilitator, released at the device ·
 * starting: permitted, on its way · unavailable: no device or no permission; the reason is in `trouble`.
 */
export type MicrophoneStatus = 'live' | 'off' | 'held' | 'starting' | 'unavailable'
export type MicrophoneTrouble = 'no-permission' | 'no-device' | 'device-in-use' | 'other'

export interface MicrophoneState {
  readonly status: MicrophoneStatus
  /** What the person wants whenever it is permitted. */
  readonly wanted: boolean
  readonly trouble: MicrophoneTrouble | null
  /** "You seem to be talking but your microphone is off": judged here, only while one has turned it off oneself. */
  readonly talkingWhileOff: boolean
}

/** idle: nothing was to be heard yet · suspended: the browser wants a press before anything is heard ("sit down again"). */
export type SoundStatus = 'idle' | 'running' | 'suspended'

/** One soft line, on screen long enough to be read and kept in the log. `text` is ready to show. */
export interface Note {
  readonly id: number
  readonly text: string
  readonly tone: 'calm' | 'attention'
  readonly atMs: number
}

export interface GestureMade {
  readonly identity: Identity
  readonly gesture: Gesture
  /** performance.now() when it arrived. */
  readonly atMs: number
}

export interface SessionState extends Told {
  readonly place: Place
  readonly out: OutReason | null
  /** Null while this page has the chair, or would have it. */
  readonly chairAt: ChairAt | null
  readonly me: Me | null
  readonly snapshot: MeetingSnapshot | null
  readonly identity: Identity | null
  /** Who waits at the door; only ever filled for those who hold it. */
  readonly door: readonly DoorEntry[]
  /** What the simulated company of a practice says and does; null outside of one. */
  readonly practice: PracticeView | null
  /** What was left at the door for those who run the meeting; never with a name. */
  readonly feedback: readonly string[]
  readonly connection: ConnectionStatus
  /** Of the private word that one is in: `connected` when the two can hear each other. */
  readonly asideConnection: ConnectionStatus
  readonly microphone: MicrophoneState
  readonly sound: SoundStatus
  /** Who is heard now, changed at most five times a second. */
  readonly speaking: ReadonlySet<Identity>
  /** The newest gestures, newest last; old ones fall off after four seconds. */
  readonly gestures: readonly GestureMade[]
  readonly notes: readonly Note[]
  /** How often one was asked to sit down in the middle anew. */
  readonly recentreAsked: number
  /** Per person, 0–1: "quieter for me". Absent means 1. */
  readonly quieter: Readonly<Record<Identity, number>>
  /** Server clock minus ours, ms. */
  readonly clockOffsetMs: number
}

export type { Headset, Refusal }

/** Every act of a person; each is one function that a button, a key and a board may call. Refusals are values and also become notes. */
export interface SessionActs {
  /** Asks to come in; key-holders are in at once. Resumes the audio context, so call it from the press itself. */
  knock(knock: Knock): Promise<Refusal | null>
  /** Sits down among the simulated company of a scenario. Resumes the audio context, so call it from the press itself. */
  practise(scenario: string): Promise<Refusal | null>
  /** Back to the porch: from waiting, or after leaving or being declined once. */
  withdraw(): Promise<void>
  suggestName(): Promise<string | null>
  /** Sends a command that the server decides on. */
  send(command: MeetingCommand): Promise<Refusal | null>
  /** Local, immediate; true when the microphone is wanted from now on. */
  toggleMicrophone(): void
  setMicrophoneWanted(wanted: boolean): void
  /** Two taps at the door, and a line if one likes; once for each meeting, also after leaving it. */
  giveFeedback(answer: FeedbackAnswer): Promise<Refusal | null>
  /** Writes a line; to whom is the meeting's rule (`snapshot.together.chat`). */
  say(text: string): Promise<Refusal | null>
  raiseHand(): Promise<Refusal | null>
  lowerHand(): Promise<Refusal | null>
  pass(): Promise<Refusal | null>
  /** Rest: microphone off at once, chair kept, others see a lowered head. */
  pause(): void
  /** To the porch: nothing is heard and one is not heard, at once; the chair is kept. `resume` comes back. */
  stepOut(): void
  /** Back from rest or from the porch. */
  resume(): void
  /** From a private word: silent in it at once, both are back in the circle when the server has heard it. */
  comeBackFromWord(): Promise<Refusal | null>
  gesture(gesture: Gesture): void
  /** Asks everybody in a headset to sit down in the middle anew; each answers for themselves. For those who run the meeting. */
  askToRecentre(): void
  /** 0–1, for this device only. */
  setQuieter(identity: Identity, gain: number): void
  /** Takes the chair back from another page. */
  comeBackHere(): Promise<void>
  /** This browser stands for somebody now, by six digits: finds out who one is, and sits down. Call it from a press. */
  sitHere(): void
  /** Lets the browser play sound; call it from a press. Presses on the page do so by themselves; a headset's do not. */
  resumeSound(): void
  /** Silences the microphone first, then leaves; never waits for the network. */
  leave(): void
  /** Gone: the microphone first, then the chair, then this page and its place in the history; nothing waits for the network. */
  vanish(): void
  /** Ends something of the page's own when it vanishes, after the microphone (a headset's session). Returns unsubscribe. */
  onVanish(end: () => void): () => void
  dismissNote(id: number): void
}

/** Frame speed: allocates nothing, reads buffers. */
export interface Presence {
  /** Where this person looks from; sent at most at POSE_RATE_HZ while it changes. */
  setOwn(pose: Pose): void
  /** Writes where somebody is drawn at `nowMs` (performance.now()) into `out`; false when nothing is known (use idle life). */
  sample(identity: Identity, nowMs: number, out: Pose): boolean
}

/** Frame speed: how loud somebody is, 0–1, smoothed for a mouth light. */
export interface Voices {
  level(identity: Identity): number
  /** Own head's turn about +y and its pitch in radians, in the seat's frame. */
  setListener(yaw: number, pitch: number): void
}

/** A microphone, loudspeaker or headset as the browser names it for this origin. */
export interface SoundDevice {
  readonly id: string
  readonly label: string
}

export interface DeviceList {
  readonly inputs: readonly SoundDevice[]
  /** Empty where the browser does not let pages choose. */
  readonly outputs: readonly SoundDevice[]
}

/** Devices of this machine. What was chosen is in the settings; a chosen device that is unplugged gives way to the default. */
export interface Devices {
  readonly list: StoreApi<DeviceList>
  /** Null: the system's own choice. */
  chooseInput(id: string | null): void
  chooseOutput(id: string | null): void
}

export interface MicrophoneCheck {
  /** Closes the device. */
  stop(): void
}

export interface Session {
  readonly store: StoreApi<SessionState>
  readonly acts: SessionActs
  readonly presence: Presence
  readonly voices: Voices
  readonly settings: SettingsStore
  readonly devices: Devices
  readonly headset: Headset
  /** Opens the chosen microphone for the porch's meter; `onLevel` gets 0–1 about 15 times a second. Call it from a press. */
  checkMicrophone(onLevel: (level: number) => void): Promise<MicrophoneCheck | MicrophoneTrouble>
  /** For panels that fetch something of their own. */
  readonly ask: Ask
  /** Ends timers, streams and the connection without leaving the chair. */
  stop(): void
}
