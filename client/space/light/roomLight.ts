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
  setLight(light, { probe: projectProbe((_x, y) => [0.3 - 0.1 * y, 0.24, 0.2 + 0.05 * y]), fire: null })
  return light
}

/** Lights people and things as a room does. */
export function setLight(light: RoomLight, { probe, fire }: LightFacts): void {
  light.uProbe.value.forEach((one, i) => {
    // One lamp overhead would ring in nine numbers and leave chins black: the finer the band, the less of it is used.
    const share = i === 0 ? 1 : i < 4 ? 0.72 : 0.32
    one.set(probe[i * 3] ?? 0, probe[i * 3 + 1] ?? 0, probe[i * 3 + 2] ?? 0).multiplyScalar(share)
  })
  light.uFire.value.set(fire?.x ?? 0, fire?.y ?? 0.5, fire?.z ?? 0, fire?.strength ?? 0)
}
