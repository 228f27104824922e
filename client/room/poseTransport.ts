// Poses over a data track, the cheapest way through the media server; where that cannot be had, over lossy data packets.
// Both ways are always listened to. Nothing is queued: a pose that cannot go now is old before it could.

import type { LocalDataTrack, RemoteDataTrack, Room } from 'livekit-client'
import { RoomEvent } from 'livekit-client'
import { POSE_TOPIC } from '#protocol/signals.ts'

/** So many frames in a row that were refused mean that the track is gone on the other side. */
const REFUSED_MOST = 30
/** Frames waiting in front of us: two are enough, older ones are of no use. */
const BUFFERED = 2

export interface PoseTransport {
  /** After connecting: publishes the way out. */
  start(): void
  /** Copies the bytes and sends them; false when there is no way yet. */
  send(payload: Uint8Array): boolean
}

/** Listens to everybody's poses from now on. */
export function createPoseTransport(
  room: Room,
  onPose: (identity: string, payload: Uint8Array) => void,
): PoseTransport {
  let track: LocalDataTrack | null = null
  let packets = false
  let refused = 0
  /** One pose track a person; more are not subscribed to. */
  const trackOf = new Map<string, string>()

  async function listen(remote: RemoteDataTrack) {
    const { sid, name, usesE2ee } = remote.info
    const identity = remote.publisherIdentity
    // A subscription with the other encryption setting would end the whole connection (FACTS).
    if (name !== POSE_TOPIC || usesE2ee || trackOf.has(identity)) return
    trackOf.set(identity, sid)
    const reader = remote.subscribe({ bufferSize: BUFFERED }).getReader()
    try {
      for (let frame = await reader.read(); !frame.done; frame = await reader.read()) {
        onPose(identity, frame.value.payload)
      }
    } catch {
      // The track ended or the connection did; a new track is announced anew.
    } finally {
      if (trackOf.get(identity) === sid) trackOf.delete(identity)
    }
  }

  async function publish() {
    refused = 0
    try {
      track = await room.localParticipant.publishDataTrack({ name: POSE_TOPIC })
    } catch {
      // An older server, or not allowed now: the plain way.
      packets = true
    }
  }

  function onRefused() {
    if (++refused !== REFUSED_MOST) return
    track = null
    void publish()
  }

  room
    .on(RoomEvent.DataTrackPublished, (remote) => void listen(remote))
    .on(RoomEvent.DataTrackUnpublished, (sid) => {
      for (const [identity, known] of trackOf) if (known === sid) trackOf.delete(identity)
    })

  return {
    start: () => void publish(),
    send(payload) {
      const bytes = new Uint8Array(payload)
      if (track) {
        track.tryPush({ payload: bytes }).then(() => (refused = 0), onRefused)
        return true
      }
      if (!packets) return false
      // Lossy by intent.
      room.localParticipant.publishData(bytes, { reliable: false, topic: POSE_TOPIC }).catch(() => {})
      return true
    },
  }
}
