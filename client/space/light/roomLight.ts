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

/** Shares of the three bands that are used: one lamp overhead would ring in nine numbers and leave chins black. */
const BANDS = [1, 0.72, 0.72, 0.72, 0.32, 0.32, 0.32, 0.32, 0.32] as const
/** Mean light from all sides above which a room's probe is turned down for people. */
const BRIGHTEST = 0.85
/** First and second coefficient of a light of strength 1 from straight below. */
const BELOW = [0.282095, -0.488603] as const

/**
 * Takes out of a probe what a fire in the middle sent up into it from just below: people sit round the fire, not over it, and get
 * its light from `uFire`. Returns 27 numbers.
 */
export function withoutLightFromBelow(probe: readonly number[]): number[] {
  const out = [...probe]
  for (let channel = 0; channel < 3; channel++) {
    const [even, upward] = [probe[channel] ?? 0, probe[3 + channel] ?? 0]
    if (upward >= 0 || even <= 0) continue
    const strength = Math.min(upward / BELOW[1], (0.93 * even) / BELOW[0])
    const left = 1 - (strength * BELOW[0]) / even
    for (let i = 0; i < 9; i++) out[i * 3 + channel] = (out[i * 3 + channel] ?? 0) * left
    out[3 + channel] = 0
  }
  return out
}

/** Lights people and things as a room does. */
export function setLight(light: RoomLight, { probe, fire }: LightFacts): void {
  const calm = withoutLightFromBelow(probe)
  // By daylight felt would bleach: its colours are who somebody is.
  const mean = 0.282095 * (0.2126 * (calm[0] ?? 0) + 0.7152 * (calm[1] ?? 0) + 0.0722 * (calm[2] ?? 0))
  const scale = Math.min(1, BRIGHTEST / Math.max(mean, 1e-6))
  light.uProbe.value.forEach((one, i) => {
    one.set(calm[i * 3] ?? 0, calm[i * 3 + 1] ?? 0, calm[i * 3 + 2] ?? 0).multiplyScalar((BANDS[i] ?? 0) * scale)
  })
  light.uFire.value.set(fire?.x ?? 0, fire?.y ?? 0.5, fire?.z ?? 0, fire?.strength ?? 0)
}
