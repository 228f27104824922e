// The first page: what one needs in the first minute and in the worst one, in reach of one hand.

import { can } from '#protocol/permissions.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { floorLine } from '../../meeting/floorLine.ts'
import { heldMeaning, microphoneWords } from '../../meeting/microphoneWords.ts'
import { ownTurn, TURN_WORDS } from '../../meeting/ownTurn.ts'
import { stepTime, stepTitle } from '../../meeting/scriptLine.ts'
import { opens, type Panel, type PanelButton } from './panel.ts'
import type { SeatedInput } from './panelInput.ts'

/** What concerns one's own connection or microphone just now, if anything does. */
function urgent({ state, me }: SeatedInput): string | null {
  if (state.connection === 'recovering')
    return 'The connection is interrupted. Your chair is kept; it goes on by itself.'
  if (state.connection !== 'connected') return 'Getting you to your chair…'
  if (me?.presence === 'resting') return 'You are resting. You still hear the circle.'
  if (state.microphone.talkingWhileOff) return 'You seem to be talking, but your microphone is off.'
  return null
}

function doors({ state, snapshot, me }: SeatedInput): PanelButton[] {
  if (!me) return []
  const waiting = state.door.length
  const buttons: PanelButton[] = []
  if (can(me, 'admit')) {
    const more = waiting === 0 ? 'nobody waits' : waiting === 1 ? '1 waits' : `${waiting} wait`
    buttons.push({ ...opens('Door', 'door', more), ...(waiting > 0 ? { tone: 'now' as const } : {}) })
  }
  if (runsMeeting(me)) {
    buttons.push({
      label: snapshot.hushed ? 'End the hush' : 'Hush',
      more: snapshot.hushed ? 'all as before' : 'hold everybody',
      tone: 'danger',
      on: snapshot.hushed,
      act: { do: 'hush' },
    })
  }
  return buttons
}

export function menuPage(input: SeatedInput): Panel {
  const { state, snapshot, me, now } = input
  const { microphone, identity } = state
  const words = microphoneWords(microphone, false, heldMeaning(snapshot, identity))
  const turn = ownTurn(snapshot, identity)
  const resting = me?.presence === 'resting'
  const run = snapshot.script
  const title = run ? stepTitle(run) : 'The circle'
  const more = urgent(input) ?? (run ? stepTime(run, now) : null)
  return {
    title,
    lines: [floorLine(snapshot, identity), ...(more === null ? [] : [more])],
    buttons: [
      {
        label: `Microphone`,
        more: words.state.toLowerCase(),
        on: microphone.status === 'live',
        ...(microphone.talkingWhileOff ? { tone: 'now' as const } : {}),
        act: { do: 'microphone' },
      },
      {
        label: TURN_WORDS[turn],
        on: turn === 'lower',
        ...(turn === 'pass' || turn === 'done' ? { tone: 'now' as const } : {}),
        act: { do: 'turn' },
      },
      { label: resting ? 'Come back' : 'Pause', ...(resting ? { tone: 'now' } : {}), act: { do: 'rest' } },
      opens('Gesture', 'gestures'),
      opens('What now', 'now'),
      opens('People', 'people', `${snapshot.participants.length} in the circle`),
      opens('My seat', 'seat', 'sit in the middle'),
      { ...opens('Help', 'help'), tone: 'calm' },
      ...doors(input),
      { label: 'Flat view', more: 'keep my chair', act: { do: 'flat' } },
      { label: 'Leave', act: { do: 'leave' } },
    ],
  }
}
