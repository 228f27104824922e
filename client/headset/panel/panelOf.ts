// Which page is shown and what it says: the one place where state becomes a panel.

import { waitingLine, waitingTitle } from '../../meeting/waitingWords.ts'
import { askPausePage, askRecentrePage, askReturnPage, doorPage, hushPage } from './askingPages.ts'
import { gesturesPage, nowPage, peoplePage, personPage } from './circlePages.ts'
import { menuPage } from './menuPage.ts'
import { comfortPage, helpPage, numbersPage, seatPage } from './ownPages.ts'
import type { Panel, PanelPage } from './panel.ts'
import { ownEntry, type PanelInput, type SeatedInput } from './panelInput.ts'

const PAGES: Readonly<Record<PanelPage, (input: SeatedInput) => Panel>> = {
  menu: menuPage,
  gestures: gesturesPage,
  now: nowPage,
  people: peoplePage,
  person: personPage,
  help: helpPage,
  numbers: numbersPage,
  seat: seatPage,
  comfort: comfortPage,
  door: doorPage,
  hush: hushPage,
  'ask-return': askReturnPage,
  'ask-pause': askPausePage,
  'ask-recentre': askRecentrePage,
}

/** Before one sits: how it stands at the door, and the ways back. */
function outsidePanel({ state: { me } }: PanelInput): Panel {
  return {
    title: me && me.knock !== 'none' ? waitingTitle(me) : 'The porch',
    lines: [
      me && me.knock !== 'none' ? waitingLine(me) : 'What there is to do is on the flat page.',
      'Nobody can hear or see you yet, and you hear nobody.',
    ],
    buttons: [
      { label: 'Back to the porch', act: { do: 'withdraw' } },
      { label: 'Flat view', more: 'wait on the page', act: { do: 'flat' } },
    ],
  }
}

/** Says what the panel shows. */
export function panelOf(input: PanelInput): Panel {
  const { snapshot } = input.state
  if (input.state.place !== 'circle') return outsidePanel(input)
  if (!snapshot) return { title: 'The circle', lines: ['Getting you to your chair…'], buttons: [] }
  return PAGES[input.place.page]({ ...input, snapshot, me: ownEntry(input) })
}
