// Everybody moves all the time, and what their devices would send comes in as bytes: for figures of what a frame costs. The packets
// are made ahead, so that only their arrival is in the figure; count and clock are written into them as they leave.

import type { Identity } from '#protocol/meeting.ts'
import { encodePose, type HandPose, type Pose } from '#protocol/pose.ts'
import { createBrowserClock } from '../../../client/meeting/clock.ts'
import { createPresence } from '../../../client/presence/presence.ts'
import type { Presence } from '../../../client/meeting/session.ts'
import { createWandering, FRAMES_PER_POSE, wander } from '../wander.ts'

export interface Feed {
  readonly presence: Presence
  /** Brings a quarter of the poses; called with every frame. */
  bring(identities: readonly Identity[]): void
}

/** Two whole rounds of everybody's movement at 15 poses a second. */
const PACKETS = 210

const hand = (): HandPose => ({ x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: -1, shape: 'open' })

function makePackets(): readonly Uint8Array<ArrayBuffer>[] {
  const at = createWandering()
  const left = hand()
  const right = hand()
  const pose: Pose = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left, right }
  return Array.from({ length: PACKETS }, (_, i) => {
    wander(0, i / 15, at)
    pose.x = at.x
    pose.y = at.y
    pose.z = at.z
    pose.qy = Math.sin(at.yaw / 2) * Math.cos(at.pitch / 2)
    pose.qx = Math.cos(at.yaw / 2) * Math.sin(at.pitch / 2)
    pose.qz = -Math.sin(at.yaw / 2) * Math.sin(at.pitch / 2)
    pose.qw = Math.cos(at.yaw / 2) * Math.cos(at.pitch / 2)
    Object.assign(left, at.hands[0])
    Object.assign(right, at.hands[1])
    return encodePose(pose, 0, 0)
  })
}

export function createFeed(): Feed {
  const presence = createPresence(createBrowserClock(), () => true)
  let packets: readonly Uint8Array<ArrayBuffer>[] = []
  let known: readonly Identity[] = []
  let frame = 0
  return {
    presence,
    bring(identities) {
      if (packets.length === 0) packets = makePackets()
      if (identities !== known) presence.setPeople(identities)
      known = identities
      frame++
      const timeMs = Math.floor(performance.now()) & 0xffff
      for (let person = frame % FRAMES_PER_POSE; person < identities.length; person += FRAMES_PER_POSE) {
        const packet = packets[(Math.floor(frame / FRAMES_PER_POSE) + person * 25) % PACKETS]!
        packet[1] = (frame >> 8) & 0xff
        packet[2] = frame & 0xff
        packet[3] = timeMs >> 8
        packet[4] = timeMs & 0xff
        presence.receive(identities[person]!, packet)
      }
    },
  }
}
