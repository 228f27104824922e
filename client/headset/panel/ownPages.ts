// Pages for oneself: one's own seat and comfort, help and its numbers.

import { runsMeeting } from '#protocol/roles.ts'
import { BREAKS, DARKEST, nextOf, presetOf, TURNS, withPreset, type Comfort } from '../comfort.ts'
import { BACK, opens, placeAt, type Panel, type PanelButton } from './panel.ts'
import type { SeatedInput } from './panelInput.ts'

const COUNTRIES_PER_PAGE = 8
const BRIGHTER = [1, 0.85, 0.7, 0.55, DARKEST] as const

function chooses(label: string, more: string, change: Partial<Comfort>, on = false): PanelButton {
  return { label, more, on, act: { do: 'comfort', change } }
}

export function seatPage({ comfort, me }: SeatedInput): Panel {
  const turns: PanelButton[] =
    comfort.turn === 0
      ? []
      : [
          { label: 'Turn left', more: `${comfort.turn} degrees`, act: { do: 'turn-body', left: true } },
          { label: 'Turn right', more: `${comfort.turn} degrees`, act: { do: 'turn-body', left: false } },
        ]
  const together: PanelButton[] =
    me && runsMeeting(me)
      ? [{ label: 'All to the middle', more: 'everybody is asked', act: { do: 'ask-recentre' } }]
      : []
  return {
    title: 'My seat',
    lines: ['Look to where the middle should be, then press. Or hold the trigger or a pinch for a second, anywhere.'],
    buttons: [
      { label: 'Sit in the middle', tone: 'now', wide: true, act: { do: 'recentre' } },
      ...turns,
      opens('Comfort', 'comfort', presetOf(comfort) ?? 'my own'),
      ...together,
      BACK,
    ],
  }
}

export function comfortPage({ comfort }: SeatedInput): Panel {
  const preset = presetOf(comfort)
  const yes = (on: boolean) => (on ? 'on' : 'off')
  const bright = BRIGHTER.find((one) => one <= comfort.brightness + 0.01) ?? 1
  return {
    title: 'Comfort',
    lines: [],
    buttons: [
      chooses('Calm', 'for a first time', withPreset('calm', comfort), preset === 'calm'),
      chooses('Standard', 'for who is used to it', withPreset('standard', comfort), preset === 'standard'),
      chooses('Turns', comfort.turn === 0 ? 'off' : `${comfort.turn} degrees`, { turn: nextOf(TURNS, comfort.turn) }),
      chooses('Soft edges', yes(comfort.vignette), { vignette: !comfort.vignette }, comfort.vignette),
      chooses('Light', `${Math.round(comfort.brightness * 100)} per cent`, { brightness: nextOf(BRIGHTER, bright) }),
      chooses('Still room', yes(comfort.lowStimulus), { lowStimulus: !comfort.lowStimulus }, comfort.lowStimulus),
      chooses('A break', comfort.breakMinutes === 0 ? 'not said' : `said after ${comfort.breakMinutes} min`, {
        breakMinutes: nextOf(BREAKS, comfort.breakMinutes),
      }),
      chooses('Main hand', comfort.leftHanded ? 'left' : 'right', { leftHanded: !comfort.leftHanded }),
      { ...opens('Back', 'seat'), wide: true },
    ],
  }
}

export function helpPage(): Panel {
  return {
    title: 'Help',
    lines: [
      'In danger now? Call the emergency number of the place you are in. This group cannot send help.',
      'You never have to speak. Passing and only listening are taking part.',
      'Both grips held for a second: gone, and the page with it. A hand on your heart: a pause.',
    ],
    buttons: [
      { ...opens('Numbers', 'numbers', 'where people answer'), tone: 'now' },
      { label: 'Pause', more: 'my chair is kept', act: { do: 'rest' } },
      { label: 'Leave', more: 'at once', act: { do: 'leave' } },
      BACK,
    ],
  }
}

export function numbersPage({ helplines, place }: SeatedInput): Panel {
  const back = opens('Back', 'help')
  if (!helplines) {
    return {
      title: 'Numbers',
      lines: ['The list cannot be reached just now. Please look for a local helpline.'],
      buttons: [back],
    }
  }
  const { file, gathered } = helplines
  const country = file.find((one) => one.country === place.about)
  if (country) {
    const emergency = country.emergency ? [`Emergency: ${country.emergency.number}`] : []
    const lines = country.lines
      .filter((line) => line.phone)
      .slice(0, 4)
      .flatMap((line) => [`${line.name}: ${line.phone ?? ''}`, `${line.hours}. For ${line.forWhom}.`])
    return {
      title: country.countryName,
      lines: [...emergency, ...lines, `Gathered in ${gathered}; nobody has dialled them. More is on the page.`],
      buttons: [{ ...opens('Other country', 'numbers') }, back],
    }
  }
  const next = place.from + COUNTRIES_PER_PAGE
  return {
    title: 'Where are you?',
    lines: ['It is not sent anywhere.'],
    buttons: [
      ...file
        .slice(place.from, next)
        .map((one): PanelButton => opens(one.countryName, 'numbers', undefined, one.country)),
      { label: 'More', act: { do: 'open', place: placeAt('numbers', null, next < file.length ? next : 0) } },
      back,
    ],
  }
}
