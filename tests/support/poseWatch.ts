// What a page hears of others' movements: the packets of the lossy way, kept as they come in, and the newest pose in them.

import type { Page } from 'playwright-core'
import { decodePose, type Pose } from '#protocol/pose.ts'
import { POSE_BYTES } from '#protocol/limits.ts'

declare global {
  interface Window {
    /** Packets of the lossy way that came in, newest last. */
    hearthsidePackets?: number[][]
  }
}

/** To be run before the page's own scripts. */
export const WATCH_PACKETS = `
  window.hearthsidePackets = []
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration) {
      super(configuration)
      this.addEventListener('datachannel', ({ channel }) =>
        channel.addEventListener('message', ({ data }) => {
          if (!(data instanceof ArrayBuffer) || data.byteLength > 60) return
          window.hearthsidePackets.push([...new Uint8Array(data)])
          if (window.hearthsidePackets.length > 50) window.hearthsidePackets.shift()
        }),
      )
    }
  }`

const LENGTHS = [POSE_BYTES - 1, 18, 12]

/** The newest pose that came to this page, with or without hands; null before any. */
export async function newestPose(page: Page): Promise<Pose | null> {
  const packets = await page.evaluate(() => window.hearthsidePackets ?? [])
  for (const packet of packets.toReversed()) {
    for (const length of LENGTHS) {
      const pose = decodePose(Uint8Array.from(packet.slice(-length)))?.pose
      if (pose) return pose
    }
  }
  return null
}

/** How far to the left a pose looks, radians. */
export function turnOf(pose: Pose): number {
  return 2 * Math.atan2(pose.qy, pose.qw)
}
