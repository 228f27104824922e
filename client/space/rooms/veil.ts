// The dark between two rooms: covers the picture slowly, and lets it appear again. A change of environment is a fade, never a cut.

import { BufferAttribute, BufferGeometry, Mesh, ShaderMaterial } from 'three'

const FADE_SECONDS = 0.6

const VERTEX = 'void main() { gl_Position = vec4(position.xy, 0.0, 1.0); }'
const FRAGMENT = /* glsl */ `
uniform float uDark;
void main() { gl_FragColor = vec4(0.043, 0.051, 0.063, uDark); }
`

export interface Veil {
  readonly mesh: Mesh
  /** Closes or opens from now on. */
  draw(closed: boolean): void
  /** 0 open – 1 closed, now. */
  readonly dark: number
  update(delta: number): void
  dispose(): void
}

/** Creates a veil that is closed. */
export function createVeil(): Veil {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3))
  const dark = { value: 1 }
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { uDark: dark },
    transparent: true,
    depthTest: false,
    depthWrite: false,
  })
  const mesh = new Mesh(geometry, material)
  mesh.name = 'veil'
  mesh.frustumCulled = false
  mesh.renderOrder = 1000
  let closed = true
  let share = 1
  return {
    mesh,
    draw(wanted) {
      closed = wanted
    },
    get dark() {
      return share
    },
    update(delta) {
      const step = delta / FADE_SECONDS
      share = Math.min(1, Math.max(0, share + (closed ? step : -step)))
      dark.value = share * share * (3 - 2 * share)
      mesh.visible = share > 0
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}
