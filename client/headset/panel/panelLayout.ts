// Where everything of a panel lies, in degrees of the eye: what is read is at least 0.6° high in its small letters, what is
// pressed at least 3°. The painter and the pointing hand read the same list. Pure.

import type { Panel, PanelAct, PanelButton } from './panel.ts'

/** Degrees. */
export const PANEL_WIDTH = 26
export const PANEL_HEIGHT = 34
const PAD = 1.1
const GAP = 0.5
const BUTTON_HEIGHT = 3.3
const COLUMN = (PANEL_WIDTH - 2 * PAD - GAP) / 2
/** Heights of the letters' em, degrees. Small letters of Atkinson Hyperlegible are half an em high. */
const TITLE_EM = 1.7
export const TEXT_EM = 1.26
const TITLE_LINE = 2.4
const TEXT_LINE = 1.75
/** Mean width of a letter, in ems, with room to spare; the painter squeezes what is wider still. */
const LETTER = 0.5
const LETTERS = Math.floor((PANEL_WIDTH - 2 * PAD) / (TEXT_EM * LETTER))

export interface TextRegion {
  readonly kind: 'title' | 'line'
  readonly text: string
  /** Left end and baseline's middle. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly em: number
}

export interface ButtonRegion {
  readonly kind: 'button'
  readonly button: PanelButton
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PanelLayout {
  readonly texts: readonly TextRegion[]
  readonly buttons: readonly ButtonRegion[]
  /** How much of PANEL_HEIGHT is used. */
  readonly height: number
}

/** Breaks a text into lines of at most `letters`, at spaces where there are any. */
export function wrap(text: string, letters: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= letters || line === '') line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** Lays a panel out from the top; what does not fit between the title and the buttons is cut with an ellipsis. */
export function layOut({ title, lines, buttons }: Panel): PanelLayout {
  const rows: PanelButton[][] = []
  for (const button of buttons) {
    const last = rows.at(-1)
    if (!button.wide && last && last.length === 1 && !last[0]?.wide) last.push(button)
    else rows.push([button])
  }
  const buttonsHeight = rows.length * (BUTTON_HEIGHT + GAP)
  const room = PANEL_HEIGHT - 2 * PAD - TITLE_LINE - buttonsHeight
  const most = Math.max(0, Math.floor(room / TEXT_LINE))
  const wrapped = lines.flatMap((line) => wrap(line, LETTERS))
  const shown = wrapped.slice(0, most)
  if (wrapped.length > most && most > 0) shown[most - 1] = `${shown[most - 1] ?? ''} …`

  const width = PANEL_WIDTH - 2 * PAD
  const texts: TextRegion[] = [{ kind: 'title', text: title, x: PAD, y: PAD + TITLE_LINE / 2, width, em: TITLE_EM }]
  let y = PAD + TITLE_LINE
  for (const text of shown) {
    texts.push({ kind: 'line', text, x: PAD, y: y + TEXT_LINE / 2, width, em: TEXT_EM })
    y += TEXT_LINE
  }
  y += GAP
  const regions: ButtonRegion[] = []
  for (const row of rows) {
    row.forEach((button, i) => {
      const x = PAD + i * (COLUMN + GAP)
      regions.push({ kind: 'button', button, x, y, width: button.wide ? width : COLUMN, height: BUTTON_HEIGHT })
    })
    y += BUTTON_HEIGHT + GAP
  }
  return { texts, buttons: regions, height: Math.min(PANEL_HEIGHT, y - GAP + PAD) }
}

/** The number of the button at u, v (0–1 of the used height); −1 where there is none. Half a gap around it belongs to a button. */
export function buttonAt({ buttons, height }: PanelLayout, u: number, v: number): number {
  const [x, y] = [u * PANEL_WIDTH, v * height]
  return buttons.findIndex(
    (one) =>
      x >= one.x - GAP / 2 &&
      x <= one.x + one.width + GAP / 2 &&
      y >= one.y - GAP / 2 &&
      y <= one.y + one.height + GAP / 2,
  )
}

/** The act of a button by its number. */
export function actOf({ buttons }: PanelLayout, number: number): PanelAct | null {
  return buttons[number]?.button.act ?? null
}
