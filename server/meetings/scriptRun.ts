// A script while it runs: what is kept of it, whose step it is, and what of it others may see. What moves it is scriptRunner.ts.

import type { Me, ScriptText } from '#protocol/api.ts'
import type { Identity } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import type { Script, Step } from '#protocol/script.ts'
import type { ScriptRunView } from '#protocol/scriptRun.ts'
import type { Admission, MeetingRecord } from './record.ts'
import { isOutOfRound } from './people.ts'
import { isTakeable } from './turns.ts'

export interface ScriptRun {
  /** As it was when it started: a later edit is for the next time. */
  script: Script
  /** The one current step. */
  index: number
  skipped: number[]
  /** Server clock, ms: when the current step began. */
  startedAt: number
  /** When its time is over; a pause moves it. */
  endsAt: number
  paused: boolean
  /** What was said with the pause. */
  pauseWords: string | null
  /** Since when time stands still, server clock ms. */
  stoppedAt: number | null
  /** Who leads the current step, when its role is somebody's. */
  lead: Identity | null
  /** Who was asked beforehand to lead a step: at most one for each. */
  assigned: { step: number; identity: Identity }[]
}

/** The step of a run; a run always has one. @throws Error for a record that was not made here. */
export function stepOf(run: ScriptRun): Step {
  const step = run.script.steps[run.index]
  if (!step) throw new Error('a script is at a step that it does not have')
  return step
}

/** Everybody who could lead has gone aside for a private word. */
function isUnled({ people }: MeetingRecord): boolean {
  const leaders = people.filter((one) => runsMeeting(one) && one.connected)
  return leaders.some((one) => one.aside !== null) && leaders.every((one) => isOutOfRound(one))
}

/**
 * Tells whether a script's time stands still now: paused by hand, hushed, for care, in a safe room, behind closed doors, with nobody
 * there.
 */
export function standsStill(record: MeetingRecord, run: ScriptRun): boolean {
  const alone = record.people.length === 0
  const cared = record.carePause || isUnled(record)
  return run.paused || record.hushed || cared || alone || record.phase === 'safe' || record.phase === 'closed'
}

/** Who was asked to lead a step; null when nobody was. */
export function assignedTo({ assigned }: ScriptRun, step: number): Identity | null {
  return assigned.find((one) => one.step === step)?.identity ?? null
}

/**
 * Who leads a step: whoever was asked to, else of several with its role the next after those who led the steps before, so that readers
 * take turns; null when nobody of these is here.
 */
export function pickLead(record: MeetingRecord, run: ScriptRun, index: number): Identity | null {
  const { script } = run
  const asked = assignedTo(run, index)
  if (isTakeable(record, asked)) return asked
  const role = script.steps[index]?.role ?? null
  const holders = record.people.filter((one) => one.role === role && isTakeable(record, one.identity))
  const turn = script.steps.slice(0, index).filter((step) => step.role === role).length
  return holders[turn % Math.max(1, holders.length)]?.identity ?? null
}

/** Tells whether somebody still leads the step: in the circle, and asked to or, while whoever was asked is not here, with its role. */
export function stillLeads(record: MeetingRecord, run: ScriptRun): boolean {
  const lead = record.people.find((one) => one.identity === run.lead)
  if (!lead) return false
  const asked = assignedTo(run, run.index)
  return lead.identity === asked || (lead.role === stepOf(run).role && !isTakeable(record, asked))
}

/** What everybody in the circle may know of a run: titles and times, never a text. */
export function viewOf(run: ScriptRun): ScriptRunView {
  const { title, steps } = run.script
  const { role, members, ends } = stepOf(run)
  return {
    title,
    titles: steps.map((step) => step.title),
    minutes: steps.map((step) => step.minutes),
    skipped: run.skipped,
    index: run.index,
    role,
    lead: run.lead,
    assigned: run.assigned,
    members,
    ends,
    startedAt: run.startedAt,
    endsAt: run.endsAt,
    pausedAt: run.stoppedAt,
    paused: run.paused,
    pauseWords: run.pauseWords,
  }
}

/** The running step's text for somebody in the circle; null when there is none or it is not theirs to read. */
export function textFor(record: MeetingRecord, reader: Admission): ScriptText | null {
  const run = record.script
  if (!run || record.phase === 'ended') return null
  const { text, textFor } = stepOf(run)
  const mayRead = textFor === 'all' || runsMeeting(reader) || (textFor === 'reader' && run.lead === reader.identity)
  return mayRead && text !== '' ? { step: run.index, text } : null
}

/** Where the hour is, for somebody who comes late; null while no script runs. */
export function whereOf({ script, floor }: MeetingRecord): Me['step'] | null {
  if (!script) return null
  return { title: stepOf(script).title, index: script.index, count: script.script.steps.length, floor: floor.mode }
}
