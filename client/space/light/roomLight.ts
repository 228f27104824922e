// The light of the room as people, chairs and things see it: one set of uniforms that all their shaders share.
// Values are linear and already multiplied by the room's exposure.

import { Color, Vector3, Vector4 } from 'three'
import { projectProbe } from './probe.ts'

export interface RoomLight {
  readonly uProbe: { value: Vector3[] }
  /** Position of the fire's heart, metres; w: strength of its light at one metre. */
  readonly uFire: { value: Vector4 }
  readonly uFireColour: { value: Color }
  /** What display colours are multiplied with; white unless the room is dimmed. */
  readonly uTint: { value: Color }
  readonly uSeconds: { value: number }
  /** As uSeconds; stands still under reduced motion. */
  readonly uIdle: { value: number }
}

export interface LightFacts {
  /** 27 numbers, see probe.ts. */
  readonly probe: readonly number[]
  readonly fire: { readonly x: number; readonly y: number; readonly z: number; readonly strength: number } | null
  readonly dim: readonly [number, number, number]
}

/** Creates the uniforms with a soft warm light from below and a cool one from above. */
export function createRoomLight(): RoomLight {
  const light: RoomLight = {
    uProbe: { value: Array.from({ length: 9 }, () => new Vector3()) },
    uFire: { value: new Vector4(0, 0.5, 0, 1) },
    uFireColour: { value: new Color(1, 0.58, 0.27) },
    uTint: { value: new Color(1, 1, 1) },
    uSeconds: { value: 0 },
    uIdle: { value: 0 },
  }
  setLight(
    light,
    { probe: projectProbe((_x, y) => [0.3 - 0.1 * y, 0.24, 0.2 + 0.05 * y]), fire: null, dim: [1, 1, 1] },
    false,
  )
  return light
}

/** Lights people and things as a room does. */
export function setLight(light: RoomLight, facts: LightFacts, dim: boolean): void {
  light.uProbe.value.forEach((one, i) => one.fromArray(facts.probe as number[], i * 3))
  const { fire } = facts
  light.uFire.value.set(fire?.x ?? 0, fire?.y ?? 0.5, fire?.z ?? 0, fire?.strength ?? 0)
  const [r, g, b] = dim ? facts.dim : [1, 1, 1]
  light.uTint.value.setRGB(r, g, b)
}
