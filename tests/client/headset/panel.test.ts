// What a panel says and where it lies: large enough to be read and pressed, everything of the page on it, every press an act.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../client/settings/settings.ts'
import type { SessionState } from '../../../client/meeting/session.ts'
import { createSessionStore } from '../../../client/meeting/sessionStore.ts'
import { helplineFileSchema } from '../../../client/meeting/helplineFile.ts'
import { placeAt, type Panel, type PanelAct, type PanelPage } from '../../../client/headset/panel/panel.ts'
import {
  actOf,
  buttonAt,
  layOut,
  PANEL_HEIGHT,
  PANEL_WIDTH,
  TEXT_EM,
  wrap,
} from '../../../client/headset/panel/panelLayout.ts'
import { panelOf } from '../../../client/headset/panel/panelOf.ts'
import { identityOf, somebody, someMe, someSnapshot } from '../../support/someSnapshot.ts'

const NAMES = ['Quiet Fern', 'Warm Stone', 'Slow River', 'Amber Moss']
const fern = identityOf('Quiet Fern')
const stone = identityOf('Warm Stone')
const file = helplineFileSchema.parse(
  JSON.parse(readFileSync(new URL('../../../assets/helplines.json', import.meta.url), 'utf8')),
)
/** Small letters of Atkinson Hyperlegible Next over its em, from the font's own table (OS/2 sxHeight 496 of 1000 or more). */
const SMALL_LETTERS = 0.49

function seated(more: Partial<SessionState> = {}): SessionState {
  const state = createSessionStore(true).getState()
  return { ...state, place: 'circle', connection: 'connected', identity: fern, snapshot: someSnapshot(NAMES), ...more }
}

function panel(state: SessionState, page: PanelPage = 'menu', about: string | null = null): Panel {
  const { comfort } = DEFAULT_SETTINGS
  return panelOf({
    state,
    comfort,
    place: placeAt(page, about),
    now: 0,
    helplines: { file, gathered: 'November 2026' },
  })
}

const facilitating = () => {
  const snapshot = someSnapshot(NAMES)
  const participants = snapshot.participants.map((one) =>
    one.identity === fern ? { ...one, role: 'facilitator' as const, keyHolder: true } : one,
  )
  return seated({ snapshot: { ...snapshot, participants } })
}

const PAGES: readonly PanelPage[] = [
  'menu',
  'gestures',
  'now',
  'people',
  'person',
  'help',
  'numbers',
  'seat',
  'comfort',
  'door',
  'hush',
  'ask-return',
  'ask-pause',
  'ask-recentre',
]
const acts = ({ buttons }: Panel) => buttons.map(({ act }) => act.do)
const labels = ({ buttons }: Panel) => buttons.map(({ label }) => label)

describe('every page', () => {
  const all = PAGES.flatMap((page) =>
    [seated(), facilitating()].map((state) => [page, panel(state, page, page === 'person' ? stone : null)] as const),
  )

  test.each(all)('%s can be read and pressed', (_page, shown) => {
    const { buttons, texts, height } = layOut(shown)
    expect(height).toBeLessThanOrEqual(PANEL_HEIGHT)
    for (const { x, y, width, height: high } of buttons) {
      expect(Math.min(width, high)).toBeGreaterThanOrEqual(3)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(PANEL_WIDTH)
      expect(y + high).toBeLessThanOrEqual(height)
    }
    for (const { em } of texts) expect(em * SMALL_LETTERS).toBeGreaterThanOrEqual(0.6)
    expect(TEXT_EM * SMALL_LETTERS).toBeGreaterThanOrEqual(0.6)
  })

  test.each(all)('%s has no two buttons in one place, and each is met where it is drawn', (_page, shown) => {
    const layout = layOut(shown)
    layout.buttons.forEach(({ x, y, width, height, button }, number) => {
      const met = buttonAt(layout, (x + width / 2) / PANEL_WIDTH, (y + height / 2) / layout.height)
      expect(met).toBe(number)
      expect(actOf(layout, met)).toBe(button.act)
    })
  })

  test.each(all.filter(([page]) => !page.startsWith('ask') && page !== 'menu'))(
    '%s has a way back',
    (_page, { buttons }) => {
      const back = buttons.find(({ label }) => label === 'Back')
      expect(back?.act.do).toBe('open')
    },
  )

  test('pressing beside every button is no press', () => {
    const layout = layOut(panel(seated()))
    expect(buttonAt(layout, 0.5, 0.02)).toBe(-1)
    expect(actOf(layout, -1)).toBeNull()
  })
})

describe('the first page', () => {
  test('has all that a member may do on the page', () => {
    expect(acts(panel(seated()))).toEqual([
      'microphone',
      'turn',
      'rest',
      'open',
      'open',
      'open',
      'open',
      'open',
      'flat',
      'leave',
    ])
    expect(labels(panel(seated()))).toEqual(
      expect.arrayContaining(['Microphone', 'Raise hand', 'Pause', 'Gesture', 'What now', 'People', 'Help', 'Leave']),
    )
  })

  test('has the door and the hush for who runs the meeting, and for nobody else', () => {
    const hers = panel(facilitating())
    expect(labels(hers)).toEqual(expect.arrayContaining(['Door', 'Hush']))
    expect(labels(panel(seated()))).not.toContain('Hush')
  })

  test('says pass when one holds the piece', () => {
    const snapshot = someSnapshot(NAMES)
    const floor = { ...snapshot.floor, mode: 'piece' as const, speaker: fern, next: stone }
    expect(labels(panel(seated({ snapshot: { ...snapshot, floor } })))).toContain('Pass on')
  })

  test('tells how one’s own microphone is, in words', () => {
    const microphone = { status: 'held', wanted: true, trouble: null, talkingWhileOff: false } as const
    const shown = panel(seated({ microphone }))
    expect(shown.buttons[0]).toMatchObject({ label: 'Microphone', more: 'held' })
  })

  test('says that the connection is interrupted before anything else', () => {
    expect(panel(seated({ connection: 'recovering' })).lines.at(-1)).toMatch(/Your chair is kept/)
  })
})

describe('people', () => {
  test('come in the order of the circle, oneself first', () => {
    expect(labels(panel(seated(), 'people')).slice(0, 4)).toEqual(['Quiet Fern', ...NAMES.slice(1)])
  })

  test('of a large circle are on several pages, and all can be reached', () => {
    const names = Array.from({ length: 20 }, (_, i) => `Person ${i}`)
    const participants = names.map((name, i) => somebody(name, i))
    const state = seated({
      snapshot: { ...someSnapshot([]), seats: 20, participants },
      identity: participants[0]!.identity,
    })
    const seen = new Set<string>()
    let place = placeAt('people')
    for (let n = 0; n < 4; n++) {
      const { buttons } = panelOf({ state, comfort: DEFAULT_SETTINGS.comfort, place, now: 0, helplines: null })
      for (const { label } of buttons) seen.add(label)
      const more: PanelAct | undefined = buttons.find(({ label }) => label === 'More')?.act
      if (more?.do === 'open') place = more.place
    }
    for (const name of names) expect(seen.has(name)).toBe(true)
  })

  test('can be held by who runs the meeting, and made quieter by everybody', () => {
    expect(acts(panel(facilitating(), 'person', stone))).toContain('hold')
    expect(acts(panel(seated(), 'person', stone))).not.toContain('hold')
    expect(acts(panel(seated(), 'person', stone))).toContain('quieter')
  })

  test('who have left in this moment are a sentence, not a fault', () => {
    expect(panel(seated(), 'person', identityOf('Nobody Here')).lines).toEqual(['They have left.'])
  })
})

describe('help', () => {
  test('says the numbers of a country in large type, with their source’s date', () => {
    const { lines } = panel(seated(), 'numbers', 'US')
    expect(lines[0]).toMatch(/^Emergency: \d+/)
    expect(lines.join(' ')).toMatch(/988/)
    expect(lines.at(-1)).toMatch(/nobody has dialled them/)
  })

  test('lists every country, and says so when the list cannot be reached', () => {
    const seen = new Set<string>()
    let place = placeAt('numbers')
    for (let n = 0; n < file.length; n++) {
      const { buttons } = panelOf({
        state: seated(),
        comfort: DEFAULT_SETTINGS.comfort,
        place,
        now: 0,
        helplines: { file, gathered: 'November 2026' },
      })
      for (const { label } of buttons) seen.add(label)
      const more: PanelAct | undefined = buttons.find(({ label }) => label === 'More')?.act
      if (more?.do === 'open') place = more.place
    }
    for (const { countryName } of file) expect(seen.has(countryName)).toBe(true)
    const away = panelOf({
      state: seated(),
      comfort: DEFAULT_SETTINGS.comfort,
      place: placeAt('numbers'),
      now: 0,
      helplines: null,
    })
    expect(away.lines[0]).toMatch(/cannot be reached/)
  })
})

describe('before one sits', () => {
  test('the panel says how it is at the door', () => {
    const state = {
      ...createSessionStore(true).getState(),
      place: 'waiting',
      me: someMe({ knock: 'waiting' }),
    } as const
    const { title, lines } = panel(state)
    expect(title).toBe('You have knocked')
    expect(lines.join(' ')).toMatch(/Nobody can hear or see you yet/)
  })
})

describe('lines', () => {
  test('break at spaces and lose nothing', () => {
    const text = 'In danger now? Call the emergency number of the place you are in.'
    const lines = wrap(text, 20)
    expect(lines.join(' ')).toBe(text)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20)
  })

  test('that do not fit end in an ellipsis, and the buttons stay', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `line ${i}`)
    const layout = layOut({ title: 'Long', lines, buttons: panel(seated()).buttons })
    expect(layout.texts.at(-1)?.text).toMatch(/…$/)
    expect(layout.buttons).toHaveLength(10)
    expect(layout.height).toBeLessThanOrEqual(PANEL_HEIGHT)
  })
})
