// A chair or cushion that was baked with its room, made ready for many seats: the shadow on the floor is added to it.

import { BufferAttribute, BufferGeometry } from 'three'
import { addFloorShadow, emptyMesh } from '../shapes/litMesh.ts'

/** Adds a shadow on the floor to a baked chair; attribute `shade` says what is shadow (0–1) and what is chair (−1). */
export function withShadow(chair: BufferGeometry, radius: number): BufferGeometry {
  const shadow = emptyMesh()
  addFloorShadow(shadow, 0, 0.02, radius, radius, 0.5)
  const count = shadow.positions.length / 3
  const join = (name: string, first: readonly number[], size: number) => {
    const rest = chair.getAttribute(name).array
    const all = new Float32Array(count * size + rest.length)
    all.set(first)
    all.set(rest, count * size)
    return new BufferAttribute(all, size)
  }
  const whole = new BufferGeometry()
  whole.setAttribute('position', join('position', shadow.positions, 3))
  whole.setAttribute('uv', join('uv', [], 2))
  const shade = new Float32Array(count + chair.getAttribute('position').count).fill(-1)
  for (let i = 0; i < count; i++) shade[i] = -1 - shadow.colours[i * 4 + 3]!
  whole.setAttribute('shade', new BufferAttribute(shade, 1))
  // The shadow last, so that it darkens the feet instead of hiding them.
  whole.setIndex([...Array.from(chair.index!.array, (i) => i + count), ...shadow.index])
  return whole
}
