// Everything that shines by itself, in one draw: what belongs to the room is set once, what follows people is added every frame.

import {
  BufferAttribute,
  CustomBlending,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
} from 'three'
import type { RoomLight } from '../light/roomLight.ts'
import { GLOW_FRAGMENT, GLOW_VERTEX, GLOWS } from './glowShader.ts'

const MOST = 160

export interface Glow {
  readonly kind: keyof typeof GLOWS
  readonly x: number
  readonly y: number
  readonly z: number
  /** Metres: half the width of a halo, the height of a flame. */
  readonly size: number
  /** Display RGB 0–1 and strength. */
  readonly tint: readonly [number, number, number, number]
  readonly seed?: number
}

export interface Glows {
  readonly mesh: Mesh
  /** Replaces what belongs to the room. */
  setRoom(glows: readonly Glow[]): void
  /** Forgets what followed people in the last frame. */
  begin(): void
  add(
    kind: number,
    x: number,
    y: number,
    z: number,
    size: number,
    r: number,
    g: number,
    b: number,
    strength: number,
  ): void
  /** Hands this frame's glows to the next draw. */
  end(): void
  dispose(): void
}

/** Creates the one draw of all glows. */
export function createGlows(light: RoomLight): Glows {
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3))
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  const attribute = (name: string, size: number) => {
    const made = new InstancedBufferAttribute(new Float32Array(MOST * size), size)
    made.setUsage(DynamicDrawUsage)
    geometry.setAttribute(name, made)
    return made
  }
  const place = attribute('iPlace', 4)
  const tint = attribute('iTint', 4)
  const kinds = attribute('iKind', 2)
  const material = new ShaderMaterial({
    vertexShader: GLOW_VERTEX,
    fragmentShader: GLOW_FRAGMENT,
    uniforms: { uIdle: light.uIdle, uTint: light.uTint },
    transparent: true,
    depthWrite: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  })
  const mesh = new Mesh(geometry, material)
  mesh.name = 'glows'
  mesh.frustumCulled = false
  mesh.renderOrder = 10
  let fixed = 0
  let count = 0

  const put = (
    kind: number,
    seed: number,
    x: number,
    y: number,
    z: number,
    size: number,
    r: number,
    g: number,
    b: number,
    strength: number,
  ) => {
    if (count >= MOST) return
    place.setXYZW(count, x, y, z, size)
    tint.setXYZW(count, r, g, b, strength)
    kinds.setXY(count, kind, seed)
    count++
  }
  const end = () => {
    geometry.instanceCount = count
    mesh.visible = count > 0
    place.needsUpdate = true
    tint.needsUpdate = true
    kinds.needsUpdate = true
  }

  return {
    mesh,
    setRoom(glows) {
      count = 0
      for (const { kind, x, y, z, size, tint, seed } of glows) put(GLOWS[kind], seed ?? 0, x, y, z, size, ...tint)
      fixed = count
      end()
    },
    begin() {
      count = fixed
    },
    add(kind, x, y, z, size, r, g, b, strength) {
      put(kind, 0, x, y, z, size, r, g, b, strength)
    },
    end,
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}
