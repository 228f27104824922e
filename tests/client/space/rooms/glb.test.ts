import { readFileSync, readdirSync } from 'node:fs'
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { readGlb, type Unpack } from '../../../../client/space/rooms/glb.ts'

const ROOMS = new URL('../../../../assets/rooms/', import.meta.url)
const unpack: Unpack = (...args) => MeshoptDecoder.decodeGltfBuffer(...args)

function fileOf(name: string): ArrayBuffer {
  const bytes = readFileSync(new URL(name, ROOMS))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}

/** A GLB with this JSON and these bytes. */
function glbOf(json: unknown, binary = new Uint8Array(0)): ArrayBuffer {
  const text = new TextEncoder().encode(JSON.stringify(json).padEnd(4, ' '))
  const file = new Uint8Array(20 + text.length + 8 + binary.length)
  const view = new DataView(file.buffer)
  view.setUint32(0, 0x46546c67, true)
  view.setUint32(12, text.length, true)
  view.setUint32(16, 0x4e4f534a, true)
  file.set(text, 20)
  view.setUint32(20 + text.length, binary.length, true)
  file.set(binary, 28 + text.length)
  return file.buffer
}

const made = readdirSync(ROOMS).filter((name) => name.endsWith('.glb'))

beforeAll(() => MeshoptDecoder.ready)

describe('the rooms’ files', () => {
  test('there is at least one made room', () => {
    expect(made.length).toBeGreaterThan(0)
  })

  test.each(made)(
    '%s is read whole: named parts, finite places, triangles of vertices that exist, one picture',
    (name) => {
      const { parts, picture } = readGlb(fileOf(name), unpack)
      expect([...parts.keys()]).toContain(name.endsWith('-chair.glb') ? 'chair' : 'room')
      expect(picture?.type).toBe('image/webp')
      for (const { position, uv, index } of parts.values()) {
        expect(position.every(Number.isFinite)).toBe(true)
        expect(uv.length / 2).toBe(position.length / 3)
        expect(index.length % 3).toBe(0)
        expect(index.reduce((most, i) => Math.max(most, i), 0)).toBeLessThan(position.length / 3)
      }
    },
  )

  test.each(made.filter((name) => name.endsWith('-chair.glb')))(
    '%s: the chair stands on the floor and looks along -z',
    (name) => {
      const { position } = readGlb(fileOf(name), unpack).parts.get('chair')!
      const ys = [...position].filter((_, i) => i % 3 === 1)
      expect(Math.min(...ys)).toBeGreaterThan(-0.03)
      expect(Math.min(...ys)).toBeLessThan(0.03)
      const high = Array.from({ length: position.length / 3 }, (_, i) => i).filter((i) => position[i * 3 + 1]! > 0.7)
      const behind = high.filter((i) => position[i * 3 + 2]! > 0)
      expect(behind.length).toBeGreaterThanOrEqual(high.length / 2)
    },
  )
})

describe('a broken file', () => {
  test.each([0, 3, 11, 19, 40, 900, 4000])('cut after %i bytes is refused', (length) => {
    const file = fileOf(made[0]!)
    expect(() => readGlb(file.slice(0, length), unpack)).toThrow(/./)
  })

  test('that is something else is refused', () => {
    expect(() => readGlb(new TextEncoder().encode('<!doctype html><title>Not found</title>').buffer, unpack)).toThrow(
      'not a GLB',
    )
  })

  test('whose JSON is of another shape is refused', () => {
    expect(() => readGlb(glbOf({ asset: {} }), unpack)).toThrow(/./)
  })

  test('that points to what is not there is refused', () => {
    const json = {
      accessors: [],
      bufferViews: [],
      meshes: [{ primitives: [{ attributes: { POSITION: 7 }, indices: 8 }] }],
      nodes: [{ name: 'room', mesh: 0 }],
    }
    expect(() => readGlb(glbOf(json), unpack)).toThrow('an accessor that is not there')
  })

  test('with a turned node is refused, as our scripts never write one', () => {
    const json = {
      accessors: [],
      bufferViews: [],
      meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 0 }] }],
      nodes: [{ name: 'room', mesh: 0, rotation: [0, 0, 0, 1] }],
    }
    expect(() => readGlb(glbOf(json), unpack)).toThrow('never turn')
  })
})

describe('what is unpacked', () => {
  test('quantised places are scaled and moved as the node says', () => {
    const binary = new Uint8Array(new Int16Array([32767, 0, -32767, 0]).buffer)
    const json = {
      accessors: [
        { bufferView: 0, componentType: 5122, normalized: true, count: 1, type: 'VEC3' },
        { bufferView: 1, componentType: 5123, count: 1, type: 'SCALAR' },
      ],
      bufferViews: [
        { buffer: 0, byteLength: 6 },
        { buffer: 0, byteOffset: 6, byteLength: 2 },
      ],
      meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
      nodes: [{ name: 'room', mesh: 0, scale: [2, 2, 2], translation: [1, 1, 1] }],
    }
    expect([...readGlb(glbOf(json, binary), unpack).parts.get('room')!.position]).toEqual([3, 1, -1])
  })
})
