// Fragment shader of the people: felt in two tones, lit by the room's probe and its fire, with a fuzzy warm rim; eyes with one
// highlight and lids; the glow at the breast that says who speaks.

import { FILM_GLSL } from '../light/film.ts'
import { BREAST } from './folk.ts'
import { MARKINGS_GLSL } from './markings.ts'
import { PAINTS } from './figureParts.ts'

const paint = (name: keyof typeof PAINTS) =>
  `(vKind.x > ${(PAINTS[name] - 0.5).toFixed(1)} && vKind.x < ${(PAINTS[name] + 0.5).toFixed(1)})`

export const PEOPLE_FRAGMENT = /* glsl */ `
precision highp float;
precision highp int;
uniform vec3 cameraPosition;
uniform vec4 uFire;
uniform vec3 uFireColour;
uniform vec3 uTint;
in vec3 vRest;
in vec3 vNormal;
in vec3 vWorld;
in vec3 vProbe;
in vec4 vSkin;
in vec2 vEye;
flat in vec3 vBody;
flat in vec3 vTrim;
flat in vec3 vRim;
flat in vec3 vCloth;
flat in vec4 vKind;
flat in vec4 vState;
flat in vec4 vFace;
flat in vec4 vShow;
out vec4 display;
${FILM_GLSL}
float hash(vec3 p) {
  p = fract(p * 0.3183099 + 0.1);
  p *= 17.0;
  return fract(p.x * p.y * p.z * (p.x + p.y + p.z));
}
float fibres(vec3 x) {
  vec3 i = floor(x), f = fract(x);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(mix(hash(i), hash(i + vec3(1, 0, 0)), f.x), mix(hash(i + vec3(0, 1, 0)), hash(i + vec3(1, 1, 0)), f.x), f.y),
    mix(mix(hash(i + vec3(0, 0, 1)), hash(i + vec3(1, 0, 1)), f.x), mix(hash(i + vec3(0, 1, 1)), hash(i + vec3(1, 1, 1)), f.x), f.y), f.z);
}
float inside(float field, float soft) { return smoothstep(-soft, soft, field); }
float oval(vec2 p, vec2 at, vec2 size) { vec2 d = (p - at) / size; return (1.0 - length(d)) * min(size.x, size.y); }
${MARKINGS_GLSL}

/** x: how much of the eye's opening is lid; y: how much is the dark line where lids meet. */
vec2 lids(vec2 e) {
  float shut = max(vFace.x, vFace.w * 0.86);
  float bow = mix(0.34, -0.5, vFace.w);
  float line = mix(-0.3, -0.12, vFace.w) + bow * e.x * e.x;
  float upper = mix(1.25, line, smoothstep(0.0, 1.0, shut));
  float lower = mix(-1.3, line, max(smoothstep(0.75, 1.0, shut), vFace.w * 0.9));
  float lid = max(smoothstep(-0.05, 0.05, e.y - upper), smoothstep(-0.05, 0.05, lower - e.y));
  float lash = (1.0 - smoothstep(0.07, 0.15, abs(e.y - upper))) * smoothstep(1.0, 0.8, abs(e.x)) * smoothstep(0.15, 0.5, shut);
  return vec2(lid, lash);
}

void main() {
  if (${paint('shadow')}) {
    float dark = vSkin.x * vSkin.x * (3.0 - 2.0 * vSkin.x);
    display = vec4(vec3(0.02, 0.012, 0.01) * dark * 0.6, dark * 0.62);
    return;
  }
  vec3 n = normalize(vNormal);
  vec3 toEye = normalize(cameraPosition - vWorld);
  float open = vSkin.y;
  float rest = vState.x;
  float voice = vState.w * (1.0 - rest);

  // Colour.
  vec3 felt = vBody;
  vec3 glow = vec3(0.0);
  float gloss = 0.0;
  float fuzz = 1.0;
  float wool = fibres(vRest * 95.0) * 0.6 + fibres(vRest * vec3(210.0, 150.0, 210.0)) * 0.4;
  if (vShow.w > 0.5) {
    // Three layers, each with its fold to the front; two stripes run across all of them.
    float layer = fract((vRest.y - 0.456) / 0.0335);
    float stripe = max(inside(0.012 - abs(vRest.x - 0.1), 0.002), inside(0.012 - abs(vRest.x - 0.062), 0.002));
    felt = mix(vec3(0.50, 0.36, 0.24), vec3(0.16, 0.29, 0.29), stripe);
    felt *= mix(0.42, 1.0, smoothstep(0.0, 0.28, layer) * smoothstep(1.0, 0.86, layer) + smoothstep(0.545, 0.55, vRest.y));
  } else if (${paint('eye')}) {
    vec2 lid = lids(vEye);
    vec3 lidFelt = vBody * 0.78;
    vec2 look = vEye - vFace.yz * 0.22;
    vec3 bead = mix(vec3(0.010, 0.007, 0.007), vec3(0.15, 0.068, 0.028), smoothstep(0.15, -1.0, look.y) * (1.0 - smoothstep(0.55, 1.0, length(look))));
    vec2 spark = look - vec2(0.30, 0.36);
    vec2 glint = look - vec2(-0.26, -0.36);
    float lit = 1.0 - smoothstep(0.20, 0.29, length(spark));
    float faint = (1.0 - smoothstep(0.05, 0.16, length(glint))) * 0.22;
    glow = vec3(1.0, 0.9, 0.76) * (lit * 0.85 + faint) * (1.0 - lid.x) * (1.0 - lid.y) * (1.0 - 0.5 * rest);
    felt = mix(bead, lidFelt, lid.x);
    felt = mix(felt, vec3(0.02, 0.012, 0.012), lid.y);
    fuzz = lid.x * 0.6;
    gloss = 0.5 * (1.0 - lid.x);
    open *= 1.0 - 0.35 * smoothstep(0.55, 1.0, length(vEye));
  } else if (${paint('nose')}) {
    felt = vKind.y > 1.5 && vKind.y < 2.5 ? vec3(0.52, 0.27, 0.075) : vec3(0.035, 0.02, 0.02);
    fuzz = 0.15;
    gloss = 0.5;
  } else if (${paint('horn')}) {
    felt = mix(vec3(0.30, 0.19, 0.11), vec3(0.62, 0.48, 0.33), vSkin.w);
    fuzz = 0.5;
  } else if (${paint('worn')}) {
    worn(felt, gloss, fuzz);
  } else if (${paint('hand')}) {
    felt = mix(mix(vBody, vTrim, 0.5), vBody * 0.86, inside(vRest.z - 0.022, 0.004));
    glow += vec3(1.0, 0.66, 0.32) * vShow.y * 0.42;
  } else {
    vec2 marks = markings();
    felt = mix(vBody, vTrim, marks.x);
    felt = mix(felt, vBody * vBody * 0.32 + 0.004, marks.y);
  }
  felt *= 0.86 + 0.26 * wool;

  // Voice: a round lamp sewn to the breast, spilling on the felt round it and up under the chin.
  if (vShow.w < 0.5 && (${paint('felt')} || ${paint('worn')})) {
    vec2 off = vRest.xy - vec2(${BREAST[0].toFixed(3)}, ${BREAST[1].toFixed(3)});
    float d = length(off);
    float front = smoothstep(-0.02, -0.1, vRest.z);
    float held = vState.y;
    float core = exp(-d * d * 3200.0) * front * (${paint('felt')} ? 1.0 : 0.0);
    // A held microphone is a small stitched ring where the light would be: quiet, and nothing to be ashamed of.
    float hoop = inside(0.0045 - abs(d - 0.025), 0.0015) * step(0.3, fract(atan(off.x, off.y) * 1.9099)) * front * (${paint('felt')} ? 1.0 : 0.0);
    vec3 lamp = mix(vRim, vec3(1.0, 0.72, 0.4), 0.4);
    felt = mix(felt, vBody * 0.5, hoop * held);
    glow += lamp * core * (1.0 - held) * (0.3 + 1.1 * voice) * (1.0 - 0.9 * rest);
    glow += lamp * exp(-d * d * 90.0) * front * voice * 0.55;
    glow += lamp * exp(-pow((vRest.y - 1.0) * 9.0, 2.0)) * voice * 0.34;
    glow += lamp * exp(-d * d * 30.0) * front * vShow.x * 0.8;
  }

  // Light.
  vec3 toFire = uFire.xyz - vWorld;
  float far2 = dot(toFire, toFire);
  float facing = dot(n, toFire * inversesqrt(far2));
  float wrapped = max(0.0, (facing + 0.45) / 1.45);
  vec3 fire = uFireColour * (uFire.w * wrapped * wrapped / (0.5 + far2)) * mix(0.55, 1.0, open);
  vec3 light = vProbe * mix(0.3, 1.0, open) + fire;
  // The chin and cheeks catch the lamp of one's own voice and the piece in one's hands.
  float below = smoothstep(0.25, -0.75, n.y) * smoothstep(0.9, 1.05, vRest.y) * (vShow.z > 1.5 && vShow.z < 2.5 ? 1.0 : 0.0);
  light += vec3(1.0, 0.7, 0.38) * below * (voice * 0.35 + vState.z * 1.1 + vShow.x * 0.6);
  light += vec3(1.0, 0.62, 0.3) * vState.z * 0.45 * exp(-pow(length(vWorld.y - 0.95) * 3.0, 2.0)) * max(0.0, 0.4 + 0.6 * facing);
  vec3 colour = felt * light;

  // The fuzz of felt: light caught by fibres at the edge, warm where the fire is behind or beside.
  float edge = 1.0 - max(0.0, dot(n, toEye));
  float halo = edge * edge * (0.55 + 0.45 * edge);
  colour += mix(felt, vRim, 0.55) * halo * fuzz * (vProbe * 0.5 + fire * 0.9) * mix(0.4, 1.0, open);
  vec3 halfway = normalize(toEye + normalize(toFire));
  colour += gloss * pow(max(0.0, dot(n, halfway)), 40.0) * uFireColour * min(1.0, uFire.w / (0.5 + far2)) * 0.6;
  colour *= 1.0 - 0.3 * rest;
  display = vec4(film(colour + glow) * uTint, 1.0);
}
`
