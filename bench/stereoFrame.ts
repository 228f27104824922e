// What one whole frame of a headset asks of the card, both eyes together: draws and triangles, in every room, with everybody there who can
// be, all of them in view or not. Counted by three for one eye and doubled: three draws each thing once per eye, and nothing of ours is left out
// for being out of sight. Not in it: what a headset adds to the room itself (hands, boards), which is not in the flat view.

import { ENVIRONMENTS } from '#protocol/meeting.ts'
import { openSpacePage } from '../tests/support/spacePage.ts'
import { servePreviews } from '../tests/support/previewSite.ts'

const EYES = 2

export interface StereoFrame {
  readonly room: string
  readonly draws: number
  readonly triangles: number
}

/** Every room with so many people, one of them with the piece and one with a hand raised. */
export async function stereoFrames(people: number): Promise<readonly StereoFrame[]> {
  const site = await servePreviews()
  try {
    const scene = { seats: people, people, piece: 3, hands: [2], speaking: [3], facilitator: 1 }
    const space = await openSpacePage(site, scene, { size: [320, 200] })
    const frames: StereoFrame[] = []
    for (const room of ENVIRONMENTS) {
      await space.show({ ...scene, environment: room })
      const info = await space.page.evaluate(() => window.preview?.info)
      if (!info) throw new Error('nothing was drawn')
      frames.push({ room, draws: info.draws * EYES, triangles: info.triangles * EYES })
    }
    await space.close()
    return frames
  } finally {
    await site.stop()
  }
}

/** The most of something, and which room has how much. */
export function most(frames: readonly StereoFrame[], what: 'draws' | 'triangles'): { value: number; how: string } {
  return {
    value: Math.max(...frames.map((one) => one[what])),
    how: `both eyes, counted for one and doubled: ${frames.map((one) => `${one.room} ${one[what]}`).join(', ')}`,
  }
}
