// The media server behind the domain's port: LiveKit by its API. Rights are always sent whole, because LiveKit takes what is
// left out for false, and always name the microphone, because an empty list of sources means all of them.

import { AccessToken, RoomServiceClient, TokenVerifier, TrackSource, TwirpError } from 'livekit-server-sdk'
import { MediaUnavailable } from '../meetings/ports.ts'
import type { MediaRights, MediaServer } from '../meetings/ports.ts'

export interface LiveKitAccess {
  /** http(s) origin of LiveKit's API. */
  readonly url: string
  readonly key: string
  readonly secret: string
}

/** Seconds that one call may take; the reconciler asks again. */
const CALL_SECONDS = 4
/** Seconds of life after which a token of ours is still recognised: a name tag does not wither. */
const EVER = 10 * 365 * 24 * 60 * 60
/** Seconds that LiveKit keeps a room in which nobody is yet, or nobody is any more. */
const EMPTY_SECONDS = 300

/** Makes the adapter. It holds no connection; every call stands alone. */
export function createMediaServer({ url, key, secret }: LiveKitAccess): MediaServer {
  const rooms = new RoomServiceClient(url, key, secret, { requestTimeout: CALL_SECONDS, failover: false })
  const verifier = new TokenVerifier(key, secret)

  return {
    async ensureRoom(room, metadata, maxParticipants) {
      // An existing room stays as it is: LiveKit ignores the metadata then, so old news never overwrites newer.
      await asked(
        rooms.createRoom({
          name: room,
          metadata,
          maxParticipants,
          emptyTimeout: EMPTY_SECONDS,
          departureTimeout: EMPTY_SECONDS,
        }),
      )
    },
    async deleteRoom(room) {
      await askedOr(undefined, rooms.deleteRoom(room))
    },
    async listRooms() {
      return (await asked(rooms.listRooms())).map((room) => room.name)
    },
    async participants(room) {
      const people = await askedOr([], rooms.listParticipants(room))
      return people.map(({ identity, permission }) => ({
        identity,
        rights: {
          hear: permission?.canSubscribe ?? false,
          speak: permission?.canPublish ?? false,
          data: permission?.canPublishData ?? false,
        },
      }))
    },
    async setRights(room, identity, rights) {
      await askedOr(undefined, rooms.updateParticipant(room, identity, { permission: permissionOf(rights) }))
    },
    async remove(room, identity) {
      await askedOr(undefined, rooms.removeParticipant(room, identity))
    },
    async setMetadata(room, metadata) {
      await asked(rooms.updateRoomMetadata(room, metadata))
    },
    async mint(room, identity, rights, lifeSeconds) {
      const { canUpdateMetadata, ...permission } = permissionOf(rights)
      const token = new AccessToken(key, secret, { identity, ttl: lifeSeconds })
      token.addGrant({ roomJoin: true, room, ...permission, canUpdateOwnMetadata: canUpdateMetadata })
      return await token.toJwt()
    },
    async verify(token) {
      try {
        const { sub, video } = await verifier.verify(token, EVER)
        return sub && video?.roomJoin === true && video.room ? { identity: sub, room: video.room } : null
      } catch {
        // Not a token of ours, for whatever reason: the answer is the same.
        return null
      }
    },
    async ready() {
      try {
        await rooms.listRooms(['ready'])
        return true
      } catch {
        // Unreachable and refusing our key are both "not ready".
        return false
      }
    },
  }
}

function permissionOf({ hear, speak, data }: MediaRights) {
  return {
    canSubscribe: hear,
    canPublish: speak,
    canPublishData: data,
    canPublishSources: [TrackSource.MICROPHONE],
    canUpdateMetadata: false,
    hidden: false,
    recorder: false,
  }
}

/** Waits for an answer; whatever goes wrong is MediaUnavailable. */
async function asked<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw new MediaUnavailable('LiveKit did not answer as asked', { cause: error })
  }
}

/** The same for a room or a person that may be gone already: then the answer is `missing`. */
async function askedOr<T, M>(missing: M, call: Promise<T>): Promise<T | M> {
  return await asked(
    call.catch((error: unknown) => {
      if (error instanceof TwirpError && error.code === 'not_found') return missing
      throw error
    }),
  )
}
