// All names of a circle on one picture, drawn by the browser's own text engine so that every script is right, plus four small signs.

import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, NoColorSpace } from 'three'

/** Pixels of one name's cell; twice the size at which names are usually seen. */
export const CELL_WIDTH = 512
export const CELL_HEIGHT = 64
const COLUMNS = 2
const FONT = '600 38px "Atkinson Hyperlegible Next", system-ui, sans-serif'
const INSET = 10

/** What a small sign before a name says, in the order of their cells. */
export const SIGNS = ['hand', 'held', 'resting', 'piece'] as const
export type Sign = (typeof SIGNS)[number]

export interface NameAtlas {
  readonly texture: CanvasTexture<OffscreenCanvas>
  readonly rows: number
  /** Draws the names anew if they changed; returns each one's width in pixels. */
  write(names: readonly string[]): readonly number[]
  /** Draws the same names again, when the typeface has arrived. */
  redraw(): void
  dispose(): void
}

type Pen = OffscreenCanvasRenderingContext2D

const DRAWINGS: Readonly<Record<Sign, (pen: Pen) => void>> = {
  hand(pen) {
    pen.lineWidth = 7
    for (const [x, top] of [
      [22, 20],
      [30, 13],
      [38, 15],
      [46, 22],
    ] as const)
      line(pen, x, 38, x, top)
    line(pen, 16, 34, 21, 44)
    pen.beginPath()
    pen.roundRect(18.5, 32, 31, 22, 10)
    pen.fill()
  },
  held(pen) {
    pen.beginPath()
    pen.roundRect(25, 10, 14, 26, 7)
    pen.fill()
    pen.lineWidth = 4
    pen.beginPath()
    pen.arc(32, 30, 13, 0.15, Math.PI - 0.15)
    pen.stroke()
    line(pen, 32, 43, 32, 52)
    // A line below, not through: held for a while, not crossed out.
    line(pen, 20, 56, 44, 56)
  },
  resting(pen) {
    pen.beginPath()
    pen.arc(32, 32, 19, 0.5, 2 * Math.PI - 1.5)
    pen.arc(41, 25, 16, 2 * Math.PI - 1.9, 0.9, true)
    pen.fill()
  },
  piece(pen) {
    pen.lineWidth = 5
    pen.beginPath()
    for (let i = 0; i <= 60; i++) {
      const turn = (i / 60) * 4.4 * Math.PI
      const r = 3 + (i / 60) * 17
      pen.lineTo(32 + Math.cos(turn) * r, 32 + Math.sin(turn) * r)
    }
    pen.stroke()
  },
}

function line(pen: Pen, x0: number, y0: number, x1: number, y1: number): void {
  pen.beginPath()
  pen.moveTo(x0, y0)
  pen.lineTo(x1, y1)
  pen.stroke()
}

/** Creates an atlas for at most `most` names. */
export function createNameAtlas(most: number): NameAtlas {
  const rows = Math.ceil(most / COLUMNS) + 1
  const canvas = new OffscreenCanvas(CELL_WIDTH * COLUMNS, CELL_HEIGHT * rows)
  const pen = canvas.getContext('2d')!
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = NoColorSpace
  texture.flipY = false
  texture.minFilter = LinearMipmapLinearFilter
  texture.magFilter = LinearFilter
  texture.anisotropy = 4
  let written: readonly string[] = []
  let widths: number[] = []

  function redraw(): void {
    pen.fillStyle = '#000'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.fillStyle = '#fff'
    pen.strokeStyle = '#fff'
    pen.lineCap = 'round'
    pen.textBaseline = 'middle'
    pen.font = FONT
    widths = written.map((name, i) => {
      const [x, y] = [(i % COLUMNS) * CELL_WIDTH, Math.floor(i / COLUMNS) * CELL_HEIGHT]
      const natural = pen.measureText(name).width
      const width = Math.min(natural, CELL_WIDTH - 2 * INSET)
      pen.fillText(name, x + INSET, y + CELL_HEIGHT / 2 + 2, width)
      return width + 2 * INSET
    })
    SIGNS.forEach((sign, i) => {
      pen.setTransform(1, 0, 0, 1, i * CELL_HEIGHT, (rows - 1) * CELL_HEIGHT)
      DRAWINGS[sign](pen)
    })
    pen.resetTransform()
    texture.needsUpdate = true
  }

  return {
    texture,
    rows,
    write(names) {
      if (names.length !== written.length || names.some((name, i) => name !== written[i])) {
        written = [...names]
        redraw()
      }
      return widths
    },
    redraw,
    dispose: () => texture.dispose(),
  }
}

/** The corner of a name's cell and of a sign's cell, in pixels. */
export function cellOf(name: number): readonly [number, number] {
  return [(name % COLUMNS) * CELL_WIDTH, Math.floor(name / COLUMNS) * CELL_HEIGHT]
}
