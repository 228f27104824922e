// Signed distance to soft solids, metres: what figures and chairs are modelled with before they become triangles.
// Distances are close to exact near the surface, which is all that projection, normals and shade need. Called some hundred thousand
// times for a figure, so they are written plainly: no arrays, no hypot.

/** Distance from a point to a surface; negative inside. */
export type Solid = (x: number, y: number, z: number) => number

export type Point = readonly [x: number, y: number, z: number]

/** An ellipsoid about `at` with three radii. */
export function ball(at: Point, rx: number, ry = rx, rz = rx): Solid {
  const [cx, cy, cz] = at
  const least = Math.min(rx, ry, rz)
  return (x, y, z) => {
    const ax = (x - cx) / rx
    const ay = (y - cy) / ry
    const az = (z - cz) / rz
    const near = Math.sqrt(ax * ax + ay * ay + az * az)
    const bx = ax / rx
    const by = ay / ry
    const bz = az / rz
    const slope = Math.sqrt(bx * bx + by * by + bz * bz)
    return slope < 1e-9 ? -least : (near * (near - 1)) / slope
  }
}

/** A cone with round ends from `a` (radius `ra`) to `b` (radius `rb`). */
export function limb(a: Point, ra: number, b: Point, rb: number): Solid {
  const [ax, ay, az] = a
  const dx = b[0] - ax
  const dy = b[1] - ay
  const dz = b[2] - az
  const length2 = dx * dx + dy * dy + dz * dz
  return (x, y, z) => {
    const px = x - ax
    const py = y - ay
    const pz = z - az
    const t = Math.min(1, Math.max(0, (px * dx + py * dy + pz * dz) / length2))
    const ox = px - dx * t
    const oy = py - dy * t
    const oz = pz - dz * t
    return Math.sqrt(ox * ox + oy * oy + oz * oz) - (ra + (rb - ra) * t)
  }
}

/** A ring about the vertical axis through `at`: radius `r`, thickness `t`, flattened by `flat` (1 is round). */
export function ring(at: Point, r: number, t: number, flat = 1): Solid {
  const [cx, cy, cz] = at
  return (x, y, z) => {
    const out = Math.sqrt((x - cx) * (x - cx) + (z - cz) * (z - cz)) - r
    const up = (y - cy) / flat
    return Math.sqrt(out * out + up * up) - t
  }
}

/** A box with half sizes and round edges of radius `r` (which are inside the half sizes). */
export function block(at: Point, hx: number, hy: number, hz: number, r: number): Solid {
  const [cx, cy, cz] = at
  return (x, y, z) => {
    const qx = Math.abs(x - cx) - hx + r
    const qy = Math.abs(y - cy) - hy + r
    const qz = Math.abs(z - cz) - hz + r
    const ox = Math.max(qx, 0)
    const oy = Math.max(qy, 0)
    const oz = Math.max(qz, 0)
    return Math.sqrt(ox * ox + oy * oy + oz * oz) + Math.min(Math.max(qx, qy, qz), 0) - r
  }
}

/** Turned about the vertical axis: `profile(y)` is the radius at height y, between `low` and `high`. */
export function turned(low: number, high: number, profile: (y: number) => number): Solid {
  return (x, y, z) => {
    const inside = Math.min(high, Math.max(low, y))
    const across = Math.sqrt(x * x + z * z) - profile(inside)
    const beyond = y - inside
    if (beyond === 0) return across * 0.8
    const out = Math.max(across, 0)
    return Math.sqrt(out * out + beyond * beyond)
  }
}

/** Several solids grown together over about `soft` metres. */
export function blend(soft: number, ...solids: readonly Solid[]): Solid {
  const [first, ...others] = solids
  return (x, y, z) => {
    let all = first ? first(x, y, z) : 1
    for (const other of others) {
      const next = other(x, y, z)
      const h = Math.max(soft - Math.abs(all - next), 0)
      all = Math.min(all, next) - (h * h * 0.25) / soft
    }
    return all
  }
}

/** `solid` with a soft dent where `dent` is. */
export function dented(soft: number, solid: Solid, dent: Solid): Solid {
  return (x, y, z) => {
    const a = solid(x, y, z)
    const b = -dent(x, y, z)
    const h = Math.max(soft - Math.abs(a - b), 0)
    return Math.max(a, b) + (h * h * 0.25) / soft
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
export function outward(solid: Solid, p: Point): [number, number, number] {
  const [x, y, z] = p
  const e = 0.0015
  // Four corners of a tetrahedron tell as much as six sides of a cube.
  const a = solid(x + e, y - e, z - e)
  const b = solid(x - e, y - e, z + e)
  const c = solid(x - e, y + e, z - e)
  const d = solid(x + e, y + e, z + e)
  const nx = a - b - c + d
  const ny = -a - b + c + d
  const nz = -a + b - c + d
  const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1
  return [nx / length, ny / length, nz / length]
}

/** Walks from `from` along the unit direction `to` until the solid begins; stops after `most` metres. */
export function walkTo(solid: Solid, from: Point, to: Point, most: number): [number, number, number] {
  let t = 0
  for (let i = 0; i < 40 && t < most; i++) {
    const d = solid(from[0] + to[0] * t, from[1] + to[1] * t, from[2] + to[2] * t)
    if (Math.abs(d) < 4e-4) break
    t += d * 0.92
  }
  t = Math.min(t, most)
  return [from[0] + to[0] * t, from[1] + to[1] * t, from[2] + to[2] * t]
}
