// Pages about the circle: what we are doing now, gestures, the people in their order, one person.

import { can } from '#protocol/permissions.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { GESTURES } from '#protocol/signals.ts'
import { directionOf, inCircleOrder } from '../../meeting/directions.ts'
import { floorLine } from '../../meeting/floorLine.ts'
import { GESTURE_WORDS } from '../../meeting/gestureWords.ts'
import { personWords } from '../../meeting/personWords.ts'
import { clockOf, endTime, invitation, stepTime, stepTitle } from '../../meeting/scriptLine.ts'
import { BACK, opens, placeAt, type Panel, type PanelButton } from './panel.ts'
import type { SeatedInput } from './panelInput.ts'

/** People of one page of the list: as many buttons as fit beside back and on. */
const PER_PAGE = 8

export function gesturesPage(): Panel {
  return {
    title: 'Without words',
    lines: ['Your hands may say it as well.'],
    buttons: [
      ...GESTURES.map((gesture): PanelButton => {
        return { label: GESTURE_WORDS[gesture], act: { do: 'gesture', gesture } }
      }),
      BACK,
    ],
  }
}

export function nowPage({ state, snapshot, now }: SeatedInput): Panel {
  const { script: run, lamp } = snapshot
  const text = run && state.scriptText?.step === run.index ? state.scriptText.text : null
  const lines = [floorLine(snapshot, state.identity)]
  if (run) {
    lines.push(stepTime(run, now), `The end will be at ${endTime(run, now, state.clockOffsetMs)}.`)
    if (invitation(run) !== '') lines.push(invitation(run))
  }
  if (lamp) lines.push(`The lamp: ${clockOf(Math.max(0, lamp.endsAt - now))}`)
  if (text !== null) lines.push(...text.split('\n').filter((line) => line.trim() !== ''))
  return { title: run ? stepTitle(run) : 'What we are doing', lines, buttons: [BACK] }
}

export function peoplePage({ state, snapshot, me, place }: SeatedInput): Panel {
  const all = inCircleOrder(snapshot.participants, me, snapshot.seats)
  const shown = all.slice(place.from, place.from + PER_PAGE)
  const next = place.from + PER_PAGE
  return {
    title: 'In the circle',
    lines: all.length > PER_PAGE ? [`${place.from + 1} to ${place.from + shown.length} of ${all.length}`] : [],
    buttons: [
      ...shown.map((one): PanelButton => {
        const words = personWords(one, snapshot, state.speaking.has(one.identity))
        const where = directionOf(one, me, snapshot.participants, snapshot.seats)
        return {
          label: one.name,
          more: words[0] ?? where,
          on: state.speaking.has(one.identity),
          act: { do: 'open', place: placeAt('person', one.identity) },
        }
      }),
      BACK,
      ...(all.length > PER_PAGE
        ? [
            {
              label: 'More',
              act: { do: 'open', place: placeAt('people', null, next < all.length ? next : 0) },
            } as const,
          ]
        : []),
    ],
  }
}

export function personPage({ state, snapshot, me, place }: SeatedInput): Panel {
  const one = snapshot.participants.find((other) => other.identity === place.about)
  if (!one) return { title: 'In the circle', lines: ['They have left.'], buttons: [BACK] }
  const to = one.identity
  const mine = to === me?.identity
  const runs = me !== null && runsMeeting(me)
  const { mode, speaker } = snapshot.floor
  const free = one.presence === 'present' && speaker !== to
  const gain = state.quieter[to] ?? 1
  const buttons: PanelButton[] = []
  if (!mine) {
    const quieter = gain < 1
    buttons.push({
      label: quieter ? 'As loud as all' : 'Quieter for me',
      on: quieter,
      act: { do: 'quieter', to, gain: quieter ? 1 : 0.35 },
    })
  }
  if (mode === 'piece' && free && (runs || speaker === me?.identity)) {
    buttons.push({ label: 'Hand the piece', tone: 'now', act: { do: 'hand-piece', to } })
  }
  if (mode === 'hands' && free && runs) buttons.push({ label: 'Call', tone: 'now', act: { do: 'call', to } })
  if (me && can(me, 'hold') && !mine) {
    buttons.push(
      one.held
        ? { label: 'Release', more: 'their microphone', on: true, act: { do: 'release', to } }
        : { label: 'Hold', more: 'their microphone', act: { do: 'hold', to } },
    )
  }
  const words = personWords(one, snapshot, state.speaking.has(to))
  const where = directionOf(one, me, snapshot.participants, snapshot.seats)
  return {
    title: one.name,
    lines: [[where, ...words].filter((word) => word !== '').join(', ')],
    buttons: [...buttons, opens('People', 'people'), BACK],
  }
}
