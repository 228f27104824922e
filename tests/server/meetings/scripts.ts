// A short script for tests, with one step of each kind, and a circle in which it runs.

import type { MeetingCommand } from '#protocol/commands.ts'
import type { Script, Step } from '#protocol/script.ts'
import { stepOf } from '../../../server/meetings/scriptRun.ts'
import { createOpenCircle, seatInOrder, sessionOf } from './circle.ts'
import type { Circle } from './circle.ts'

const STEP: Step = {
  id: 'step',
  title: 'Step',
  minutes: 5,
  role: null,
  text: '',
  textFor: 'all',
  floor: 'open',
  chat: 'off',
  members: [],
  ends: 'by-hand',
}

/** A step by its id; what a test does not say is an open five minutes. */
export function step(id: string, more: Partial<Step> = {}): Step {
  return { ...STEP, id, title: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`, ...more }
}

export function script(...steps: Step[]): Script {
  return { id: 'hour', version: 1, title: 'Our hour', steps }
}

export const HOUR = script(
  step('arrive', { members: ['say-hello'] }),
  step('quiet', { minutes: 1, floor: 'silence', ends: 'by-time', dim: true, environment: 'forest' }),
  step('reading', { role: 'reader', floor: 'one-voice', text: 'For the reader.', textFor: 'reader' }),
  step('shares', { minutes: 20, floor: 'piece', ends: 'round-complete', text: 'For all.' }),
  step('closing', { minutes: 2, role: 'facilitator', floor: 'one-voice', text: 'Mine.', textFor: 'facilitator' }),
)

export interface ScriptedCircle extends Circle {
  start(hour?: Script, name?: string): ReturnType<Circle['send']>
  /** The current step's id; null when no script runs. */
  at(): string | null
}

/** Ada facilitates; she and the members sit side by side, in this order. No script runs yet. */
export function createScriptedCircle(...members: string[]): ScriptedCircle {
  const circle = createOpenCircle(...members)
  seatInOrder(circle, 'Ada', ...members)
  return Object.assign(circle, {
    start(hour: Script | null = HOUR, name = 'Ada') {
      const command: MeetingCommand = { type: 'start-script', script: hour?.id ?? 'none' }
      const by = { session: sessionOf(name), keyHolder: circle.who(name)?.keyHolder ?? false }
      return circle.take({ type: 'command', by, command, script: hour })
    },
    at: () => (circle.record.script ? stepOf(circle.record.script).id : null),
  })
}
