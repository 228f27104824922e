// Reads what is in one's hands: controllers, bare hands, or a look with one button. Everything comes out in the seat's own frame.
// Joints are used here to tell three shapes apart, and go no further.

import type { WebGLRenderer } from 'three'
import { EYE_HEIGHT } from '#protocol/circle.ts'
import type { HandPose, HandShape } from '#protocol/pose.ts'
import { turned } from '../../headset/bodyGestures.ts'
import { bareShape, gripShape } from '../../headset/handShape.ts'
import type { Ray } from '../../headset/pointing.ts'
import type { SeatFrame, Turned } from '../../headset/seatFrame.ts'

/** look: whatever points without being a hand (a gaze, visionOS' pinch at what one looks at). */
export type HandSide = 'left' | 'right' | 'look'

export interface Hand {
  readonly side: HandSide
  /** Its place is known. */
  tracked: boolean
  readonly grip: Turned
  /** It points somewhere. */
  points: boolean
  readonly ray: Ray
  select: boolean
  squeeze: boolean
  /** One of the buttons beside the stick, or the stick pressed. */
  button: boolean
  stickX: number
  shape: HandShape
  source: XRInputSource | null
}

export interface Hands {
  readonly all: readonly Hand[]
  readonly left: Hand
  readonly right: Hand
  /** Reads them; nothing is held while `act` is false. */
  update(renderer: WebGLRenderer, frame: SeatFrame, act: boolean): void
  /** Writes a hand as others are told of it; null while it is not followed. */
  poseOf(hand: Hand): HandPose | null
  /** A soft tick in whatever can tick. */
  tick(): void
  /** Lets go of the session's events. */
  release(): void
}

const TICK_MS = 40
const TICK_STRENGTH = 0.35

function createHand(side: HandSide): Hand {
  return {
    side,
    tracked: false,
    grip: { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1 },
    points: false,
    ray: { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: -1 },
    select: false,
    squeeze: false,
    button: false,
    stickX: 0,
    shape: 'open',
    source: null,
  }
}

function read({ position, orientation }: XRRigidTransform, frame: SeatFrame, out: Turned): void {
  out.x = position.x
  out.y = position.y
  out.z = position.z
  out.qx = orientation.x
  out.qy = orientation.y
  out.qz = orientation.z
  out.qw = orientation.w
  frame.toSeat(out, out)
}

/** Creates the two hands and the look. */
export function createHands(): Hands {
  const left = createHand('left')
  const right = createHand('right')
  const look = createHand('look')
  const all = [left, right, look]
  const poses: Record<'left' | 'right', HandPose> = {
    left: { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: -1, shape: 'open' },
    right: { x: 0, y: 0, z: 0, dx: 0, dy: 0, dz: -1, shape: 'open' },
  }
  const spot: Turned = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1 }
  const way = { x: 0, y: 0, z: 0 }
  let session: XRSession | null = null

  const handOf = ({ handedness, targetRayMode }: XRInputSource): Hand => {
    if (targetRayMode !== 'tracked-pointer' || handedness === 'none') return look
    return handedness === 'left' ? left : right
  }
  const onPress = ({ type, inputSource }: XRInputSourceEvent) => {
    const hand = handOf(inputSource)
    if (type === 'selectstart') hand.select = true
    else if (type === 'selectend') hand.select = false
    else hand.squeeze = type === 'squeezestart'
  }
  const EVENTS = ['selectstart', 'selectend', 'squeezestart', 'squeezeend'] as const

  function follow(next: XRSession | null) {
    if (next === session) return
    for (const type of EVENTS) {
      session?.removeEventListener(type, onPress)
      next?.addEventListener(type, onPress)
    }
    session = next
    for (const hand of all) letGo(hand)
  }

  function letGo(hand: Hand) {
    hand.select = false
    hand.squeeze = false
    hand.button = false
    hand.stickX = 0
  }

  /** Tip to wrist over knuckle to wrist; straight when the joints are not known. */
  function stretch(xr: XRFrame, hand: XRHand, space: XRSpace, finger: 'index-finger' | 'middle-finger'): number {
    const at = (name: XRHandJoint) => {
      const joint = hand.get(name)
      return joint ? xr.getJointPose?.(joint, space)?.transform.position : undefined
    }
    const [wrist, knuckle, tip] = [at('wrist'), at(`${finger}-phalanx-proximal`), at(`${finger}-tip`)]
    if (!wrist || !knuckle || !tip) return 2
    const palm = Math.hypot(knuckle.x - wrist.x, knuckle.y - wrist.y, knuckle.z - wrist.z)
    return palm > 1e-3 ? Math.hypot(tip.x - wrist.x, tip.y - wrist.y, tip.z - wrist.z) / palm : 2
  }

  function readOne(source: XRInputSource, xr: XRFrame, space: XRReferenceSpace, frame: SeatFrame) {
    const hand = handOf(source)
    hand.source = source
    const aim = xr.getPose(source.targetRaySpace, space)
    if (aim) {
      read(aim.transform, frame, spot)
      turned(spot, 0, 0, -1, way)
      hand.points = true
      hand.ray.x = spot.x
      hand.ray.y = spot.y
      hand.ray.z = spot.z
      hand.ray.dx = way.x
      hand.ray.dy = way.y
      hand.ray.dz = way.z
    }
    if (hand === look) return
    const wrist = source.hand?.get('wrist')
    const grip = source.gripSpace
      ? xr.getPose(source.gripSpace, space)
      : wrist && xr.getJointPose && xr.getJointPose(wrist, space)
    if (grip) {
      hand.tracked = true
      read(grip.transform, frame, hand.grip)
    }
    if (source.hand) {
      hand.shape = bareShape(
        stretch(xr, source.hand, space, 'index-finger'),
        stretch(xr, source.hand, space, 'middle-finger'),
      )
      return
    }
    // A controller without a known profile still has its trigger, by the session's own events.
    const { gamepad } = source
    const pressed = (i: number) => gamepad?.buttons[i]?.pressed ?? false
    hand.shape = gripShape(pressed(0), pressed(1))
    hand.button = pressed(3) || pressed(4) || pressed(5)
    hand.stickX = gamepad?.axes[2] ?? 0
  }

  return {
    all,
    left,
    right,
    update(renderer, frame, act) {
      follow(renderer.xr.getSession())
      const space = renderer.xr.getReferenceSpace()
      const xr = renderer.xr.getFrame()
      for (const hand of all) {
        hand.tracked = false
        hand.points = false
        hand.source = null
        hand.button = false
        hand.stickX = 0
      }
      if (!session || !space || !xr) return
      for (const source of session.inputSources) readOne(source, xr, space, frame)
      for (const hand of all) if (!act || (hand.source === null && hand !== look)) letGo(hand)
    },
    poseOf(hand) {
      if (!hand.tracked || hand.side === 'look') return null
      const pose = poses[hand.side]
      turned(hand.grip, 0, 0, -1, way)
      pose.x = hand.grip.x
      pose.y = hand.grip.y - EYE_HEIGHT
      pose.z = hand.grip.z
      pose.dx = way.x
      pose.dy = way.y
      pose.dz = way.z
      pose.shape = hand.shape
      return pose
    },
    tick() {
      for (const { source } of all) {
        void source?.gamepad?.hapticActuators?.[0]?.pulse(TICK_STRENGTH, TICK_MS).catch(() => false)
      }
    },
    release: () => follow(null),
  }
}
