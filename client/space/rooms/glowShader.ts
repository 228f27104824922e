// Shader of everything that shines by itself: flames, embers, soft halos, fireflies, candle flames. Quads that face the eye, added
// to the picture, and slow: nothing large moves faster than about 0.3 Hz, and uIdle stands still under reduced motion.

/** Kinds of glow: numbers as the shader knows them. */
export const GLOWS = { flame: 0, ember: 1, halo: 2, firefly: 3, candle: 4, orb: 5 } as const

export const GLOW_VERTEX = /* glsl */ `
attribute vec4 iPlace;
attribute vec4 iTint;
attribute vec2 iKind;
uniform float uIdle;
varying vec2 vAt;
varying vec4 vTint;
flat varying vec2 vKind;
void main() {
  float kind = iKind.x;
  float seed = iKind.y;
  vec3 at = iPlace.xyz;
  float size = iPlace.w;
  float fade = 1.0;
  if (kind > 0.5 && kind < 1.5) {
    float life = fract(uIdle * (0.05 + 0.04 * seed) + seed * 7.0);
    float turn = seed * 40.0 + life * 2.0;
    at += vec3(sin(turn) * (0.06 + 0.2 * life), life * 1.3, cos(turn * 1.3) * (0.06 + 0.2 * life));
    fade = smoothstep(0.0, 0.12, life) * (1.0 - life) * (1.0 - life);
  }
  if (kind > 2.5 && kind < 3.5) {
    float t = uIdle * 0.22 + seed * 50.0;
    at += vec3(sin(t) + 0.5 * sin(t * 2.3 + seed), 0.35 * sin(t * 0.7 + 2.0 * seed), cos(t * 0.8) + 0.4 * cos(t * 1.9)) * 0.7;
    fade = smoothstep(0.1, 0.9, sin(uIdle * 0.9 + seed * 30.0) * 0.5 + 0.5);
  }
  vec3 right = vec3(viewMatrix[0][0], viewMatrix[1][0], viewMatrix[2][0]);
  vec3 up = vec3(viewMatrix[0][1], viewMatrix[1][1], viewMatrix[2][1]);
  vec3 p;
  if (kind < 0.5 || (kind > 3.5 && kind < 4.5)) {
    // Flames stand upright whatever the eye does.
    right = normalize(vec3(right.x, 0.0, right.z));
    p = at + right * position.x * size * 0.9 + vec3(0.0, (position.y * 0.5 + 0.5) * size * 1.1, 0.0);
  } else {
    p = at + (right * position.x + up * position.y) * size;
  }
  vec4 eye = viewMatrix * vec4(p, 1.0);
  gl_Position = projectionMatrix * eye;
  // A halo is light in the air before what it surrounds: it is drawn as if it stood nearer by its own size, or the floor and the
  // bowl of a fire would cut it along a line.
  if (kind > 1.5 && kind < 2.5) {
    float nearer = max(-eye.z - size, 0.3);
    vec4 clip = projectionMatrix * vec4(0.0, 0.0, -nearer, 1.0);
    gl_Position.z = clip.z / clip.w * gl_Position.w;
  }
  vAt = position.xy;
  vTint = vec4(iTint.rgb, iTint.a * fade);
  vKind = iKind;
}
`

export const GLOW_FRAGMENT = /* glsl */ `
uniform float uIdle;
uniform vec3 uTint;
varying vec2 vAt;
varying vec4 vTint;
flat varying vec2 vKind;
float tongue(vec2 p, float x, float high, float wide, float phase) {
  float t = uIdle * 1.5 + phase;
  float s = p.y / (high * (0.86 + 0.14 * sin(t)));
  float lean = (0.10 * sin(t * 0.9 - p.y * 2.2) + 0.05 * sin(t * 2.9 - p.y * 6.0)) * p.y;
  float body = wide * pow(clamp(s + 0.06, 0.0, 1.0), 0.42) * pow(clamp(1.0 - s, 0.0, 1.0), 0.8) * 1.9;
  return clamp(1.0 - abs(p.x - x * (1.0 - 0.45 * s) - lean) / max(body, 1e-3), 0.0, 1.0) * step(0.0, p.y);
}
void main() {
  float kind = vKind.x;
  float seed = vKind.y;
  vec3 colour = vTint.rgb;
  float light;
  if (kind < 0.5) {
    vec2 p = vec2(vAt.x, vAt.y * 0.5 + 0.5);
    float far = 0.0;
    far = max(far, tongue(p, -0.02, 0.94, 0.30, 0.0 + seed));
    far = max(far, tongue(p, -0.30, 0.62, 0.22, 2.1 + seed));
    far = max(far, tongue(p, 0.27, 0.70, 0.23, 4.0 + seed));
    far = max(far, tongue(p, -0.52, 0.36, 0.16, 1.2 + seed));
    far = max(far, tongue(p, 0.50, 0.40, 0.17, 5.3 + seed));
    float edge = smoothstep(0.0, 0.5, far);
    float core = smoothstep(0.32, 0.95, far) * smoothstep(1.0, 0.1, p.y);
    vec3 hot = mix(vec3(0.93, 0.36, 0.10), vec3(1.0, 0.66, 0.26), edge);
    hot = mix(hot, vec3(1.0, 0.90, 0.62), core);
    float base = smoothstep(0.0, 0.07, p.y) * smoothstep(1.0, 0.7, abs(vAt.x));
    light = edge * base * vTint.a;
    gl_FragColor = vec4(hot * light * uTint, light * 0.82);
    return;
  }
  if (kind > 3.5 && kind < 4.5) {
    vec2 p = vec2(vAt.x, vAt.y * 0.5 + 0.5);
    float far = tongue(p * vec2(0.9, 1.15), 0.0, 1.0, 0.34, seed);
    vec3 hot = mix(vec3(1.0, 0.5, 0.16), vec3(1.0, 0.93, 0.72), smoothstep(0.15, 0.8, far));
    light = smoothstep(0.0, 0.35, far) * vTint.a;
    gl_FragColor = vec4(hot * light * uTint, light * 0.8);
    return;
  }
  float d = length(vAt);
  if (kind > 4.5) {
    float core = 1.0 - smoothstep(0.16, 0.34, d);
    light = (exp(-d * d * 7.0) * 0.75) * (1.0 - smoothstep(0.7, 1.0, d)) * vTint.a;
    gl_FragColor = vec4((mix(colour, vec3(1.0, 0.95, 0.82), core) * (light + core * 0.7 * vTint.a)) * uTint, core * vTint.a * 0.8);
    return;
  }
  float tight = kind > 1.5 && kind < 2.5 ? 4.5 : 9.0;
  light = (exp(-d * d * tight) - exp(-tight)) * vTint.a * (1.0 - smoothstep(0.8, 1.0, d));
  if (kind > 2.5 || kind < 1.5) light += (1.0 - smoothstep(0.08, 0.2, d)) * vTint.a;
  // A step of noise below one display step keeps large halos free of bands.
  float grain = fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453) - 0.5;
  gl_FragColor = vec4(max(vec3(0.0), colour * light + grain / 255.0) * uTint, 0.0);
}
`
