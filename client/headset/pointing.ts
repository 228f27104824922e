// Where a pointing hand or a look lands: on a panel, or on somebody. Pure geometry in the seat's own frame, metres; allocates nothing.

import type { Point } from './seatFrame.ts'

export interface Ray extends Point {
  dx: number
  dy: number
  dz: number
}

/** A flat thing in the room: its middle, its size, and which way its right and its top go (unit vectors). */
export interface Board {
  readonly at: Point
  readonly right: Point
  readonly up: Point
  width: number
  height: number
}

export interface Landing {
  /** 0–1 from the left and from the top. */
  u: number
  v: number
  /** Metres along the ray; Infinity when it lands nowhere. */
  far: number
}

/** Writes where a ray lands on a board; `far` is Infinity beside it, behind it, and from its back. */
export function landOn(ray: Ray, { at, right, up, width, height }: Board, out: Landing): void {
  out.far = Infinity
  const nx = right.y * up.z - right.z * up.y
  const ny = right.z * up.x - right.x * up.z
  const nz = right.x * up.y - right.y * up.x
  const facing = ray.dx * nx + ray.dy * ny + ray.dz * nz
  if (facing > -1e-4) return
  const far = ((at.x - ray.x) * nx + (at.y - ray.y) * ny + (at.z - ray.z) * nz) / facing
  if (far <= 0) return
  const [x, y, z] = [ray.x + ray.dx * far - at.x, ray.y + ray.dy * far - at.y, ray.z + ray.dz * far - at.z]
  const u = (x * right.x + y * right.y + z * right.z) / width + 0.5
  const v = 0.5 - (x * up.x + y * up.y + z * up.z) / height
  if (u < 0 || u > 1 || v < 0 || v > 1) return
  out.u = u
  out.v = v
  out.far = far
}

/** How near a ray passes a point, metres; Infinity when the point is behind it. */
export function passes({ x, y, z, dx, dy, dz }: Ray, at: Point): number {
  const along = (at.x - x) * dx + (at.y - y) * dy + (at.z - z) * dz
  if (along <= 0) return Infinity
  return Math.hypot(x + dx * along - at.x, y + dy * along - at.y, z + dz * along - at.z)
}

/** Turns a board so that it stands upright and looks at `eyes`, tilted towards them. */
export function face(board: Board, eyes: Readonly<Point>): void {
  const { at, right, up } = board
  const [x, y, z] = [eyes.x - at.x, eyes.y - at.y, eyes.z - at.z]
  const flat = Math.hypot(x, z) || 1
  const far = Math.hypot(x, y, z) || 1
  right.x = z / flat
  right.y = 0
  right.z = -x / flat
  // normal × right
  const [nx, ny, nz] = [x / far, y / far, z / far]
  up.x = ny * right.z - nz * right.y
  up.y = nz * right.x - nx * right.z
  up.z = nx * right.y - ny * right.x
}
