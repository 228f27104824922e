// What a connection to the media server looks like from inside: one link lives from one join to its end and is never reused.
// livekitRoom.ts opens real ones; tests open links in memory.

import type { Seat } from '#protocol/api.ts'

/**
 * Why a link ended by itself. duplicate: the same identity connected elsewhere · removed: the server put us out ·
 * refused: the gate said no for good · lost: anything that may work again in a moment.
 */
export type LinkEnd = 'duplicate' | 'removed' | 'refused' | 'lost'

/** What a link tells. Nothing is told after close() or after onEnded. */
export interface LinkEvents {
  /** The link lost the signal to the media server and tries to get it back; voices may go on meanwhile. */
  onSignalLost(): void
  /** Voices are gone too, and the link tries to repair itself. */
  onRecovering(): void
  /** Signal and voices are back. */
  onRecovered(): void
  onEnded(end: LinkEnd): void
  onMetadata(text: string): void
  /** A voice came (track) or went (null); `id` tells a new voice of the same person from the old one. */
  onVoice(identity: string, id: string, track: MediaStreamTrack | null): void
  /** Who sent it is what the media server says. */
  onData(topic: string, identity: string, payload: Uint8Array): void
  /** The media server changed what we may publish, or took a publication away. */
  onMicrophoneChanged(): void
}

/** Where the voices, poses and gestures of people come in. */
export type Relay = Pick<LinkEvents, 'onVoice' | 'onData'>

/** One published microphone. */
export interface Publication {
  readonly id: string
  readonly muted: boolean
  readonly track: MediaStreamTrack
}

export interface MicrophonePort {
  /** Lines that the connection's offers carry by now; many make a publication slow. */
  lines(): number
  /** What the media server permits now. */
  permitted(): boolean
  publications(): readonly Publication[]
  /** Resolves when the media server has it; rejects when it will not. Never stops the track. */
  publish(track: MediaStreamTrack): Promise<void>
  unpublish(id: string): Promise<void>
  /** Nothing is sent while muted; the publication stays, so that unmuting is immediate. */
  setMuted(id: string, muted: boolean): Promise<void>
}

export interface RoomLink {
  readonly microphone: MicrophonePort
  /** Reliable and small, to everybody. Rejects when it could not be sent. */
  sendSignal(payload: Uint8Array): Promise<void>
  /** Lossy, to everybody; false when it was not even tried. */
  sendPose(payload: Uint8Array): boolean
  /** A sum that grows while anything at all arrives from the media server; null when it cannot be read. */
  received(): Promise<number | null>
  /** Ends the link at once and silently. */
  close(): void
}

export type Opened = { readonly ok: true; readonly link: RoomLink } | { readonly ok: false; readonly end: LinkEnd }

/** Where to connect, and the name tag for it. */
export type Ticket = Pick<Seat, 'url' | 'token'>

/** Opens a link; never rejects. Aborting closes whatever was begun. */
export type OpenLink = (ticket: Ticket, events: LinkEvents, signal: AbortSignal) => Promise<Opened>
