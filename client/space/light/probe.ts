// Light from all sides as nine spherical-harmonic coefficients (three bands), in the order and sign that three.js uses.

const SAMPLES = 600
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

function basis(x: number, y: number, z: number, out: Float64Array): void {
  out[0] = 0.282095
  out[1] = 0.488603 * y
  out[2] = 0.488603 * z
  out[3] = 0.488603 * x
  out[4] = 1.092548 * x * y
  out[5] = 1.092548 * y * z
  out[6] = 0.315392 * (3 * z * z - 1)
  out[7] = 1.092548 * x * z
  out[8] = 0.546274 * (x * x - y * y)
}

/** Returns 27 numbers: the radiance that `radiance(x, y, z)` (linear RGB from a unit direction) sends to a point, smoothed. */
export function projectProbe(
  radiance: (x: number, y: number, z: number) => readonly [number, number, number],
): number[] {
  const out = Array.from({ length: 27 }, () => 0)
  const weights = new Float64Array(9)
  for (let i = 0; i < SAMPLES; i++) {
    const y = 1 - (2 * (i + 0.5)) / SAMPLES
    const ring = Math.sqrt(1 - y * y)
    const x = Math.cos(i * GOLDEN_ANGLE) * ring
    const z = Math.sin(i * GOLDEN_ANGLE) * ring
    basis(x, y, z, weights)
    const light = radiance(x, y, z)
    for (let k = 0; k < 9; k++) {
      for (let c = 0; c < 3; c++) out[k * 3 + c]! += (light[c]! * weights[k]! * 4 * Math.PI) / SAMPLES
    }
  }
  return out
}

/** GLSL: `vec3 probeLight(vec3 normal)`, irradiance over π of `uProbe`; multiply it with a colour. */
export const PROBE_GLSL = /* glsl */ `
uniform vec3 uProbe[9];
vec3 probeLight(vec3 n) {
  vec3 light = uProbe[0] * 0.886227;
  light += uProbe[1] * 1.023328 * n.y + uProbe[2] * 1.023328 * n.z + uProbe[3] * 1.023328 * n.x;
  light += uProbe[4] * 0.858086 * n.x * n.y + uProbe[5] * 0.858086 * n.y * n.z;
  light += uProbe[6] * (0.743125 * n.z * n.z - 0.247708);
  light += uProbe[7] * 0.858086 * n.x * n.z + uProbe[8] * 0.429043 * (n.x * n.x - n.y * n.y);
  return max(light, vec3(0.0)) * 0.318310;
}
`
