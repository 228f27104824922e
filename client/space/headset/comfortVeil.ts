// What lies between the room and the eyes: the chosen brightness, the soft edge while one is turned, and the dark of a fade. One
// draw, and none at all while there is nothing to darken.

import { BufferAttribute, BufferGeometry, Mesh, ShaderMaterial } from 'three'

const VERTEX = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = position.xy;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`
const FRAGMENT = /* glsl */ `
uniform float uDim;
uniform float uDark;
uniform float uEdge;
varying vec2 vAt;
void main() {
  float edge = smoothstep(mix(1.5, 0.35, uEdge), mix(2.0, 1.0, uEdge), length(vAt)) * step(0.001, uEdge);
  float dark = 1.0 - (1.0 - uDim) * (1.0 - uDark) * (1.0 - edge);
  gl_FragColor = vec4(0.043, 0.051, 0.063, dark);
}
`
const EDGE_SECONDS = 0.5

export interface ComfortVeil {
  readonly mesh: Mesh
  /** `light`: share of the room's light. `dark`: 0–1. `edge`: whether turning closes the edge of the view. */
  update(light: number, dark: number, edge: boolean, delta: number): void
  dispose(): void
}

/** Creates a veil that hides nothing. Panels are drawn over it: what must be read stays readable. */
export function createComfortVeil(): ComfortVeil {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3))
  const uniforms = { uDim: { value: 0 }, uDark: { value: 0 }, uEdge: { value: 0 } }
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  })
  const mesh = new Mesh(geometry, material)
  mesh.name = 'comfort'
  mesh.frustumCulled = false
  mesh.renderOrder = 900
  mesh.visible = false
  return {
    mesh,
    update(light, dark, edge, delta) {
      uniforms.uDim.value = 1 - light
      uniforms.uDark.value = dark
      uniforms.uEdge.value = edge ? Math.max(dark, uniforms.uEdge.value - delta / EDGE_SECONDS) : 0
      mesh.visible = light < 0.999 || dark > 0.001 || uniforms.uEdge.value > 0.001
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}
