// How much has arrived from the media server so far, of any kind. In a silent circle there is no sound and hardly any data, but
// each path's consent is checked every few seconds (RFC 7675), and the answers count too.

import type { Room } from 'livekit-client'

/** Adds up everything received on all paths of a room; null when there is none to ask. */
export async function received(room: Pick<Room, 'engine'>): Promise<number | null> {
  const manager = room.engine?.pcManager
  if (!manager) return null
  let sum = 0
  for (const transport of [manager.subscriber, manager.publisher]) {
    const report = await transport?.getStats()
    report?.forEach((one: RTCStats & Partial<Record<string, unknown>>) => {
      if (one.type !== 'candidate-pair') return
      for (const key of ['packetsReceived', 'responsesReceived', 'requestsReceived']) {
        const value = one[key]
        if (typeof value === 'number') sum += value
      }
    })
  }
  return sum
}
