// What one whole frame of a headset asks of the card, both eyes together: draws and triangles, in every room, with everybody there who can
// be. The headset is emulated (IWER, a Quest 3), the session is entered as the button enters it, and three counts what it draws.
// Not in it: how long a real card takes for it.

import { ENVIRONMENTS } from '#protocol/meeting.ts'
import { HEADSET } from '../tests/support/headset.ts'
import { servePreviews } from '../tests/support/previewSite.ts'
import { openSpacePage } from '../tests/support/spacePage.ts'

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
    const space = await openSpacePage(site, scene, { size: [320, 200], before: HEADSET })
    const read = () => space.page.evaluate(() => window.preview?.info)
    const flat = await read()
    await space.page.evaluate(() => window.preview?.wear())
    const frames: StereoFrame[] = []
    for (const room of [...ENVIRONMENTS].toReversed()) {
      await space.show({ ...scene, environment: room })
      const info = await read()
      if (!info || !flat) throw new Error('nothing was drawn')
      frames.push({ room, draws: info.draws, triangles: info.triangles })
    }
    await space.close()
    // One eye of the lounge was counted before: a session that draws no more than that is none.
    if ((frames.at(-1)?.triangles ?? 0) < (flat?.triangles ?? 0) * 1.5) throw new Error('the headset was not entered')
    return frames
  } finally {
    await site.stop()
  }
}

/** The most of something, and which room has how much. */
export function most(frames: readonly StereoFrame[], what: 'draws' | 'triangles'): { value: number; how: string } {
  return {
    value: Math.max(...frames.map((one) => one[what])),
    how: `emulated Quest 3, both eyes: ${frames.map((one) => `${one.room} ${one[what]}`).join(', ')}`,
  }
}
