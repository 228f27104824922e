// Shader of the name tags: a dark rounded plate, the name from the atlas, before it a sign or the moving bars of a voice.

import { CELL_HEIGHT } from './nameAtlas.ts'

export const TAG_VERTEX = /* glsl */ `
attribute vec4 iAnchor;
attribute vec4 iCell;
uniform float uScale;
uniform float uCrowd;
varying vec2 vPixel;
varying float vAlpha;
flat varying vec4 vCell;
flat varying vec4 vState;
void main() {
  vec3 toEye = cameraPosition - iAnchor.xyz;
  float far = length(toEye);
  // Near people need no giant tags, far ones no unreadable ones.
  float high = clamp(far * uScale, 0.052, 0.17);
  vec3 right = normalize(vec3(viewMatrix[0][0], 0.0, viewMatrix[2][0]));
  vec3 up = normalize(cross(vec3(viewMatrix[0][2], viewMatrix[1][2], viewMatrix[2][2]), right));
  float sign = iCell.w;
  float voice = max(iAnchor.w, 0.0);
  float lead = sign > -0.5 || voice > 0.04 ? 52.0 : 12.0;
  float wide = iCell.z + lead + 12.0;
  float unit = high / ${CELL_HEIGHT}.0;
  vPixel = vec2((position.x * 0.5 + 0.5) * wide - lead, (0.5 - position.y * 0.5) * ${CELL_HEIGHT}.0);
  vec3 p = iAnchor.xyz + right * position.x * wide * 0.5 * unit + up * position.y * high * 0.5;
  vec3 ahead = -vec3(viewMatrix[0][2], viewMatrix[1][2], viewMatrix[2][2]);
  float centred = smoothstep(0.86, 0.97, dot(ahead, normalize(-toEye)));
  vAlpha = mix(1.0, max(centred, smoothstep(0.03, 0.1, voice)), uCrowd) * (iAnchor.w < 0.0 ? 0.6 : 1.0);
  vCell = vec4(iCell.xyz, lead);
  vState = vec4(sign, voice, wide, fract(iAnchor.x * 3.7));
  gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.0);
}
`

export const TAG_FRAGMENT = /* glsl */ `
uniform sampler2D uAtlas;
uniform vec2 uAtlasSize;
uniform float uIdle;
varying vec2 vPixel;
varying float vAlpha;
flat varying vec4 vCell;
flat varying vec4 vState;
float box(vec2 p, vec2 size, float r) {
  vec2 q = abs(p) - size + r;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - r;
}
void main() {
  float wide = vState.z;
  float lead = vCell.w;
  float voice = vState.y;
  vec2 middle = vec2(wide * 0.5 - lead, 32.0);
  float soft = fwidth(vPixel.y) * 0.75;
  float edge = box(vPixel - middle, vec2(wide * 0.5, 31.0), 31.0);
  float plate = 1.0 - smoothstep(-soft, soft, edge);
  float ink = 0.0;
  if (vPixel.x > 0.0 && vPixel.x < vCell.z) ink = texture2D(uAtlas, (vCell.xy + vPixel) / uAtlasSize).r;
  vec3 paper = vec3(0.937, 0.902, 0.847);
  vec3 ember = vec3(0.949, 0.722, 0.478);
  float speaking = smoothstep(0.03, 0.1, voice);
  float mark = 0.0;
  vec2 m = vPixel - vec2(-22.0, 32.0);
  if (speaking > 0.0) {
    for (int i = -1; i <= 1; i++) {
      float high = 6.0 + (i == 0 ? 15.0 : 10.0) * voice * (0.62 + 0.38 * sin(uIdle * 5.0 + float(i) * 2.1));
      mark = max(mark, 1.0 - smoothstep(-soft, soft, box(m - vec2(float(i) * 11.0, 0.0), vec2(3.6, high), 3.6)));
    }
  } else if (vState.x > -0.5 && abs(m.x) < 32.0) {
    mark = texture2D(uAtlas, (vec2(vState.x * 64.0 + 32.0, uAtlasSize.y - 32.0) + m * vec2(1.0, 1.0)) / uAtlasSize).r;
  }
  vec3 colour = mix(vec3(0.078, 0.094, 0.11), paper, ink);
  colour = mix(colour, ember, mark);
  float rim = (1.0 - smoothstep(soft, soft * 2.0 + 2.5, abs(edge + 3.0))) * speaking;
  colour = mix(colour, ember, rim * 0.9);
  float alpha = plate * max(max(0.66, ink), max(mark, rim)) * vAlpha;
  if (alpha < 0.01) discard;
  gl_FragColor = vec4(colour, alpha);
}
`
