// The plain chair and the floor cushion, made in code: a low felt tub chair, the same for everybody, and what lies where nobody sits.

import { SEAT_HEIGHT } from '#protocol/circle.ts'
import { pillow, tube, type Skin } from '../shapes/patches.ts'
import { ball, block, blend, dented, ring, type Solid } from '../shapes/solids.ts'
import { addFloorShadow, addPiece, emptyMesh, type LitMesh } from '../shapes/litMesh.ts'

/** How far round the back reaches to each side, radians from behind. */
const ARMS = 2.02
const INNER = 0.315
const OUTER = 0.415

/** Height of the back's upper edge at a turn from behind. */
function brim(turn: number): number {
  const t = Math.min(1, Math.abs(turn) / ARMS)
  return 0.62 + 0.25 * Math.cos((t * Math.PI) / 2) ** 1.6
}

/** The shell that holds the sitter, as a solid for shade. */
const shell: Solid = (x, y, z) => {
  const turn = Math.atan2(x, z)
  const beyond = Math.max(0, Math.abs(turn) - ARMS) * 0.36
  const top = brim(turn)
  const across = Math.abs(Math.hypot(x, z) - (INNER + OUTER) / 2) - (OUTER - INNER) / 2
  const up = Math.abs(y - (0.14 + top) / 2) - (top - 0.14) / 2
  return Math.hypot(Math.max(across, 0), Math.max(up, 0), beyond) + Math.min(0, Math.max(across, up))
}

const cushion = blend(
  0.03,
  block([0, SEAT_HEIGHT - 0.062, -0.035], 0.298, 0.062, 0.29, 0.055),
  ball([0, SEAT_HEIGHT - 0.05, -0.03], 0.25, 0.066, 0.24),
)

const shellSkin: Skin = {
  sheet: (u, v, out) => {
    const turn = (v * 2 - 1) * ARMS
    // The ends are rounded: the section shrinks there.
    const end = Math.sqrt(Math.max(0, 1 - Math.max(0, Math.abs(v * 2 - 1) - 0.9) ** 2 / 0.01))
    const top = brim(turn)
    const middle = (0.14 + top) / 2
    const around = -u * 2 * Math.PI
    const box = (value: number) => Math.sign(value) * Math.abs(value) ** 0.45
    const radius = (INNER + OUTER) / 2 + (box(Math.cos(around)) * (OUTER - INNER) * end) / 2
    const y = middle + (box(Math.sin(around)) * (top - 0.14) * (0.93 + 0.07 * end)) / 2
    const lean = 1 + Math.max(0, y - 0.45) * 0.16
    out[0] = Math.sin(turn) * radius * lean
    out[1] = y
    out[2] = Math.cos(turn) * radius * lean
    out[3] = -1
  },
}

const LEGS = [
  [0.22, -0.2],
  [-0.22, -0.2],
  [0.22, 0.24],
  [-0.22, 0.24],
] as const

export interface ChairColours {
  readonly felt: string
  readonly cushion: string
  readonly wood: string
}

/** Builds a chair about the origin, looking along -z; coarse for circles of two rings. */
export function plainChair(colours: ChairColours, coarse: boolean): LitMesh {
  const mesh = emptyMesh()
  const fine = (near: readonly [number, number], far: readonly [number, number]) => (coarse ? far : near)
  const all: Solid = (x, y, z) => Math.min(shell(x, y, z), cushion(x, y, z), y)
  addPiece(mesh, { skin: shellSkin, cells: fine([14, 22], [8, 11]), colour: colours.felt }, all, 0.3)
  addPiece(
    mesh,
    {
      skin: pillow([0, SEAT_HEIGHT - 0.062, -0.035], 0.302, 0.066, 0.3, 0.7),
      cells: fine([24, 10], [12, 6]),
      colour: colours.cushion,
      closed: 'both',
    },
    all,
    0.3,
  )
  for (const [x, z] of LEGS) {
    const leg = tube({
      line: [
        [x, 0.18, z],
        [x * 1.1, 0.08, z * 1.1],
        [x * 1.18, 0, z * 1.18],
      ],
      size: (v) => [0.026 - v * 0.009, 0.026 - v * 0.009],
      front: [0, 0, -1],
    })
    addPiece(mesh, { skin: leg, cells: fine([6, 1], [4, 1]), colour: colours.wood }, all)
  }
  // Last, so that it darkens the feet instead of hiding them.
  addFloorShadow(mesh, 0, 0.02, 0.6, 0.6, 0.66)
  return mesh
}

/** Builds the low cushion that lies where nobody sits: an invitation, not a gap. */
export function plainCushion(colour: string): LitMesh {
  const mesh = emptyMesh()
  const puff = dented(
    0.05,
    blend(0.02, ball([0, 0.062, 0], 0.27, 0.066, 0.27), ring([0, 0.062, 0], 0.262, 0.012)),
    ball([0, 0.165, 0], 0.05, 0.055, 0.05),
  )
  const all: Solid = (x, y, z) => Math.min(puff(x, y, z), y)
  addPiece(
    mesh,
    { skin: pillow([0, 0.068, 0], 0.28, 0.062, 0.28, 0.1), cells: [20, 10], colour, closed: 'both' },
    all,
    0.2,
  )
  addFloorShadow(mesh, 0, 0, 0.44, 0.44, 0.7)
  return mesh
}
