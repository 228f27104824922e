// Vertex shader of the people: fetches what a vertex is on this character, then breathes, leans, nods and blinks it.
// Raw GLSL 3: three's own prologue declares attributes that would not leave enough of the sixteen.

import { PROBE_GLSL } from '../light/probe.ts'
import { BLANKET_ROW, TEXTURE_WIDTH } from './figureTexture.ts'
import { HEAD_PIVOT, HEAD_SCALE } from './folk.ts'
import { PERSON_ATTRIBUTES } from './personRow.ts'

const vec3 = (v: readonly number[]) => `vec3(${v.map((one) => one.toFixed(4)).join(', ')})`

export const PEOPLE_VERTEX = /* glsl */ `
precision highp float;
precision highp int;
precision highp sampler2D;
uniform mat4 viewMatrix;
uniform mat4 projectionMatrix;
in vec4 part;
in vec2 grid;
${PERSON_ATTRIBUTES.map((name) => `in vec4 ${name};`).join('\n')}
uniform sampler2D uFigures;
uniform float uLines;
uniform float uIdle;
uniform float uSeconds;
uniform vec3 uPalette[36];
uniform vec3 uCloth[2];
${PROBE_GLSL}
out vec3 vRest;
out vec3 vNormal;
out vec3 vWorld;
out vec3 vProbe;
out vec4 vSkin;
out vec2 vEye;
flat out vec3 vBody;
flat out vec3 vTrim;
flat out vec3 vRim;
flat out vec3 vCloth;
flat out vec4 vKind;
flat out vec4 vState;
flat out vec4 vFace;
flat out vec4 vShow;

vec4 figure(float row, float vertex, float k) {
  float i = vertex * 2.0 + k;
  float line = floor(i / ${TEXTURE_WIDTH}.0);
  return texelFetch(uFigures, ivec2(int(i - line * ${TEXTURE_WIDTH}.0), int(row * uLines + line)), 0);
}
vec3 turn(vec4 q, vec3 p) { return p + 2.0 * cross(q.xyz, cross(q.xyz, p) + q.w * p); }
vec4 whole(vec3 q) { return vec4(q, sqrt(max(0.0, 1.0 - dot(q, q)))); }
vec3 about(float angle, vec3 p) {
  float s = sin(angle), c = cos(angle);
  return vec3(p.x * c + p.z * s, p.y, p.z * c - p.x * s);
}
float pulse(float t, float width) { return smoothstep(0.0, width * 0.45, t) * (1.0 - smoothstep(width * 0.55, width, t)); }

void main() {
  float mover = part.y;
  float seed = iSeat.w;
  bool hand = mover > 2.5 && mover < 4.5;
  // Somebody who is away left a blanket: their body's vertices become one, and nothing else is drawn.
  bool blanket = iShow.x < 0.5;
  bool body = mover > 0.5 && mover < 1.5 && part.z < 1.5;
  float row = blanket ? ${BLANKET_ROW}.0 : iDesign.x;
  vec4 shape = figure(row, part.x, 0.0);
  vec4 skin = figure(row, part.x, 1.0);
  vec4 leftOrRight = mover < 3.5 ? iLeft : iRight;
  vec4 handTurn = mover < 3.5 ? iLeftTurn : iRightTurn;
  if (hand && !blanket) {
    float fist = leftOrRight.w * (1.0 - handTurn.w);
    float open = (1.0 - leftOrRight.w) * (1.0 - handTurn.w);
    shape = figure(0.0, part.x, 0.0) * open + figure(1.0, part.x, 0.0) * fist + figure(2.0, part.x, 0.0) * handTurn.w;
    skin = figure(0.0, part.x, 1.0) * open + figure(1.0, part.x, 1.0) * fist + figure(2.0, part.x, 1.0) * handTurn.w;
    float mirror = mover < 3.5 ? -1.0 : 1.0;
    shape.x *= mirror;
    skin.x *= mirror;
  }
  vec3 rest = shape.xyz;
  vec3 p = rest;
  vec3 n = skin.xyz;
  bool onHead = (mover > 1.5 && mover < 2.5) || (mover > 4.5 && mover < 5.5 && iDesign.z > 1.5);
  float breath = sin(uIdle * 1.2566 + seed * 40.0);
  float high = smoothstep(0.46, 1.05, p.y);
  if (blanket) {
    // It lies still.
  } else if (hand) {
    vec4 q = whole(handTurn.xyz);
    p = turn(q, p) + leftOrRight.xyz + vec3(0.0, breath * 0.003, 0.0);
    n = turn(q, n);
  } else if (onHead) {
    // What hangs on a head comes a little later than the head; ears also listen by themselves now and then.
    float flick = pulse(fract(uIdle * 0.043 + seed * 7.0) * 23.0, 0.35) * sign(rest.x + 0.001) * (fract(seed * 91.0) > 0.5 ? 1.0 : -0.6);
    p.x += part.w * (iHead.w * 0.06 + flick * 0.016);
    p.z += part.w * abs(iHead.w) * 0.015;
    p = turn(iHeadTurn, (p - ${vec3(HEAD_PIVOT)}) * ${HEAD_SCALE.toFixed(3)}) + ${vec3(HEAD_PIVOT)} + iHead.xyz;
    p.y += breath * 0.004;
    n = turn(iHeadTurn, n);
  } else if (mover > 0.5 && mover < 5.5) {
    float swell = 1.0 + breath * 0.016 * high * (1.0 - high) * 4.0;
    p.xz = vec2(p.x, p.z + 0.04) * swell - vec2(0.0, 0.04);
    p = about(iTorso.z * high, p);
    n = about(iTorso.z * high, n);
    p += vec3(iTorso.x, iHead.y, iTorso.y) * high;
    // One's own body is lower, so that it never fills one's view.
    if (iShow.y > 0.5) p = vec3(p.x, 0.46 + (p.y - 0.46) * 0.82, p.z + 0.05 * high);
    p.y += breath * 0.004 * high;
  }
  p = mix(vec3(0.0, 0.46, 0.0), p, iShow.w);
  bool gone = blanket && !body;
  if (gone || (iShow.y > 0.5 && (onHead || mover > 4.5)) || dot(skin.xyz, skin.xyz) < 0.01) p = vec3(0.0, 0.46, 0.0);
  vec3 world = about(iSeat.z, p) + vec3(iSeat.x, 0.0, iSeat.y);
  n = about(iSeat.z, n);

  int palette = int(iDesign.w) * 3;
  vBody = uPalette[palette];
  vTrim = uPalette[palette + 1];
  vRim = uPalette[palette + 2];
  // Cloth stands out: cool on warm folk, warm on cool ones.
  vCloth = vBody.r > vBody.b * 1.35 ? uCloth[0] : uCloth[1];
  vRest = rest;
  vNormal = n;
  vWorld = world;
  // What comes back from the middle of the circle, so that faces are never darker than the backs of heads.
  vec3 middle = about(iSeat.z, vec3(0.0, -0.18, -0.98));
  float faced = max(0.0, (dot(n, middle) + 0.35) / 1.35);
  vProbe = probeLight(n) + uProbe[0] * 0.282095 * 0.26 * faced * faced;
  // Laps are lower than faces, and darker.
  vProbe *= mix(0.66, 1.0, smoothstep(0.42, 1.0, p.y));
  vSkin = vec4(shape.w, skin.w, grid);
  vEye = grid.y * vec2(cos(grid.x * 6.28319), sin(grid.x * 6.28319)) * (rest.x < 0.0 ? -1.0 : 1.0);
  float blink = pulse(fract(uSeconds * (0.19 + seed * 0.07) + seed * 3.0) * 5.0, 0.22);
  vFace = vec4(max(iFace.x, blink * (1.0 - iFace.w)), iFace.yz, iFace.w);
  vKind = vec4(part.z, iDesign.y, iDesign.z, seed);
  vState = vec4(iState.xyz, iTorso.w);
  vShow = vec4(iShow.z, mover > 3.5 && mover < 4.5 ? iState.w : 0.0, mover, blanket ? 1.0 : 0.0);
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}
`
