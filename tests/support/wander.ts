// How people who never sit still move: the same for our own room and for those it is compared with.

export interface Wandering {
  /** Metres from the seat's eye point. */
  x: number
  y: number
  z: number
  /** Radians about +y and +x. */
  yaw: number
  pitch: number
  /** Metres from the eye point, left hand and right hand. */
  readonly hands: readonly [{ x: number; y: number; z: number }, { x: number; y: number; z: number }]
}

export function createWandering(): Wandering {
  return {
    x: 0,
    y: 0,
    z: 0,
    yaw: 0,
    pitch: 0,
    hands: [
      { x: 0, y: 0, z: 0 },
      { x: 0, y: 0, z: 0 },
    ],
  }
}

/** Writes where somebody is at `seconds`. */
export function wander(person: number, seconds: number, out: Wandering): void {
  const t = seconds + person * 1.7
  out.x = Math.sin(t * 0.9) * 0.08
  out.y = Math.sin(t * 1.3) * 0.03
  out.z = Math.cos(t * 0.7) * 0.06
  out.yaw = Math.sin(t * 0.8) * 0.5
  out.pitch = Math.cos(t * 1.1) * 0.2
  out.hands.forEach((hand, i) => {
    hand.x = (i === 0 ? -0.2 : 0.2) + Math.sin(t * 2) * 0.05
    hand.y = -0.35 + Math.sin(t * 1.7 + i) * 0.1
    hand.z = -0.3 + Math.cos(t * 1.5 + i) * 0.06
  })
}

/** One of so many frames brings somebody's next pose: 15 a second at 60 frames a second, however slow this machine is. */
export const FRAMES_PER_POSE = 4
