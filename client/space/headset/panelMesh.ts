// The panel in the room: one quad on a board, the same picture in both places. Where hands point is drawn by the quad's own shader.

import { BufferAttribute, BufferGeometry, Mesh, ShaderMaterial, Vector2, Vector4, type Texture } from 'three'
import { stand } from '../../headset/panel/boardPlace.ts'
import type { Board } from '../../headset/pointing.ts'
import { PANEL_HEIGHT, PANEL_WIDTH, type ButtonRegion } from '../../headset/panel/panelLayout.ts'
import type { Point } from '../../headset/seatFrame.ts'

const VERTEX = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = vec2(position.x + 0.5, 0.5 - position.y);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`

const FRAGMENT = /* glsl */ `
uniform sampler2D uPicture;
uniform float uHigh;
uniform vec4 uHover;
uniform vec2 uDots[3];
varying vec2 vAt;
float box(vec2 p, vec2 size, float r) {
  vec2 q = abs(p) - size + r;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - r;
}
void main() {
  vec2 p = vAt * vec2(${PANEL_WIDTH.toFixed(1)}, uHigh);
  float soft = max(fwidth(p.y), 0.02);
  float edge = box(p - vec2(${(PANEL_WIDTH / 2).toFixed(1)}, uHigh * 0.5), vec2(${(PANEL_WIDTH / 2).toFixed(1)}, uHigh * 0.5), 1.2);
  float plate = 1.0 - smoothstep(-soft, soft, edge);
  if (plate < 0.01) discard;
  vec3 colour = texture2D(uPicture, vec2(vAt.x, p.y / ${PANEL_HEIGHT.toFixed(1)})).rgb;
  // A thin edge, so that the plate is seen in the dark.
  colour = mix(colour, vec3(0.153, 0.188, 0.227), smoothstep(-0.2 - soft, -0.2 + soft, edge));
  if (uHover.z > 0.0) {
    float rim = box(p - uHover.xy - uHover.zw * 0.5, uHover.zw * 0.5 + 0.12, 1.0);
    colour = mix(colour, vec3(0.937, 0.902, 0.847), 1.0 - smoothstep(0.1, 0.1 + soft, abs(rim)));
  }
  for (int i = 0; i < 3; i++) {
    float dot = length(p - uDots[i]);
    colour = mix(colour, vec3(0.078, 0.094, 0.11), 1.0 - smoothstep(0.62, 0.62 + soft, dot));
    colour = mix(colour, vec3(0.949, 0.722, 0.478), 1.0 - smoothstep(0.45, 0.45 + soft, dot));
  }
  gl_FragColor = vec4(colour, plate);
}
`

/** Far outside the panel: no dot. */
const NOWHERE = -99

export interface PanelMesh {
  readonly mesh: Mesh
  readonly board: Board
  /** Sets how much of the picture is used, degrees. */
  fit(high: number): void
  /** Puts it at `at`, looking at the eyes, as large as its degrees ask for from there. */
  stand(at: Readonly<Point>, eyes: Readonly<Point>): void
  hover(button: ButtonRegion | null): void
  /** Draws a hand's dot at u, v; null: it points elsewhere. */
  dot(hand: number, u: number | null, v: number): void
  dispose(): void
}

/** Creates a panel, not shown. */
export function createPanelMesh(picture: Texture): PanelMesh {
  const geometry = new BufferGeometry()
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-0.5, -0.5, 0, 0.5, -0.5, 0, 0.5, 0.5, 0, -0.5, 0.5, 0]), 3),
  )
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  const dots = [0, 1, 2].map(() => new Vector2(NOWHERE, NOWHERE))
  const uniforms = {
    uPicture: { value: picture },
    uHigh: { value: PANEL_HEIGHT },
    uHover: { value: new Vector4() },
    uDots: { value: dots },
  }
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  })
  const mesh = new Mesh(geometry, material)
  mesh.name = 'panel'
  mesh.frustumCulled = false
  mesh.matrixAutoUpdate = false
  mesh.renderOrder = 950
  mesh.visible = false
  const board: Board = {
    at: { x: 0, y: 0, z: 0 },
    right: { x: 1, y: 0, z: 0 },
    up: { x: 0, y: 1, z: 0 },
    width: 1,
    height: 1,
  }
  return {
    mesh,
    board,
    fit(high) {
      uniforms.uHigh.value = high
    },
    stand(at, eyes) {
      stand(board, at, eyes, uniforms.uHigh.value)
      const { right, up, width, height } = board
      const [nx, ny, nz] = [
        right.y * up.z - right.z * up.y,
        right.z * up.x - right.x * up.z,
        right.x * up.y - right.y * up.x,
      ]
      // prettier-ignore
      mesh.matrix.set(
        right.x * width, up.x * height, nx, at.x,
        right.y * width, up.y * height, ny, at.y,
        right.z * width, up.z * height, nz, at.z,
        0, 0, 0, 1,
      )
      mesh.matrixWorldNeedsUpdate = true
    },
    hover(button) {
      if (button) uniforms.uHover.value.set(button.x, button.y, button.width, button.height)
      else uniforms.uHover.value.set(0, 0, 0, 0)
    },
    dot(hand, u, v) {
      if (u === null) dots[hand]?.set(NOWHERE, NOWHERE)
      else dots[hand]?.set(u * PANEL_WIDTH, v * uniforms.uHigh.value)
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}
