// The three shapes that others see of a hand: open, fist, pointing. From a controller's buttons, or from a few joints of a bare
// hand, which stay in this browser. Pure.

import type { HandShape } from '#protocol/pose.ts'

/** Tip to wrist over knuckle to wrist: a stretched finger is about 1.9 times as long, a curled one about as long as the palm. */
const STRETCHED = 1.5

/** The shape of a hand that holds a controller. */
export function gripShape(trigger: boolean, squeeze: boolean): HandShape {
  if (!squeeze) return 'open'
  return trigger ? 'fist' : 'point'
}

/** The shape of a bare hand; both as tip-to-wrist over knuckle-to-wrist, of index and middle finger. */
export function bareShape(index: number, middle: number): HandShape {
  if (middle > STRETCHED) return 'open'
  return index > STRETCHED ? 'point' : 'fist'
}
