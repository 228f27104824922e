// A test voice's microphone: speaks a steady tone into a room while it is published, and makes what is published equal to what is
// wanted and permitted, one serialised step at a time, as our page does.

import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  TrackPublishOptions,
  TrackSource,
  type Room,
} from '@livekit/rtc-node'
import { pause } from './clocks.ts'
import { createTone } from './tone.ts'

const RATE_HZ = 48_000
const FRAME_SAMPLES = RATE_HZ / 100
/** Sound that waits to be sent, at most: little, so that what is measured is the way and not the queue. */
const QUEUE_MS = 40
const TRY_AGAIN_MS = 50

export interface Microphone {
  readonly published: boolean
  /** Publishes and speaks, permitted or not; rejects when the media server refuses. */
  publish(): Promise<void>
  /** Makes it so that it is published exactly when `should()` says so; asks again after each step. */
  settle(): Promise<void>
  /** Ends the sound at once, without a word to the server. */
  stop(): void
}

export function createMicrophone(room: Room, hz: number, should: () => boolean): Microphone {
  let speaking: AbortController | null = null
  let queue = Promise.resolve()

  async function publish(): Promise<void> {
    const source = new AudioSource(RATE_HZ, 1, QUEUE_MS)
    const track = LocalAudioTrack.createAudioTrack('microphone', source)
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: true, red: true })
    await room.localParticipant?.publishTrack(track, options)
    const stop = new AbortController()
    speaking = stop
    void speak(source, stop.signal)
  }

  async function speak(source: AudioSource, stop: AbortSignal): Promise<void> {
    const tone = createTone(hz, RATE_HZ)
    while (!stop.aborted) {
      await source.captureFrame(new AudioFrame(tone(FRAME_SAMPLES), RATE_HZ, 1, FRAME_SAMPLES))
    }
    await source.close()
  }

  function stop(): void {
    speaking?.abort()
    speaking = null
  }

  async function unpublishAll(): Promise<void> {
    stop()
    const sids = [...(room.localParticipant?.trackPublications.keys() ?? [])]
    // The server may have taken it away already; then there is nothing left to take.
    for (const sid of sids) await room.localParticipant?.unpublishTrack(sid).catch(() => null)
  }

  async function step(): Promise<void> {
    while (should() !== (speaking !== null)) {
      await unpublishAll()
      if (should()) await publish().catch(() => pause(TRY_AGAIN_MS))
    }
  }

  return {
    get published() {
      return speaking !== null
    },
    publish,
    settle() {
      queue = queue.then(step)
      return queue
    },
    stop,
  }
}
