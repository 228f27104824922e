// Pages that come by themselves: the door and the hush for those who hold them, and three questions that are asked, never assumed.

import { BACK, type Panel, type PanelButton } from './panel.ts'
import type { SeatedInput } from './panelInput.ts'

/** Who waits longest is answered first; the others come up. */
const KNOCKS = 3
const CLOSE: PanelButton = { label: 'Close', act: { do: 'close' } }

export function doorPage({ state }: SeatedInput): Panel {
  const shown = state.door.slice(0, KNOCKS)
  const rest = state.door.length - shown.length
  return {
    title: 'At the door',
    lines: [
      ...(shown.length === 0 ? ['Nobody waits.'] : []),
      ...shown.map(
        (one) => `${one.name}${one.firstTime ? ', first time' : ''}${one.answer ? `: “${one.answer}”` : ''}`,
      ),
      ...(rest > 0 ? [`${rest} more wait.`] : []),
    ],
    buttons: [
      ...shown.flatMap((one): PanelButton[] => [
        { label: 'Let in', more: one.name, tone: 'now', act: { do: 'admit', knock: one.knock } },
        { label: 'Not now', more: one.name, act: { do: 'decline', knock: one.knock } },
      ]),
      BACK,
    ],
  }
}

export function hushPage({ snapshot }: SeatedInput): Panel {
  return {
    title: 'Hush',
    lines: ['All microphones are held, the door is locked. One press gives everything back.'],
    buttons: [
      {
        label: snapshot.hushed ? 'End the hush' : 'Hush',
        more: snapshot.hushed ? 'all as before' : 'hold everybody',
        tone: 'danger',
        wide: true,
        on: snapshot.hushed,
        act: { do: 'hush' },
      },
      BACK,
    ],
  }
}

export function askReturnPage(): Panel {
  return {
    title: 'Welcome back',
    lines: ['You had stepped away. Your chair was kept and your microphone is off.'],
    buttons: [
      { label: 'Back, and listen', tone: 'now', wide: true, act: { do: 'come-back', speak: false } },
      { label: 'Back, with my voice', wide: true, act: { do: 'come-back', speak: true } },
      { label: 'Leave', act: { do: 'leave' } },
    ],
  }
}

export function askPausePage(): Panel {
  return {
    title: 'A pause?',
    lines: [
      'Your hand is on your heart. In a pause your microphone is off, your chair stays yours, and you still hear.',
    ],
    buttons: [
      { label: 'Pause', tone: 'now', wide: true, act: { do: 'rest' } },
      { label: 'No, thank you', wide: true, act: { do: 'close' } },
    ],
  }
}

export function askRecentrePage(): Panel {
  return {
    title: 'Sit in the middle?',
    lines: ['The facilitator asks everybody to sit down anew. Look to the middle, then press. You need not.'],
    buttons: [{ label: 'Sit in the middle', tone: 'now', wide: true, act: { do: 'recentre' } }, CLOSE],
  }
}
