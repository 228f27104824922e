// How much garbage a frame of the room makes with fifty people who all move, beyond what a frame of an empty scene of three makes.
// Every frame brings a quarter of the people's poses as bytes, as at 60 frames and 15 poses a second. Sampled by V8, every 256
// bytes, with what was collected meanwhile. Not in it: the network, sound, and the pages over the room.

import { type Figure, rounded } from './figure.ts'
import { ROOM_READY, serveBench } from './benchSite.ts'
import { frameCost } from './frameScript.ts'

export const garbagePerFrame: Figure = {
  name: 'garbage_kb_per_frame_over_empty_n50',
  unit: 'KB',
  wanted: { atMost: 2 },
  async measure() {
    const site = await serveBench()
    try {
      const empty = await frameCost(site.empty, 'true', true)
      const room = await frameCost(site.room(50), ROOM_READY, true)
      const kb = (bytes: number) => rounded(bytes / 1024)
      return {
        value: kb(room.garbageBytes - empty.garbageBytes),
        how: `300 frames each; the room with 50 people ${kb(room.garbageBytes)} KB a frame, an empty scene ${kb(empty.garbageBytes)} KB`,
      }
    } finally {
      await site.stop()
    }
  },
}
