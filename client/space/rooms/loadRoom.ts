// Fetches a made room and gets it ready to be drawn, before anybody sees it: geometry unpacked, picture decoded off the main
// thread. Throws when anything is missing or broken; the caller keeps what it has.

import { BufferAttribute, BufferGeometry, LinearFilter, LinearMipmapLinearFilter, NoColorSpace, Texture } from 'three'
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js'
import { readGlb, type Glb, type GlbPart } from './glb.ts'
import { roomFactsSchema, type RoomFacts } from './roomFacts.ts'
import type { RoomFiles } from './roomFiles.ts'

export interface Model {
  readonly parts: ReadonlyMap<string, BufferGeometry>
  readonly picture: Texture
  dispose(): void
}

export interface LoadedRoom {
  readonly facts: RoomFacts
  readonly room: Model
  /** Null: no chair was made for it, or it is broken. */
  readonly chair: Model | null
}

async function fetched(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`a room's file answered ${response.status}`)
  return response
}

function toGeometry(part: GlbPart): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(part.position, 3))
  geometry.setAttribute('uv', new BufferAttribute(part.uv, 2))
  const small = part.position.length / 3 < 65536
  geometry.setIndex(new BufferAttribute(small ? Uint16Array.from(part.index) : part.index, 1))
  return geometry
}

async function toTexture(picture: NonNullable<Glb['picture']>): Promise<Texture> {
  const blob = new Blob([picture.bytes], { type: picture.type })
  const bitmap = await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' })
  const texture = new Texture(bitmap)
  texture.flipY = false
  // Shaders of the space work with display colours themselves (light/film.ts).
  texture.colorSpace = NoColorSpace
  texture.generateMipmaps = true
  texture.minFilter = LinearMipmapLinearFilter
  texture.magFilter = LinearFilter
  texture.anisotropy = 4
  texture.needsUpdate = true
  return texture
}

async function loadModel(url: string, signal: AbortSignal): Promise<Model> {
  const [response] = await Promise.all([fetched(url, signal), MeshoptDecoder.ready])
  const glb = readGlb(await response.arrayBuffer(), (...args) => MeshoptDecoder.decodeGltfBuffer(...args))
  if (!glb.picture || glb.parts.size === 0) throw new Error('a room without a picture or a shape')
  const picture = await toTexture(glb.picture)
  const parts = new Map([...glb.parts].map(([name, part]) => [name, toGeometry(part)]))
  return {
    parts,
    picture,
    dispose() {
      for (const geometry of parts.values()) geometry.dispose()
      picture.dispose()
      if (picture.image instanceof ImageBitmap) picture.image.close()
    },
  }
}

/**
 * Loads a room.
 * @throws whatever went wrong with its model or facts; a broken chair is only left out.
 */
export async function loadRoom(files: RoomFiles, signal: AbortSignal): Promise<LoadedRoom> {
  const chair = files.chair ? loadModel(files.chair, signal).catch(() => null) : null
  const facts = fetched(files.facts, signal).then(async (response) => roomFactsSchema.parse(await response.json()))
  const [room, known, sat] = await Promise.all([loadModel(files.model, signal), facts, chair])
  return { facts: known, room, chair: sat }
}
