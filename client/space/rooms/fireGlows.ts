// What shines in a room: the parts of a fire, fireflies, motes in the sun; always at the same places.

import type { Glow } from './glows.ts'

/** Lists the flame, embers and halos of one fire. `height` of the flame in metres. */
export function fireGlows(fire: { x: number; y: number; z: number; radius: number; height: number }): Glow[] {
  const { x, y, z, height, radius } = fire
  const glows: Glow[] = [
    { kind: 'halo', x, y: y + height * 0.4, z, size: height * 2.6, tint: [1, 0.5, 0.2, 0.2] },
    { kind: 'halo', x, y: y + height * 0.1, z, size: radius * 1.9, tint: [1, 0.42, 0.12, 0.28] },
    { kind: 'flame', x, y, z, size: height, tint: [1, 1, 1, 1], seed: 0.3 },
  ]
  for (let i = 0; i < 14; i++) {
    glows.push({
      kind: 'ember',
      x,
      y: y + height * 0.3,
      z,
      size: 0.014,
      tint: [1, 0.6, 0.25, 0.8],
      seed: (i * 0.618) % 1,
    })
  }
  return glows
}

/** Fireflies between the chairs and the edge, always at the same places. */
export function fireflies(count: number): Glow[] {
  return Array.from({ length: count }, (_, i) => {
    const turn = i * 2.39996
    const radius = 3 + ((i * 0.618) % 1) * 4
    const y = 0.5 + ((i * 0.377) % 1) * 1.5
    return {
      kind: 'firefly',
      x: Math.sin(turn) * radius,
      y,
      z: Math.cos(turn) * radius,
      size: 0.045,
      tint: [0.85, 1, 0.45, 0.9],
      seed: (i * 0.618) % 1,
    }
  })
}

/** Motes of dust that drift where the sun comes in, at +x: hardly there, slow. */
export function motes(count: number): Glow[] {
  return Array.from({ length: count }, (_, i) => ({
    kind: 'firefly',
    x: 1.6 + ((i * 0.618) % 1) * 2.6,
    y: 0.7 + ((i * 0.377) % 1) * 1.5,
    z: ((i * 0.755) % 1) * 4 - 2,
    size: 0.016,
    tint: [1, 0.94, 0.8, 0.3],
    seed: (i * 0.618) % 1,
  }))
}
