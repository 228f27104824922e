import { describe, expect, test } from 'vitest'
import { EYE_HEIGHT } from '#protocol/circle.ts'
import { ACCESSORIES, CHARACTERS, type Accessory, type Character } from '#protocol/meeting.ts'
import { FOLK } from '../../../../client/space/people/characters.ts'
import { createFigureMesh, partRanges, rowLength, type Detail } from '../../../../client/space/people/figureMesh.ts'
import { writeFigure } from '../../../../client/space/people/figureTexture.ts'

function rowOf(character: Character, accessory: Accessory = 'none', detail: Detail = 'far'): Float32Array {
  const ranges = partRanges(detail)
  const row = new Float32Array(rowLength(ranges) * 8)
  for (const portion of writeFigure(ranges, { character, accessory }, row)) expect(portion).toBeUndefined()
  return row
}

/** The vertices of one part: x, y, z, tone, normal, openness. */
function part(row: Float32Array, name: string, detail: Detail = 'far'): number[][] {
  const range = partRanges(detail).find((one) => one.part.name === name)!
  const count = (range.columns + 1) * (range.rows + 1)
  return Array.from({ length: count }, (_, i) => [...row.subarray((range.source + i) * 8, (range.source + i + 1) * 8)])
}

const span = (vertices: number[][], axis: number) => {
  const values = vertices.map((one) => one[axis]!)
  return [Math.min(...values), Math.max(...values)] as const
}

describe('the eight characters', () => {
  test.each(CHARACTERS)('%s has eyes at the height of everybody’s eyes, one on each side', (character) => {
    const [x, y] = FOLK[character].eyes
    expect(Math.abs(y - EYE_HEIGHT)).toBeLessThan(0.015)
    expect(x).toBeGreaterThan(0.05)
    const row = rowOf(character)
    expect(span(part(row, 'leftEye'), 0)[1]).toBeLessThan(0)
    expect(span(part(row, 'rightEye'), 0)[0]).toBeGreaterThan(0)
  })

  test('all bodies are of one size', () => {
    for (const axis of [0, 1]) {
      const sizes = CHARACTERS.map((one) => span(part(rowOf(one), 'body'), axis)).map(([low, high]) => high - low)
      expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.15)
    }
  })

  test('all skulls end at one height, ears and hoods aside', () => {
    const tops = CHARACTERS.filter((one) => one !== 'hooded').map((one) => span(part(rowOf(one), 'head'), 1)[1])
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(0.05)
  })

  test('every two differ in outline as seen from the other side of the circle', () => {
    // Where the outline runs over every two centimetres of width; at 4 m such a strip is half the width of a thumbnail.
    const outlines = CHARACTERS.map((character) => {
      const row = rowOf(character, 'none', 'near')
      const heights = Array.from({ length: 34 }, () => 0.95)
      for (const name of ['head', 'leftEar', 'rightEar', 'leftHorn', 'rightHorn', 'leftTine', 'rightTine']) {
        for (const [x, y] of part(row, name, 'near')) {
          const strip = Math.floor(x! / 0.02) + 17
          if (strip in heights) heights[strip] = Math.max(heights[strip]!, y!)
        }
      }
      return heights
    })
    for (const [i, one] of outlines.entries()) {
      for (const [k, other] of outlines.entries()) {
        if (k <= i) continue
        const differs = one.reduce((sum, height, strip) => sum + Math.abs(height - other[strip]!) * 0.02, 0)
        expect(differs, `${CHARACTERS[i]} and ${CHARACTERS[k]}`).toBeGreaterThan(0.012)
      }
    }
  })

  test.each(CHARACTERS)(
    '%s is whole with everything one may wear: no vertex astray, no normal without length',
    (character) => {
      for (const accessory of ACCESSORIES) {
        const row = rowOf(character, accessory)
        for (let i = 0; i < row.length; i += 8) {
          const [x, y, z, tone, nx, ny, nz, open] = row.subarray(i, i + 8)
          expect([x, y, z, tone, nx, ny, nz, open].every(Number.isFinite)).toBe(true)
          if (nx === 0 && ny === 0 && nz === 0) continue
          expect(Math.hypot(nx!, ny!, nz!)).toBeCloseTo(1, 4)
          expect(Math.hypot(x!, z!)).toBeLessThan(0.5)
          expect(y!).toBeGreaterThan(-0.2)
          expect(y!).toBeLessThan(1.72)
          expect(open!).toBeGreaterThanOrEqual(0)
          expect(open!).toBeLessThanOrEqual(1)
        }
      }
    },
  )

  test.each(CHARACTERS)('%s’s skin looks outwards', (character) => {
    const row = rowOf(character)
    const outwards = part(row, 'head').filter(([x, y, z, , nx, ny, nz]) => x! * nx! + (y! - 1.2) * ny! + z! * nz! > 0)
    expect(outwards.length / part(row, 'head').length).toBeGreaterThan(0.9)
  })

  test('what nobody wears is not there to be drawn', () => {
    const row = rowOf('bear')
    for (const name of ['band', 'strip', 'knob', 'leftRim', 'leftHorn']) {
      expect(
        part(row, name)
          .flat()
          .every((value) => value === 0),
      ).toBe(true)
    }
    expect(
      part(rowOf('bear', 'scarf'), 'band')
        .flat()
        .some((value) => value !== 0),
    ).toBe(true)
    expect(
      part(rowOf('deer'), 'leftHorn')
        .flat()
        .some((value) => value !== 0),
    ).toBe(true)
  })
})

describe('the mesh that all figures share', () => {
  test('has few enough triangles for twelve people nearby and for fifty', () => {
    const triangles = (detail: Detail) => createFigureMesh(partRanges(detail)).index!.count / 3
    expect(triangles('near')).toBeLessThanOrEqual(2900)
    expect(triangles('far')).toBeLessThanOrEqual(960)
  })

  test.each(['near', 'far'] as const)(
    '%s: every triangle is of vertices that exist, and every vertex has a source',
    (detail) => {
      const ranges = partRanges(detail)
      const mesh = createFigureMesh(ranges)
      const source = mesh.getAttribute('part')
      const length = rowLength(ranges)
      expect(Math.max(...mesh.index!.array)).toBe(source.count - 1)
      for (let i = 0; i < source.count; i++) expect(source.getX(i)).toBeLessThan(length)
    },
  )

  test('the left hand is the right hand’s mirror image, wound the other way', () => {
    const ranges = partRanges('near')
    const [right, left] = ['rightHand', 'leftHand'].map((name) => ranges.find((one) => one.part.name === name)!)
    expect(left!.source).toBe(right!.source)
    expect(left!.first).not.toBe(right!.first)
  })
})
