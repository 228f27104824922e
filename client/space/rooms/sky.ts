// The sky outside: a painted gradient, a few stars, a moon, free of bands. Drawn after the room, only where nothing covers it.

import { BackSide, Color, Mesh, ShaderMaterial, SphereGeometry, Vector4 } from 'three'
import type { RoomLight } from '../light/roomLight.ts'
import type { RoomFacts } from './roomFacts.ts'

const FAR = 120

const VERTEX = /* glsl */ `
varying vec3 vDirection;
void main() {
  vDirection = position;
  vec4 clip = projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position, 1.0);
  gl_Position = clip.xyww;
}
`

const FRAGMENT = /* glsl */ `
uniform vec3 uZenith;
uniform vec3 uHorizon;
uniform vec3 uGround;
uniform vec4 uMoon;
uniform vec4 uGlowAt;
uniform vec3 uGlow;
uniform float uStars;
uniform vec3 uTint;
varying vec3 vDirection;
float hash(vec3 p) { p = fract(p * 0.3183099 + 0.1); p *= 17.0; return fract(p.x * p.y * p.z * (p.x + p.y + p.z)); }
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
  colour += mix(vec3(0.75, 0.82, 1.0), vec3(1.0, 0.9, 0.75), hash(cell + 3.0)) * star * uStars * smoothstep(0.05, 0.4, h) * (0.35 + 0.65 * hash(cell + 5.0));
  colour = mix(colour, uGlow, pow(max(0.0, dot(d, uGlowAt.xyz)), max(1.0, uGlowAt.w)) * smoothstep(-0.06, 0.02, h));
  if (uMoon.w > 0.0) {
    float off = acos(clamp(dot(d, uMoon.xyz), -1.0, 1.0));
    float disc = smoothstep(uMoon.w * 1.04, uMoon.w * 0.97, off);
    float sea = 0.9 + 0.1 * sin(d.x * 260.0) * sin(d.y * 210.0 + 1.0);
    colour = mix(colour, vec3(0.98, 0.95, 0.86) * sea, disc);
    colour += vec3(0.9, 0.85, 0.7) * (exp(-off * 18.0) * 0.22 + exp(-off * 4.0) * 0.08);
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

export interface Sky {
  readonly mesh: Mesh
  paint(sky: RoomFacts['sky']): void
  dispose(): void
}

/** Creates a sky; colours are display colours, as painted. */
export function createSky(light: RoomLight): Sky {
  const plain = (hex: string) => new Color().setStyle(hex, 'srgb-linear')
  const uniforms = {
    uZenith: { value: plain('#232a45') },
    uHorizon: { value: plain('#c98d6c') },
    uGround: { value: plain('#1b1f22') },
    /** Direction; w: angular radius, 0 without a moon. */
    uMoon: { value: new Vector4() },
    /** Direction; w: sharpness. */
    uGlowAt: { value: new Vector4() },
    uGlow: { value: plain('#000000') },
    uStars: { value: 0 },
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
  return {
    mesh,
    paint(sky) {
      uniforms.uZenith.value = plain(sky.zenith)
      uniforms.uHorizon.value = plain(sky.horizon)
      uniforms.uGround.value = plain(sky.ground)
      uniforms.uStars.value = sky.stars ? 1 : 0
      aim(uniforms.uMoon.value, sky.moon?.direction, sky.moon?.size)
      aim(uniforms.uGlowAt.value, sky.glow?.direction, sky.glow?.sharpness)
      uniforms.uGlow.value = plain(sky.glow?.colour ?? '#000000')
    },
    dispose() {
      mesh.geometry.dispose()
      material.dispose()
    },
  }
}
