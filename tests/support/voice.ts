// A participant without a browser, over LiveKit's own Node client: speaks in a tone of its own and listens in samples. It learns
// what it may from the token that the media server hands over with every change of permission.

import { AudioStream, Room, RoomEvent, TrackKind, type RemoteTrack } from '@livekit/rtc-node'
import * as z from 'zod/mini'
import type { Seat } from '#protocol/api.ts'
import type { Identity } from '#protocol/meeting.ts'
import { within } from './clocks.ts'
import { createEars, EAR_RATE_HZ, type Ears } from './ears.ts'
import { createMicrophone } from './microphone.ts'
import { toneOf } from './tone.ts'

const CONNECT_MS = 15_000
const ALL_TONES = Array.from({ length: 10 }, (_, person) => toneOf(person))

export interface Voice {
  readonly identity: Identity
  readonly hz: number
  readonly room: Room
  readonly ears: Ears
  /** The newest token: the one of the seat, then every one that the media server handed over since. */
  readonly token: string
  /** What the newest token says about speaking. */
  readonly permitted: boolean
  /** Speaks whenever it is permitted, until `rest`. */
  speak(): Promise<void>
  rest(): Promise<void>
  /** Publishes, permitted or not, as a hostile client would; rejects when the media server refuses. */
  publishAnyway(): Promise<void>
  leave(): Promise<void>
}

const grants = z.object({ video: z.object({ canPublish: z.optional(z.boolean()) }) })

/** Connects with a seat's token through the server's own address. `person` chooses the tone, 0 to 9. Without `listens` one hears nothing. */
export async function connectVoice(
  seat: Pick<Seat, 'url' | 'token' | 'identity'>,
  person: number,
  { listens = true } = {},
): Promise<Voice> {
  const room = new Room()
  const ears = createEars(ALL_TONES)
  const newestToken = () => room.token ?? seat.token
  let wanted = false
  let permitted = maySpeakBy(seat.token)
  const microphone = createMicrophone(room, toneOf(person), () => wanted && permitted)

  room.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === TrackKind.KIND_AUDIO) void listen(track, ears)
  })
  room.on(RoomEvent.TokenRefreshed, () => {
    permitted = maySpeakBy(newestToken())
    void microphone.settle()
  })
  const options = { autoSubscribe: listens, dynacast: false }
  await within('connecting to the room', CONNECT_MS, room.connect(seat.url, seat.token, options))

  return {
    identity: seat.identity,
    hz: toneOf(person),
    room,
    ears,
    get token() {
      return newestToken()
    },
    get permitted() {
      return permitted
    },
    speak() {
      wanted = true
      return microphone.settle()
    },
    rest() {
      wanted = false
      return microphone.settle()
    },
    publishAnyway: () => microphone.publish(),
    async leave() {
      wanted = false
      microphone.stop()
      await room.disconnect()
    },
  }
}

async function listen(track: RemoteTrack, ears: Ears): Promise<void> {
  const stream = new AudioStream(track, { sampleRate: EAR_RATE_HZ, numChannels: 1, frameSizeMs: 20 })
  const take = ears.listen()
  for await (const frame of stream) take(frame.data, performance.now())
}

function maySpeakBy(token: string): boolean {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
  return z.parse(grants, JSON.parse(payload)).video.canPublish === true
}
