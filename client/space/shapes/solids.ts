// Signed distance to soft solids, metres: what figures and chairs are modelled with before they become triangles.
// Distances are close to exact near the surface, which is all that projection, normals and shade need.

/** Distance from a point to a surface; negative inside. */
export type Solid = (x: number, y: number, z: number) => number

export type Point = readonly [x: number, y: number, z: number]

/** An ellipsoid about `at` with three radii. */
export function ball([cx, cy, cz]: Point, rx: number, ry = rx, rz = rx): Solid {
  return (x, y, z) => {
    const [ax, ay, az] = [(x - cx) / rx, (y - cy) / ry, (z - cz) / rz]
    const near = Math.hypot(ax, ay, az)
    const slope = Math.hypot(ax / rx, ay / ry, az / rz)
    return slope < 1e-9 ? -Math.min(rx, ry, rz) : (near * (near - 1)) / slope
  }
}

/** A cone with round ends from `a` (radius `ra`) to `b` (radius `rb`). */
export function limb(a: Point, ra: number, b: Point, rb: number): Solid {
  const [dx, dy, dz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const length2 = dx * dx + dy * dy + dz * dz
  return (x, y, z) => {
    const [px, py, pz] = [x - a[0], y - a[1], z - a[2]]
    const t = Math.min(1, Math.max(0, (px * dx + py * dy + pz * dz) / length2))
    return Math.hypot(px - dx * t, py - dy * t, pz - dz * t) - (ra + (rb - ra) * t)
  }
}

/** A ring about the vertical axis through `at`: radius `r`, thickness `t`, flattened by `flat` (1 is round). */
export function ring([cx, cy, cz]: Point, r: number, t: number, flat = 1): Solid {
  return (x, y, z) => Math.hypot(Math.hypot(x - cx, z - cz) - r, (y - cy) / flat) - t
}

/** A box with half sizes and round edges of radius `r` (which are inside the half sizes). */
export function block([cx, cy, cz]: Point, hx: number, hy: number, hz: number, r: number): Solid {
  return (x, y, z) => {
    const [qx, qy, qz] = [Math.abs(x - cx) - hx + r, Math.abs(y - cy) - hy + r, Math.abs(z - cz) - hz + r]
    const outside = Math.hypot(Math.max(qx, 0), Math.max(qy, 0), Math.max(qz, 0))
    return outside + Math.min(Math.max(qx, qy, qz), 0) - r
  }
}

/** Turned about the vertical axis: `profile(y)` is the radius at height y, between `low` and `high`. */
export function turned(low: number, high: number, profile: (y: number) => number): Solid {
  return (x, y, z) => {
    const inside = Math.min(high, Math.max(low, y))
    const across = Math.hypot(x, z) - profile(inside)
    const beyond = Math.abs(y - inside)
    return beyond > 0 ? Math.hypot(Math.max(across, 0), beyond) : across * 0.8
  }
}

/** Several solids grown together over about `soft` metres. */
export function blend(soft: number, ...solids: readonly Solid[]): Solid {
  return (x, y, z) => {
    let all = solids[0]!(x, y, z)
    for (let i = 1; i < solids.length; i++) {
      const next = solids[i]!(x, y, z)
      const h = Math.max(soft - Math.abs(all - next), 0) / soft
      all = Math.min(all, next) - h * h * soft * 0.25
    }
    return all
  }
}

/** `solid` with a soft dent where `dent` is. */
export function dented(soft: number, solid: Solid, dent: Solid): Solid {
  return (x, y, z) => {
    const a = solid(x, y, z)
    const b = -dent(x, y, z)
    const h = Math.max(soft - Math.abs(a - b), 0) / soft
    return Math.max(a, b) + h * h * soft * 0.25
  }
}

/** The solid and its mirror image about x = 0. */
export function mirrored(solid: Solid): Solid {
  return (x, y, z) => solid(Math.abs(x), y, z)
}

/** How open the sky is over a surface point, 0–1: 0 deep in a fold. `reach` is how far solids cast their shade, metres. */
export function openness(solid: Solid, p: Point, n: Point, reach: number): number {
  let shade = 0
  let weight = 1
  for (let i = 1; i <= 5; i++) {
    const h = (reach * i * i) / 25 + 0.004
    const found = Math.max(-h, solid(p[0] + n[0] * h, p[1] + n[1] * h, p[2] + n[2] * h))
    shade += ((h - found) / h) * weight
    weight *= 0.72
  }
  return Math.min(1, Math.max(0, 1 - shade / 3.4))
}

/** The outward direction of a surface at a point. */
export function outward(solid: Solid, [x, y, z]: Point): [number, number, number] {
  const e = 0.0015
  const nx = solid(x + e, y, z) - solid(x - e, y, z)
  const ny = solid(x, y + e, z) - solid(x, y - e, z)
  const nz = solid(x, y, z + e) - solid(x, y, z - e)
  const length = Math.hypot(nx, ny, nz) || 1
  return [nx / length, ny / length, nz / length]
}

/** Walks from `from` along the unit direction `to` until the solid begins; stops after `most` metres. */
export function walkTo(solid: Solid, from: Point, to: Point, most: number): [number, number, number] {
  let t = 0
  for (let i = 0; i < 40 && t < most; i++) {
    const d = solid(from[0] + to[0] * t, from[1] + to[1] * t, from[2] + to[2] * t)
    if (Math.abs(d) < 2e-4) break
    t += d * 0.9
  }
  t = Math.min(t, most)
  return [from[0] + to[0] * t, from[1] + to[1] * t, from[2] + to[2] * t]
}
