// Reads the binary glTF that our own scripts write: named nodes with positions, texture coordinates and triangles, packed by
// meshopt and quantised, and one picture. Not a general loader; what it does not know is an error, and the plain room stays.

import * as z from 'zod/mini'

const index = z.int().check(z.gte(0))
const vec = z.array(z.number())
const gltfSchema = z.object({
  accessors: z.array(
    z.object({
      bufferView: index,
      byteOffset: z.optional(index),
      componentType: z.union([
        z.literal(5120),
        z.literal(5121),
        z.literal(5122),
        z.literal(5123),
        z.literal(5125),
        z.literal(5126),
      ]),
      normalized: z.optional(z.boolean()),
      count: index,
      type: z.string(),
    }),
  ),
  bufferViews: z.array(
    z.object({
      buffer: index,
      byteOffset: z.optional(index),
      byteLength: index,
      byteStride: z.optional(index),
      extensions: z.optional(
        z.object({
          EXT_meshopt_compression: z.optional(
            z.object({
              byteOffset: z.optional(index),
              byteLength: index,
              byteStride: index,
              count: index,
              mode: z.enum(['ATTRIBUTES', 'TRIANGLES', 'INDICES']),
              filter: z.optional(z.enum(['NONE', 'OCTAHEDRAL', 'QUATERNION', 'EXPONENTIAL'])),
            }),
          ),
        }),
      ),
    }),
  ),
  images: z.optional(z.array(z.object({ bufferView: index, mimeType: z.string() }))),
  meshes: z.array(
    z.object({
      primitives: z.array(
        z.object({ attributes: z.object({ POSITION: index, TEXCOORD_0: z.optional(index) }), indices: index }),
      ),
    }),
  ),
  nodes: z.array(
    z.object({
      name: z.string(),
      mesh: z.optional(index),
      translation: z.optional(vec),
      scale: z.optional(vec),
      rotation: z.optional(vec),
    }),
  ),
})

export interface GlbPart {
  readonly position: Float32Array
  readonly uv: Float32Array
  readonly index: Uint32Array
}

export interface Glb {
  /** By node name. */
  readonly parts: ReadonlyMap<string, GlbPart>
  /** The picture that all parts share, still packed. */
  readonly picture: { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string } | null
}

/** Unpacks a meshopt stream: three's decoder has this shape. */
export type Unpack = (
  target: Uint8Array,
  count: number,
  size: number,
  source: Uint8Array,
  mode: string,
  filter?: string,
) => void

const MAGIC = 0x46546c67
const JSON_CHUNK = 0x4e4f534a
const SIZES: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 }
const READERS = {
  5120: { bytes: 1, unit: 127, read: (view: DataView, at: number) => view.getInt8(at) },
  5121: { bytes: 1, unit: 255, read: (view: DataView, at: number) => view.getUint8(at) },
  5122: { bytes: 2, unit: 32767, read: (view: DataView, at: number) => view.getInt16(at, true) },
  5123: { bytes: 2, unit: 65535, read: (view: DataView, at: number) => view.getUint16(at, true) },
  5125: { bytes: 4, unit: 1, read: (view: DataView, at: number) => view.getUint32(at, true) },
  5126: { bytes: 4, unit: 1, read: (view: DataView, at: number) => view.getFloat32(at, true) },
} as const

/**
 * Reads a GLB.
 * @throws Error when it is not one, is cut short, or uses what our scripts never write.
 */
export function readGlb(file: ArrayBuffer, unpack: Unpack): Glb {
  const header = new DataView(file)
  if (file.byteLength < 20 || header.getUint32(0, true) !== MAGIC) throw new Error('not a GLB')
  const jsonLength = header.getUint32(12, true)
  if (header.getUint32(16, true) !== JSON_CHUNK) throw new Error('a GLB starts with its JSON')
  const gltf = gltfSchema.parse(JSON.parse(new TextDecoder().decode(new Uint8Array(file, 20, jsonLength))))
  const binary = 20 + jsonLength + 8

  const bytesOf = (which: number): { bytes: Uint8Array<ArrayBuffer>; stride: number | undefined } => {
    const view = gltf.bufferViews[which]
    if (!view) throw new Error('a view that is not there')
    const packed = view.extensions?.EXT_meshopt_compression
    const source = new Uint8Array(file, binary + ((packed ?? view).byteOffset ?? 0), (packed ?? view).byteLength)
    if (!packed) return { bytes: source, stride: view.byteStride }
    const bytes = new Uint8Array(packed.count * packed.byteStride)
    unpack(bytes, packed.count, packed.byteStride, source, packed.mode, packed.filter)
    return { bytes, stride: packed.byteStride }
  }

  const numbersOf = <T extends Float32Array | Uint32Array>(which: number, make: (length: number) => T): T => {
    const accessor = gltf.accessors[which]
    const size = accessor && SIZES[accessor.type]
    if (!accessor || !size) throw new Error('an accessor that is not there')
    const { bytes, unit, read } = READERS[accessor.componentType]
    const source = bytesOf(accessor.bufferView)
    const view = new DataView(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
    const stride = source.stride ?? bytes * size
    const out = make(accessor.count * size)
    for (let i = 0; i < accessor.count; i++) {
      for (let k = 0; k < size; k++) {
        const value = read(view, (accessor.byteOffset ?? 0) + i * stride + k * bytes)
        out[i * size + k] = accessor.normalized ? Math.max(value / unit, -1) : value
      }
    }
    return out
  }

  const parts = new Map<string, GlbPart>()
  for (const node of gltf.nodes) {
    const primitive = node.mesh === undefined ? undefined : gltf.meshes[node.mesh]?.primitives[0]
    if (!primitive) continue
    if (node.rotation) throw new Error('our scripts never turn a node')
    const position = numbersOf(primitive.attributes.POSITION, (n) => new Float32Array(n))
    const [sx = 1, sy = 1, sz = 1] = node.scale ?? []
    const [tx = 0, ty = 0, tz = 0] = node.translation ?? []
    for (let i = 0; i < position.length; i += 3) {
      position[i] = position[i]! * sx + tx
      position[i + 1] = position[i + 1]! * sy + ty
      position[i + 2] = position[i + 2]! * sz + tz
    }
    const uv = primitive.attributes.TEXCOORD_0
    parts.set(node.name, {
      position,
      uv: uv === undefined ? new Float32Array((position.length / 3) * 2) : numbersOf(uv, (n) => new Float32Array(n)),
      index: numbersOf(primitive.indices, (n) => new Uint32Array(n)),
    })
  }
  const image = gltf.images?.[0]
  return { parts, picture: image ? { bytes: bytesOf(image.bufferView).bytes, type: image.mimeType } : null }
}
