// What those who run the meeting change about a running script: who leads a step, and how a step that is not over yet goes. It is the
// meeting's own copy; what the group keeps stays as it is.

import type { MeetingCommand } from '#protocol/commands.ts'
import type { Identity } from '#protocol/meeting.ts'
import { checkScript } from '#protocol/script.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import { person } from './people.ts'
import type { MeetingRecord } from './record.ts'
import type { ScriptRun } from './scriptRun.ts'
import { assignedTo } from './scriptRun.ts'

type Adjustment = Extract<MeetingCommand, { type: 'adjust-step' }>

/** Asks somebody beforehand to lead a step: its text and its floor are theirs when it comes, whatever their role. Null asks nobody. */
export function assignStep(record: MeetingRecord, run: ScriptRun, step: number, to: Identity | null): Step {
  if (!run.script.steps[step]) return 'not-found'
  if (step < run.index) return 'stale'
  if (assignedTo(run, step) === to) return 'already-so'
  const one = person(record, to)
  if (to !== null && !one) return 'unknown-person'
  const others = run.assigned.filter((other) => other.step !== step)
  const assigned = to === null ? others : [...others, { step, identity: to }]
  const asked = { ...record, script: { ...run, assigned } }
  return one ? announce(asked, 'step-assigned', one.name) : asked
}

/** Changes title, minutes or text of the current or a coming step. Of the current one, time that is given or taken moves its end. */
export function adjustStep(record: MeetingRecord, run: ScriptRun, change: Adjustment): Step {
  const { step: at, title, minutes, text } = change
  const before = run.script.steps[at]
  if (!before) return 'not-found'
  if (at < run.index) return 'stale'
  const wanted = {
    ...before,
    title: title ?? before.title,
    minutes: minutes ?? before.minutes,
    text: text ?? before.text,
  }
  const steps = run.script.steps.map((one, place) => (place === at ? wanted : one))
  const checked = checkScript({ ...run.script, steps })
  if (!checked.ok) return 'bad-script'
  const after = checked.script.steps[at]
  const same = after?.title === before.title && after.minutes === before.minutes && after.text === before.text
  if (!after || same) return 'already-so'
  const moved = at === run.index ? (after.minutes - before.minutes) * 60_000 : 0
  const lamp = record.lamp?.counts === 'step' ? { ...record.lamp, endsAt: record.lamp.endsAt + moved } : record.lamp
  const script = { ...run, script: checked.script, endsAt: run.endsAt + moved }
  return announce({ ...record, lamp, script }, 'step-changed', after.title)
}
