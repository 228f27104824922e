// One strip under the faces: the newest soft line, for as long as it takes to read it. Captions will have their place here.

import { BufferAttribute, BufferGeometry, CanvasTexture, type Group, Mesh, NoColorSpace, ShaderMaterial } from 'three'
import { EYE_HEIGHT } from '#protocol/circle.ts'
import { readingMs } from '../../headset/reading.ts'
import { wrap } from '../../headset/panel/panelLayout.ts'
import type { Session } from '../../meeting/session.ts'

/** Degrees: as wide as two lines of forty letters are. */
const WIDE = 30
const LINE = 1.9
const EM = 1.3
const LINES = 3
const PER_DEGREE = 36
const LETTERS = 44
/** Metres: beyond the knees, below the faces opposite. */
const AHEAD = 1.45
const LOWER = 0.46
const FONT = `500 ${EM * PER_DEGREE}px "Atkinson Hyperlegible Next", system-ui, sans-serif`

const VERTEX = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`
const FRAGMENT = /* glsl */ `
uniform sampler2D uPicture;
varying vec2 vAt;
void main() {
  gl_FragColor = texture2D(uPicture, vAt);
  if (gl_FragColor.a < 0.01) discard;
}
`

export interface NoteStrip {
  /** Says something that concerns only this headset. */
  say(text: string): void
  update(nowMs: number): void
  dispose(): void
}

/** Creates the strip in the seat's own group, empty. */
export function createNoteStrip(session: Session, seat: Group): NoteStrip {
  const canvas = new OffscreenCanvas(WIDE * PER_DEGREE, LINES * LINE * PER_DEGREE + PER_DEGREE)
  const pen = canvas.getContext('2d')!
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = NoColorSpace
  const high = (LINES * LINE + 1) / WIDE
  const geometry = new BufferGeometry()
  // prettier-ignore
  geometry.setAttribute('position', new BufferAttribute(
    new Float32Array([-0.5, -high / 2, 0, 0.5, -high / 2, 0, 0.5, high / 2, 0, -0.5, high / 2, 0]), 3))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array([0, 0, 1, 0, 1, 1, 0, 1]), 2))
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { uPicture: { value: texture } },
    transparent: true,
    depthTest: false,
    depthWrite: false,
  })
  const mesh = new Mesh(geometry, material)
  mesh.name = 'note'
  mesh.renderOrder = 940
  mesh.visible = false
  mesh.scale.setScalar(2 * Math.hypot(AHEAD, LOWER) * Math.tan((WIDE * Math.PI) / 360))
  mesh.position.set(0, EYE_HEIGHT - LOWER, -AHEAD)
  mesh.rotation.x = -Math.atan2(LOWER, AHEAD)
  seat.add(mesh)
  let untilMs = 0
  let fresh: string | null = null

  const unsubscribe = session.store.subscribe(({ notes }, before) => {
    const last = notes.at(-1)
    if (last && last !== before.notes.at(-1)) fresh = last.text
  })

  function paint(text: string): void {
    const lines = wrap(text, LETTERS).slice(0, LINES)
    pen.clearRect(0, 0, canvas.width, canvas.height)
    pen.font = FONT
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    const wide = Math.max(...lines.map((line) => pen.measureText(line).width)) + 2 * PER_DEGREE
    const tall = (lines.length * LINE + 0.7) * PER_DEGREE
    const middle = canvas.width / 2
    pen.fillStyle = '#14181c'
    pen.beginPath()
    pen.roundRect(middle - wide / 2, 2, wide, tall, PER_DEGREE)
    pen.fill()
    pen.fillStyle = '#efe6d8'
    lines.forEach((line, i) => {
      pen.fillText(line, middle, (0.35 + (i + 0.5) * LINE) * PER_DEGREE, canvas.width - 2 * PER_DEGREE)
    })
    texture.needsUpdate = true
  }

  return {
    say(text) {
      fresh = text
    },
    update(nowMs) {
      if (fresh !== null) {
        paint(fresh)
        untilMs = nowMs + readingMs(fresh)
        fresh = null
      }
      mesh.visible = nowMs < untilMs
    },
    dispose() {
      unsubscribe()
      geometry.dispose()
      material.dispose()
      texture.dispose()
    },
  }
}
