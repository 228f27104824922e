// Looks into the rooms as LiveKit itself sees them, with its own key: for tests that must not take our server's word.

import { RoomServiceClient, TrackSource, type ParticipantInfo } from 'livekit-server-sdk'
import type { Stack } from './stack.ts'

export interface RoomView {
  /** Names of all rooms. */
  rooms(): Promise<string[]>
  /** Everybody in any room by order of identity, second connections and hidden ones too. */
  people(): Promise<ParticipantInfo[]>
  /** Identities of those whom LiveKit lets publish a microphone now, in order. */
  mayPublish(): Promise<string[]>
}

export function viewRooms(stack: Stack): RoomView {
  const { url, key, secret } = stack.livekit
  const client = new RoomServiceClient(url, key, secret)
  const rooms = async () => (await client.listRooms()).map((room) => room.name)
  const people = async () => {
    const lists = await Promise.all((await rooms()).map((room) => client.listParticipants(room)))
    return lists.flat().toSorted((a, b) => a.identity.localeCompare(b.identity))
  }
  const mayUseMicrophone = ({ permission }: ParticipantInfo) =>
    permission?.canPublish === true &&
    (permission.canPublishSources.length === 0 || permission.canPublishSources.includes(TrackSource.MICROPHONE))
  return {
    rooms,
    people,
    mayPublish: async () => (await people()).filter(mayUseMicrophone).map((one) => one.identity),
  }
}
