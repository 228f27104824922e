// From linear light to what a screen shows: the same filmic curve as the rooms' bakes, once for code and once for shaders.
// Shaders of the space write display colours themselves, so that people, chairs and painted rooms meet in one tone.

/** The house's black, sRGB 0–1: nothing in a scene is darker. */
export const BLACK = [0x0b / 255, 0x0d / 255, 0x10 / 255] as const

/** Returns the linear value of an sRGB channel, both 0–1. */
export function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

/** Returns linear RGB, 0–1, of an sRGB hex colour such as `#d9894a`. */
export function linearOf(hex: string): [number, number, number] {
  const at = (from: number) => toLinear(Number.parseInt(hex.slice(from, from + 2), 16) / 255)
  return [at(1), at(3), at(5)]
}

function toSrgb(value: number): number {
  const x = Math.min(1, Math.max(0, value))
  return x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055
}

function curve(x: number): number {
  return Math.min(1, (x * (1.55 * x + 0.02)) / (x * (1.42 * x + 0.62) + 0.1))
}

/** Tone-maps linear light to sRGB 0–1, written into `out` from `at`; half by luminance, half by channel. */
export function film(r: number, g: number, b: number, out: Float32Array | number[], at = 0): void {
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
  const scale = curve(luminance) / Math.max(luminance, 1e-6)
  const over = Math.min(1, Math.max(0, Math.max(r, g, b) * scale - 0.8) * 1.5)
  const light = [r, g, b]
  for (let i = 0; i < 3; i++) {
    const byChannel = curve(light[i]!)
    const mixed = (light[i]! * scale * 0.5 + byChannel * 0.5) * (1 - over) + byChannel * over
    out[at + i] = BLACK[i]! + (1 - BLACK[i]!) * toSrgb(mixed)
  }
}

/** The same in GLSL: `vec3 film(vec3 light)` returns a display colour. */
export const FILM_GLSL = /* glsl */ `
vec3 filmCurve(vec3 x) { return clamp(x * (1.55 * x + 0.02) / (x * (1.42 * x + 0.62) + 0.1), 0.0, 1.0); }
vec3 film(vec3 light) {
  vec3 x = max(light, vec3(0.0));
  float luminance = dot(x, vec3(0.2126, 0.7152, 0.0722));
  float scale = filmCurve(vec3(luminance)).x / max(luminance, 1e-6);
  vec3 byLuminance = x * scale;
  vec3 byChannel = filmCurve(x);
  float over = clamp((max(byLuminance.r, max(byLuminance.g, byLuminance.b)) - 0.8) * 1.5, 0.0, 1.0);
  vec3 mixed = mix(byLuminance * 0.5 + byChannel * 0.5, byChannel, over);
  vec3 display = mix(12.92 * mixed, 1.055 * pow(mixed, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, mixed));
  const vec3 black = vec3(${BLACK.map((v) => v.toFixed(5)).join(', ')});
  return black + (1.0 - black) * display;
}
`
