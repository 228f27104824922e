// Paints a panel on one picture with the browser's own text engine, so that every script is right. Painted when it changes, which
// is at human speed; between, it costs nothing but its quad.

import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, NoColorSpace } from 'three'
import type { PanelButton } from '../../headset/panel/panel.ts'
import {
  PANEL_HEIGHT,
  PANEL_WIDTH,
  type ButtonRegion,
  type PanelLayout,
  type TextRegion,
} from '../../headset/panel/panelLayout.ts'

/** Pixels of a degree: twice what a Quest 2 shows, so that mipmaps stay sharp. */
const PER_DEGREE = 40
const FAMILY = '"Atkinson Hyperlegible Next", system-ui, sans-serif'
const INK = '#14181c'
const PLATE = '#27303a'
const PAPER = '#efe6d8'
const QUIET = '#d9cdbb'
/** Fill and words of each tone; each pair has at least 7 : 1. */
const TONES: Readonly<Record<NonNullable<PanelButton['tone']> | 'plain', readonly [string, string]>> = {
  plain: [PLATE, PAPER],
  now: ['#f2b87a', INK],
  calm: ['#8fb9b6', INK],
  danger: ['#e39b8a', INK],
}
const SEA = '#8fb9b6'

export interface PanelPicture {
  readonly texture: CanvasTexture<OffscreenCanvas>
  paint(layout: PanelLayout): void
  dispose(): void
}

type Pen = OffscreenCanvasRenderingContext2D

function writeText(pen: Pen, { kind, text, x, y, width, em }: TextRegion): void {
  pen.font = `${kind === 'title' ? 700 : 500} ${em * PER_DEGREE}px ${FAMILY}`
  pen.fillStyle = kind === 'title' ? PAPER : QUIET
  pen.textAlign = 'left'
  pen.fillText(text, x * PER_DEGREE, y * PER_DEGREE, width * PER_DEGREE)
}

function drawButton(pen: Pen, { button, x, y, width, height }: ButtonRegion): void {
  const [fill, words] = TONES[button.tone ?? 'plain']
  const [left, top, wide, high] = [x * PER_DEGREE, y * PER_DEGREE, width * PER_DEGREE, height * PER_DEGREE]
  pen.fillStyle = fill
  pen.beginPath()
  pen.roundRect(left, top, wide, high, high * 0.28)
  pen.fill()
  if (button.on) {
    pen.strokeStyle = button.tone ? INK : SEA
    pen.lineWidth = 0.16 * PER_DEGREE
    pen.beginPath()
    pen.roundRect(left + 4, top + 4, wide - 8, high - 8, high * 0.24)
    pen.stroke()
  }
  pen.fillStyle = words
  pen.textAlign = 'center'
  const middle = left + wide / 2
  const most = wide - 0.9 * PER_DEGREE
  const em = 1.3 * PER_DEGREE
  pen.font = `600 ${em}px ${FAMILY}`
  pen.fillText(button.label, middle, top + high * (button.more ? 0.34 : 0.52), most)
  if (!button.more) return
  pen.font = `500 ${1.2 * PER_DEGREE}px ${FAMILY}`
  pen.fillText(button.more, middle, top + high * 0.73, most)
}

/** Creates an empty picture. */
export function createPanelPicture(): PanelPicture {
  const canvas = new OffscreenCanvas(PANEL_WIDTH * PER_DEGREE, PANEL_HEIGHT * PER_DEGREE)
  const pen = canvas.getContext('2d')!
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = NoColorSpace
  texture.flipY = false
  texture.minFilter = LinearMipmapLinearFilter
  texture.magFilter = LinearFilter
  texture.anisotropy = 8
  let shown: PanelLayout | null = null
  let ended = false

  function paint(layout: PanelLayout): void {
    shown = layout
    pen.fillStyle = INK
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.textBaseline = 'middle'
    for (const text of layout.texts) writeText(pen, text)
    for (const button of layout.buttons) drawButton(pen, button)
    texture.needsUpdate = true
  }

  async function dress(): Promise<void> {
    try {
      await Promise.all(
        [500, 600, 700].map((weight) => document.fonts.load(`${weight} 40px "Atkinson Hyperlegible Next"`)),
      )
    } catch {
      // Without the typeface the words stay in the system's own.
      return
    }
    if (shown && !ended) paint(shown)
  }
  void dress()

  return {
    texture,
    paint,
    dispose() {
      ended = true
      texture.dispose()
    },
  }
}
