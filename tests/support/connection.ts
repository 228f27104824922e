// One person's connection as the media server names it: the same name means that nothing was torn down in between.

import { RoomServiceClient } from 'livekit-server-sdk'
import type { Circle } from './circle.ts'
import type { Stack } from './stack.ts'

/** Somebody's connection and what they publish over it, as the media server names them. @throws Error when they are not there. */
export async function connectionOf(stack: Stack, circle: Circle, name: string): Promise<string> {
  const { participants } = await circle.facilitator.person.meeting()
  const identity = participants.find((one) => one.name === name)?.identity
  const { url, key, secret } = stack.livekit
  const rooms = new RoomServiceClient(url, key, secret)
  const [room] = await rooms.listRooms()
  const found = (await rooms.listParticipants(room?.name ?? '')).find((each) => each.identity === identity)
  if (!found) throw new Error(`${name} is not connected`)
  return [found.sid, ...found.tracks.map((track) => track.sid)].join(' ')
}
