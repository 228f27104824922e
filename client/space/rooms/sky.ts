// The sky outside: a painted gradient, thin clouds, a few stars, a moon, free of bands. Drawn after the room, only where nothing
// covers it.

import { BackSide, Color, Mesh, ShaderMaterial, SphereGeometry, Vector4 } from 'three'
import type { RoomLight } from '../light/roomLight.ts'
import type { RoomFacts } from './roomFacts.ts'

const FAR = 120

/** The light that the sun left over the horizon, in a direction; shared with the sea, which mirrors it. */
export const GLOW_GLSL = /* glsl */ `
uniform vec4 uGlowAt;
uniform vec4 uGlow;
float afterglow(vec3 d) {
  vec3 low = normalize(vec3(d.x, max(d.y, 0.0) * uGlow.w, d.z));
  return pow(max(0.0, dot(low, uGlowAt.xyz)), max(1.0, uGlowAt.w));
}
`

const VERTEX = /* glsl */ `
varying vec3 vDirection;
varying vec3 vSeen;
void main() {
  vDirection = position;
  vSeen = mat3(viewMatrix) * position;
  vec4 clip = projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position, 1.0);
  gl_Position = clip.xyww;
}
`

const FRAGMENT = /* glsl */ `
uniform vec3 uZenith;
uniform vec3 uHorizon;
uniform vec3 uGround;
uniform vec4 uMoon;
uniform vec4 uClouds;
uniform float uStars;
uniform float uFlat;
uniform float uIdle;
uniform vec3 uTint;
varying vec3 vDirection;
varying vec3 vSeen;
${GLOW_GLSL}
float hash(vec3 p) { p = fract(p * 0.3183099 + 0.1); p *= 17.0; return fract(p.x * p.y * p.z * (p.x + p.y + p.z)); }
// Smooth noise that comes round again after a number of cells of x.
float soft(vec2 p, float cells) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  float left = mod(i.x, cells), right = mod(i.x + 1.0, cells);
  return mix(mix(hash(vec3(left, i.y, 2.0)), hash(vec3(right, i.y, 2.0)), f.x),
    mix(hash(vec3(left, i.y + 1.0, 2.0)), hash(vec3(right, i.y + 1.0, 2.0)), f.x), f.y);
}
// Where on the moon's face, in its radii. A flat picture stretches what is round at its edge, so there the disc is measured on the
// picture; a headset bends it back, so there it is measured by angle.
vec2 onMoon(vec3 d) {
  vec3 m = mat3(viewMatrix) * uMoon.xyz;
  if (uFlat > 0.5) return m.z < -0.05 ? (vSeen.xy / -vSeen.z - m.xy / -m.z) / uMoon.w : vec2(90.0);
  vec3 right = normalize(vec3(-uMoon.z, 0.0, uMoon.x));
  vec2 at = vec2(dot(d, right), dot(d, cross(right, uMoon.xyz))) / uMoon.w;
  return dot(d, uMoon.xyz) > 0.0 ? at : vec2(90.0);
}
void main() {
  vec3 d = normalize(vDirection);
  float h = d.y;
  vec3 colour = mix(uHorizon, uZenith, 1.0 - pow(1.0 - clamp(h, 0.0, 1.0), 2.6));
  colour = mix(colour, uGround, smoothstep(0.0, -0.06, h));
  // Few stars, each in its own cell of the sky; the brightest a little warm.
  vec3 cell = floor(d * 58.0);
  float pick = hash(cell);
  vec3 centre = (cell + 0.5 + 0.6 * (vec3(hash(cell + 7.0), hash(cell + 13.0), hash(cell + 29.0)) - 0.5)) / 58.0;
  float star = smoothstep(0.0022, 0.0006, length(d - normalize(centre)) * (0.7 + pick)) * step(0.955, pick);
  float glow = afterglow(d) * smoothstep(-0.06, 0.02, h);
  colour += mix(vec3(0.75, 0.82, 1.0), vec3(1.0, 0.9, 0.75), hash(cell + 3.0)) * star * uStars * smoothstep(0.05, 0.4, h) * (0.35 + 0.65 * hash(cell + 5.0)) * (1.0 - glow);
  colour = mix(colour, uGlow.rgb, glow);
  if (uClouds.w > 0.5) {
    // Long thin banks that drift too slowly to be followed; lit from below where the sun went.
    float turn = atan(d.x, -d.z) / 6.28319 + 0.5 + uIdle * 0.0003;
    float bank = soft(vec2(turn * 14.0, h * 26.0), 14.0) * 0.6 + soft(vec2(turn * 38.0, h * 49.0), 38.0) * 0.4;
    float there = smoothstep(0.5, 0.78, bank) * smoothstep(0.015, 0.07, h) * smoothstep(0.42, 0.12, h);
    colour = mix(colour, mix(uHorizon * 0.86, uClouds.rgb, 0.25 + 0.75 * glow), there * 0.55);
  }
  if (uMoon.w > 0.0) {
    vec2 q = onMoon(d);
    float r = length(q);
    float seas = smoothstep(0.5, 0.1, length(q - vec2(-0.3, 0.28))) + smoothstep(0.36, 0.1, length(q - vec2(0.22, 0.4))) +
      smoothstep(0.42, 0.1, length(q - vec2(-0.12, -0.3))) * 0.7 + smoothstep(0.24, 0.05, length(q - vec2(0.5, -0.05)));
    vec3 face = vec3(0.99, 0.95, 0.85) * (1.0 - 0.1 * min(seas, 1.0)) * (1.0 - 0.08 * r * r);
    colour += vec3(0.9, 0.84, 0.7) * (exp(-max(r - 1.0, 0.0) * 0.42) * 0.2 + exp(-r * 0.09) * 0.09);
    colour = mix(colour, face, smoothstep(1.05, 0.95, r));
  }
  float grain = hash(vec3(gl_FragCoord.xy, 1.0)) - 0.5;
  gl_FragColor = vec4(colour * uTint + grain * 1.5 / 255.0, 1.0);
}
`

/** Writes a unit direction and a number beside it; zeros where there is none. */
function aim(out: Vector4, [x, y, z]: readonly [number, number, number] = [0, 0, 0], w = 0): void {
  const length = Math.hypot(x, y, z) || 1
  out.set(x / length, y / length, z / length, w)
}

/** What the sun left, as shaders take it. */
export interface Afterglow {
  /** Direction; w: sharpness. */
  readonly uGlowAt: { value: Vector4 }
  /** Display colour; w: flatness. */
  readonly uGlow: { value: Vector4 }
}

export interface Sky {
  readonly mesh: Mesh
  readonly afterglow: Afterglow
  paint(sky: RoomFacts['sky']): void
  dispose(): void
}

/** Creates a sky; colours are display colours, as painted. */
export function createSky(light: RoomLight): Sky {
  const plain = (hex: string) => new Color().setStyle(hex, 'srgb-linear')
  const afterglow: Afterglow = { uGlowAt: { value: new Vector4() }, uGlow: { value: new Vector4() } }
  const uniforms = {
    uZenith: { value: plain('#232a45') },
    uHorizon: { value: plain('#c98d6c') },
    uGround: { value: plain('#1b1f22') },
    /** Direction; w: angular radius, 0 without a moon. */
    uMoon: { value: new Vector4() },
    ...afterglow,
    /** Display colour; w: 1 where there are clouds. */
    uClouds: { value: new Vector4() },
    uStars: { value: 0 },
    /** 1 on a flat picture, 0 in a headset. */
    uFlat: { value: 1 },
    uIdle: light.uIdle,
    uTint: light.uTint,
  }
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms,
    side: BackSide,
    depthWrite: false,
  })
  const mesh = new Mesh(new SphereGeometry(FAR, 16, 8), material)
  mesh.name = 'sky'
  mesh.frustumCulled = false
  mesh.renderOrder = 1
  mesh.onBeforeRender = (renderer) => {
    uniforms.uFlat.value = renderer.xr.isPresenting ? 0 : 1
  }
  const put = (out: Vector4, hex: string, w: number) => {
    const { r, g, b } = plain(hex)
    out.set(r, g, b, w)
  }
  return {
    mesh,
    afterglow,
    paint(sky) {
      uniforms.uZenith.value = plain(sky.zenith)
      uniforms.uHorizon.value = plain(sky.horizon)
      uniforms.uGround.value = plain(sky.ground)
      uniforms.uStars.value = sky.stars ? 1 : 0
      aim(uniforms.uMoon.value, sky.moon?.direction, sky.moon?.size)
      const { direction: [x, y, z] = [0, 0, 0], sharpness = 1, flatness = 1, colour = '#000000' } = sky.glow ?? {}
      aim(afterglow.uGlowAt.value, [x, y * flatness, z], sharpness)
      put(afterglow.uGlow.value, colour, flatness)
      put(uniforms.uClouds.value, sky.clouds ?? '#000000', sky.clouds ? 1 : 0)
    },
    dispose() {
      mesh.geometry.dispose()
      material.dispose()
    },
  }
}
