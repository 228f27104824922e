// Shader for things made in code (plain chairs, the table, lamps): vertex colours lit by the room's probe and fire, as people are.
// The fourth number of `tone` says how: 0–1 openness, above 2 light of its own, below −1 a shadow on the floor.

import { FILM_GLSL } from './film.ts'
import { PROBE_GLSL } from './probe.ts'

/**
 * GLSL: the depth of a shadow that lies on a floor or a rug of unknown height, a little nearer to the eye than it is (`by` metres),
 * so that it is neither under the rug nor over the chair's legs.
 */
export const LIFT_GLSL = /* glsl */ `
float liftedDepth(vec3 p, float w, float by) {
  vec4 near = projectionMatrix * viewMatrix * vec4(p + normalize(cameraPosition - p) * by, 1.0);
  return near.z / near.w * w;
}
`

/** How far the shadow of a chair is lifted, metres. */
export const CHAIR_LIFT = 0.05

/** `place` is GLSL that may change `vec3 p` and `vec3 n`, in the room's frame, `vec3 shine` (what multiplies
 * light of its own) and `vec3 own` (light that shines through); it runs once a vertex. `lift`: of shadows, metres. */
export function litVertex(declarations: string, place: string, lift = CHAIR_LIFT): string {
  return /* glsl */ `
attribute vec4 tone;
${declarations}
${PROBE_GLSL}
varying vec3 vNormal;
varying vec3 vWorld;
varying vec3 vProbe;
varying vec4 vTone;
varying vec3 vShine;
varying vec3 vOwn;
${LIFT_GLSL}
void main() {
  vec3 p = position;
  vec3 n = normal;
  vec3 shine = vec3(1.0);
  vec3 own = vec3(0.0);
  ${place}
  vNormal = n;
  vWorld = p;
  // A little from everywhere: what is turned away from all lamps is dim, not black.
  vProbe = probeLight(n) + uProbe[0] * 0.07;
  vTone = tone;
  vShine = shine;
  vOwn = own;
  gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.0);
  if (tone.w < -0.5) gl_Position.z = liftedDepth(p, gl_Position.w, ${lift.toFixed(4)});
}
`
}

export const LIT_FRAGMENT = /* glsl */ `
uniform vec4 uFire;
uniform vec3 uFireColour;
uniform vec3 uTint;
varying vec3 vNormal;
varying vec3 vWorld;
varying vec3 vProbe;
varying vec4 vTone;
varying vec3 vShine;
varying vec3 vOwn;
${FILM_GLSL}
void main() {
  if (vTone.w < -0.5) {
    float dark = clamp(-1.0 - vTone.w, 0.0, 1.0);
    gl_FragColor = vec4(0.0, 0.0, 0.0, dark * dark * (3.0 - 2.0 * dark));
    return;
  }
  if (vTone.w > 1.5) {
    gl_FragColor = vec4(film(vTone.rgb * (vTone.w - 2.0) * vShine) * uTint, 1.0);
    return;
  }
  vec3 n = normalize(vNormal);
  vec3 toFire = uFire.xyz - vWorld;
  float far2 = dot(toFire, toFire);
  float facing = dot(n, toFire * inversesqrt(far2));
  float wrapped = max(0.0, (facing + 0.25) / 1.25);
  vec3 fire = uFireColour * (uFire.w * wrapped * wrapped / (0.5 + far2)) * mix(0.35, 1.0, vTone.w);
  float edge = 1.0 - max(0.0, dot(n, normalize(cameraPosition - vWorld)));
  vec3 light = (vProbe * mix(0.12, 1.0, vTone.w * vTone.w) + fire) * (1.0 + 0.35 * edge * edge);
  gl_FragColor = vec4(film(vTone.rgb * (light + vOwn)) * uTint, 1.0);
}
`
