// What the eight hearth-folk share: eyes at one height, one bell of a body, hands in three shapes. Metres in the seat's frame:
// the floor is y = 0, the centre of the circle is towards -z. Everybody is the same size.

import { EYE_HEIGHT } from '#protocol/circle.ts'
import { skinAbout, skinAround, type Skin } from '../shapes/patches.ts'
import { ball, blend, limb, turned, type Point, type Solid } from '../shapes/solids.ts'

/** Where the head turns about. */
export const HEAD_PIVOT: Point = [0, EYE_HEIGHT - 0.02, 0.01]
/** Heads are modelled in the size of a ball of 0.19 m and drawn this much larger. */
export const HEAD_SCALE = 1.14
/** The middle of the glow at the breast. */
export const BREAST: Point = [0, 0.86, -0.22]
/** Height of the join between head and body. */
export const NECK = 1.02

/** One character's own shapes; what is missing is not drawn. */
export interface Folk {
  readonly head: Solid
  readonly body: Solid
  /** Half distance of the eyes, their height, half width, half height. */
  readonly eyes: readonly [number, number, number, number]
  readonly nose?: Skin
  readonly leftEar?: Skin
  readonly rightEar?: Skin
  readonly horn?: Skin
  readonly tine?: Skin
  readonly tail?: Skin
  /** Radius of the head above which a hat or leaf sits, and its height. */
  readonly crown: number
}

/** A smooth line through (height, radius) points, heights rising; looked up in a table, as it is asked very often. */
function profile(points: readonly (readonly [number, number])[]): (y: number) => number {
  const low = points[0]![0]
  const span = points.at(-1)![0] - low
  const at = (y: number) => {
    let i = 0
    while (i < points.length - 2 && y > points[i + 1]![0]) i++
    const [a, b] = [points[i]!, points[i + 1]!]
    const before = points[Math.max(0, i - 1)]!
    const after = points[Math.min(points.length - 1, i + 2)]!
    const width = b[0] - a[0]
    const t = Math.min(1, Math.max(0, (y - a[0]) / width))
    const leave = ((b[1] - before[1]) / (b[0] - before[0])) * width
    const arrive = ((after[1] - a[1]) / (after[0] - a[0])) * width
    const [t2, t3] = [t * t, t * t * t]
    return (2 * t3 - 3 * t2 + 1) * a[1] + (t3 - 2 * t2 + t) * leave + (3 * t2 - 2 * t3) * b[1] + (t3 - t2) * arrive
  }
  const cells = 160
  const table = Float64Array.from({ length: cells + 2 }, (_, i) => at(low + (span * i) / cells))
  return (y) => {
    const place = Math.min(cells, Math.max(0, ((y - low) / span) * cells))
    const cell = Math.floor(place)
    return table[cell]! + (table[cell + 1]! - table[cell]!) * (place - cell)
  }
}

/** The bell of felt that everybody has; `girth` widens its middle a little, `folds` is how deep the hem waves. */
export function bell(girth = 0, folds = 0.006, ...more: readonly Solid[]): Solid {
  const line = profile([
    [0.44, 0.24],
    [0.5, 0.278],
    [0.6, 0.272],
    [0.74, 0.248 + girth],
    [0.88, 0.222 + girth * 0.7],
    [0.98, 0.192],
    [1.04, 0.155],
    [1.08, 0.1],
  ])
  const shape = turned(0.44, 1.08, line)
  const cloth: Solid = (x, y, z) => {
    const hem = Math.max(0, 1 - (y - 0.44) / 0.32)
    if (hem === 0) return shape(x, y, z * 1.04)
    return shape(x, y, z * 1.04) - Math.sin(Math.atan2(x, z) * 9) * folds * hem * hem
  }
  const lap = ball([0, 0.55, -0.13], 0.235, 0.115, 0.2)
  return blend(0.09, cloth, lap, ...more)
}

/** The skin of a body; its last line closes it under the head, as one sees one's own body from above. */
export function bodySkin(body: Solid): Skin {
  const { sheet, solid } = skinAround(body, [0, -0.03], 0.452, 1.15)
  return {
    sheet(u, v, out) {
      sheet(u, Math.min(v, 0.88), out)
      if (v < 0.99) return
      out[0] = 0
      out[1] = 1.082
      out[2] = -0.03
    },
    ...(solid && { solid }),
  }
}
export const headSkin = (head: Solid): Skin => skinAbout(head, [0, 1.2, 0], 1.12)

/** A small round nose that looks out of a muzzle. */
export function nose(at: Point, width: number, height: number, depth: number): Skin {
  return skinAbout(ball(at, width, height, depth), at)
}

/** The right hand about its palm: fingers towards -z, palm down, thumb towards -x. */
export const HAND_SKINS: Readonly<Record<'open' | 'fist' | 'point', Skin>> = {
  open: mitten(
    ball([0.002, 0, -0.034], 0.053, 0.035, 0.074),
    limb([-0.03, -0.002, 0.006], 0.03, [-0.078, -0.006, -0.03], 0.024),
    ball([0, 0.002, 0.036], 0.04, 0.036, 0.034),
  ),
  fist: mitten(
    ball([0, -0.006, -0.016], 0.056, 0.05, 0.056),
    limb([-0.038, -0.014, -0.004], 0.026, [-0.014, -0.042, -0.052], 0.021),
    ball([0, 0.002, 0.036], 0.04, 0.036, 0.034),
  ),
  point: mitten(
    ball([0, -0.006, -0.016], 0.054, 0.048, 0.054),
    limb([0.004, 0.01, -0.044], 0.027, [0.004, 0.012, -0.126], 0.02),
    ball([0, 0.002, 0.036], 0.04, 0.036, 0.034),
  ),
}

function mitten(...solids: readonly Solid[]): Skin {
  return skinAbout(blend(0.024, ...solids), [0, 0, -0.018])
}
