// The materials of rooms: baked pictures and painted vertices shown as they are, the sea, and baked chairs tinted by the room.
// Made once and shared by all rooms, so that a change of environment compiles nothing.

import {
  Color,
  CustomBlending,
  DoubleSide,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  type Texture,
  Vector3,
} from 'three'
import { CHAIR_LIFT, LIFT_GLSL } from '../light/litShader.ts'
import type { RoomLight } from '../light/roomLight.ts'
import type { RoomFacts } from './roomFacts.ts'
import { GLOW_GLSL, type Afterglow } from './sky.ts'

const GRAIN = /* glsl */ `float grain() { return (fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453) - 0.5) / 255.0; }`

const BAKED_VERTEX = /* glsl */ `
varying vec2 vUv;
varying vec3 vAt;
void main() {
  vUv = uv;
  vAt = position;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
}
`

const BAKED_FRAGMENT = /* glsl */ `
uniform sampler2D uPicture;
uniform vec4 uFire;
uniform vec3 uTint;
uniform float uIdle;
varying vec2 vUv;
varying vec3 vAt;
${GRAIN}
void main() {
  vec3 colour = texture2D(uPicture, vUv).rgb;
  // The fire breathes: what it lights grows warmer and cooler by a few hundredths, slowly.
  vec3 off = vAt - uFire.xyz;
  float near = 1.0 / (1.0 + dot(off, off) * 0.6);
  float breath = sin(uIdle * 1.7) * 0.5 + sin(uIdle * 1.13 + 1.0) * 0.5;
  colour *= 1.0 + vec3(0.055, 0.038, 0.02) * breath * near;
  gl_FragColor = vec4(colour * uTint + grain(), 1.0);
}
`

const PAINTED_VERTEX = /* glsl */ `
attribute vec3 color;
varying vec3 vColour;
void main() {
  vColour = color;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
}
`

const PAINTED_FRAGMENT = /* glsl */ `
uniform vec3 uTint;
varying vec3 vColour;
${GRAIN}
void main() { gl_FragColor = vec4(vColour * uTint + grain(), 1.0); }
`

const CHAIR_VERTEX = /* glsl */ `
attribute vec3 seat;
attribute float shade;
varying vec2 vUv;
varying float vShade;
varying vec3 vAt;
${LIFT_GLSL}
void main() {
  float s = sin(seat.z), c = cos(seat.z);
  vec3 p = vec3(position.x * c + position.z * s + seat.x, position.y, position.z * c - position.x * s + seat.y);
  vUv = uv;
  vShade = shade;
  vAt = p;
  gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.0);
  if (shade > -0.5) gl_Position.z = liftedDepth(p, gl_Position.w, ${CHAIR_LIFT});
}
`

const CHAIR_FRAGMENT = /* glsl */ `
uniform sampler2D uPicture;
uniform vec3 uCloth;
uniform vec3 uTint;
uniform vec4 uFire;
uniform vec3 uFireColour;
varying vec2 vUv;
varying float vShade;
varying vec3 vAt;
void main() {
  if (vShade > -0.5) {
    float dark = clamp(vShade, 0.0, 1.0);
    gl_FragColor = vec4(0.0, 0.0, 0.0, dark * dark * (3.0 - 2.0 * dark));
    return;
  }
  vec3 off = uFire.xyz - vAt;
  vec3 light = uCloth * 0.8 + uFireColour * uFire.w * 0.35 / (0.8 + dot(off, off));
  vec3 colour = pow(texture2D(uPicture, vUv).rgb, vec3(2.2)) * light;
  gl_FragColor = vec4(pow(colour / (1.0 + 0.18 * max(colour - 0.5, 0.0)), vec3(1.0 / 2.2)) * uTint, 1.0);
}
`

const SEA_VERTEX = /* glsl */ `
uniform float uIdle;
uniform vec3 uWaves;
varying vec3 vAt;
varying vec2 vUv;
void main() {
  vec3 p = position;
  float near = 1.0 - 0.75 * smoothstep(6.0, 40.0, length(p.xz));
  float turn = 6.28319 / max(uWaves.y, 0.1);
  float time = uIdle * 6.28319 / max(uWaves.z, 1.0);
  p.y += uWaves.x * near * (0.6 * sin(p.z * turn + time) + 0.4 * sin((p.x * 0.8 + p.z * 0.5) * turn * 1.7 - time * 1.3));
  vAt = p;
  vUv = uv;
  gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.0);
}
`

const SEA_FRAGMENT = /* glsl */ `
uniform sampler2D uPicture;
uniform vec3 uTint;
uniform float uIdle;
varying vec3 vAt;
varying vec2 vUv;
${GRAIN}
${GLOW_GLSL}
void main() {
  vec3 colour = texture2D(uPicture, vUv).rgb;
  vec3 toEye = normalize(cameraPosition - vAt);
  float far = length(vAt.xz);
  vec2 w = vAt.xz * 1.3;
  float wave = sin(w.x * 1.1 + uIdle * 1.1 + sin(w.y * 0.7)) * sin(w.y * 1.7 - uIdle * 0.8 + sin(w.x * 0.6));
  float glint = smoothstep(0.55, 0.98, wave) * pow(1.0 - abs(toEye.y), 3.0) * smoothstep(60.0, 6.0, far);
  colour += colour * glint * 0.55 + vec3(0.02, 0.022, 0.024) * wave * smoothstep(40.0, 4.0, far);
  // The last light of the sun lies on the water as a path towards whoever looks.
  vec2 slope = vec2(sin(w.x * 1.9 + w.y * 0.6 - uIdle * 0.7) + 0.6 * sin(w.x * 4.3 - w.y * 1.7 + uIdle * 0.9),
    sin(w.y * 2.3 - w.x * 0.5 + uIdle * 0.8) + 0.6 * sin(w.y * 5.1 + w.x * 1.3 - uIdle * 1.1));
  vec3 up = normalize(vec3(slope.x * 0.06, 1.0, slope.y * 0.05));
  vec3 away = reflect(-toEye, up);
  float mirror = pow(1.0 - max(0.0, dot(toEye, up)), 3.0);
  colour = mix(colour, uGlow.rgb, afterglow(vec3(away.x, abs(away.y), away.z)) * mirror * 0.8);
  gl_FragColor = vec4(colour * uTint + grain(), 1.0);
}
`

export interface RoomMaterials {
  readonly baked: ShaderMaterial
  readonly painted: ShaderMaterial
  readonly sea: ShaderMaterial
  readonly chair: ShaderMaterial
  /** Shows a room's picture from now on, tints baked chairs, moves the sea. */
  show(room: Texture, chair: Texture | null, facts: Pick<RoomFacts, 'tint' | 'sea'>): void
  dispose(): void
}

/** Creates the materials that all rooms share; the sea mirrors the sky's afterglow. */
export function createRoomMaterials(light: RoomLight, afterglow: Afterglow): RoomMaterials {
  const { uFire, uFireColour, uTint, uIdle } = light
  const picture = { value: null as Texture | null }
  const chairPicture = { value: null as Texture | null }
  const waves = { value: new Vector3() }
  const cloth = { value: new Color(1, 1, 1) }
  const baked = new ShaderMaterial({
    vertexShader: BAKED_VERTEX,
    fragmentShader: BAKED_FRAGMENT,
    uniforms: { uPicture: picture, uFire, uTint, uIdle },
  })
  const painted = new ShaderMaterial({
    vertexShader: PAINTED_VERTEX,
    fragmentShader: PAINTED_FRAGMENT,
    uniforms: { uTint },
    side: DoubleSide,
  })
  const sea = new ShaderMaterial({
    vertexShader: SEA_VERTEX,
    fragmentShader: SEA_FRAGMENT,
    uniforms: { uPicture: picture, uTint, uIdle, uWaves: waves, ...afterglow },
  })
  const chair = new ShaderMaterial({
    vertexShader: CHAIR_VERTEX,
    fragmentShader: CHAIR_FRAGMENT,
    uniforms: { uPicture: chairPicture, uCloth: cloth, uTint, uFire, uFireColour },
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  })
  return {
    baked,
    painted,
    sea,
    chair,
    show(room, seat, { tint, sea: swell }) {
      picture.value = room
      chairPicture.value = seat
      cloth.value.setRGB(...tint.full)
      waves.value.set(swell?.swell ?? 0, swell?.length ?? 4, swell?.period ?? 6)
    },
    dispose() {
      for (const material of [baked, painted, sea, chair]) material.dispose()
    },
  }
}
