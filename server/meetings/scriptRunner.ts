// The hour that runs itself: what those who run the meeting do with a script, and what time and the round do to it.
// Each step's start drives floor, room and lamp through the one state machine. Nothing moves by itself while time stands still.

import type { Identity } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { Script } from '#protocol/script.ts'
import { EXTEND_SECONDS } from '#protocol/scriptRun.ts'
import { announce } from './announce.ts'
import type { Step } from './door.ts'
import { setFloor } from './floor.ts'
import type { MeetingRecord } from './record.ts'
import { adjustStep, assignStep } from './scriptEdits.ts'
import type { ScriptRun } from './scriptRun.ts'
import { pickLead, standsStill, stepOf, stillLeads } from './scriptRun.ts'
import { giveTurn, isTakeable, tendTurns } from './turns.ts'

/** A step that starts may give the piece, and that may be noted once more; more often than this nothing follows from anything. */
const MOST_CONSEQUENCES = 3

function facilitatorOf(record: MeetingRecord): Identity | null {
  return record.people.find((one) => one.role === 'facilitator')?.identity ?? null
}

/** Whose voice a step with one voice begins with: who leads it, else the facilitator. */
function voiceOf(record: MeetingRecord, lead: Identity | null): Identity | null {
  const facilitator = facilitatorOf(record)
  return lead ?? (isTakeable(record, facilitator) ? facilitator : null)
}

function driveFloor(record: MeetingRecord, run: ScriptRun, now: number): MeetingRecord {
  const { floor } = stepOf(run)
  const voice = floor === 'one-voice' ? voiceOf(record, run.lead) : floor === 'piece' ? run.lead : null
  const by = record.people.find((one) => one.identity === (voice ?? facilitatorOf(record))) ?? record.people[0]
  const given = by ? setFloor(record, by, floor, voice ?? undefined, now) : 'already-so'
  return typeof given === 'string' ? record : given
}

/** Begins a step: its time, who leads it, the floor, the room, the lamp. */
function startStep(record: MeetingRecord, run: ScriptRun, index: number, now: number): MeetingRecord {
  const started: ScriptRun = {
    ...run,
    index,
    skipped: run.skipped.filter((one) => one !== index),
    startedAt: now,
    lead: pickLead(record, run, index),
  }
  const { minutes, environment, dim, title, shareSeconds, chat } = stepOf(started)
  const endsAt = now + minutes * 60_000
  const floored = driveFloor(record, started, now)
  const begun: MeetingRecord = {
    ...floored,
    floor: { ...floored.floor, later: [] },
    heard: { ...floored.heard, step: [], round: [], rounds: 0 },
    invitations: [],
    shareSeconds: shareSeconds ?? null,
    chat,
    environment: environment ?? floored.environment,
    dim: dim ?? floored.dim,
    lamp: { startedAt: now, endsAt, counts: 'step' },
    // A silence that was kept by hand ends with the step.
    quiet: null,
    script: { ...started, endsAt },
  }
  return announce(begun, 'step', title)
}

/** Ends the script. A voice that the step gave ends with it; everything else stays as it is. */
function stopScript(record: MeetingRecord): Step {
  const run = record.script
  if (!run) return 'no-script'
  const given = record.floor.mode === 'one-voice' && run.lead !== null && record.floor.speaker === run.lead
  const voiced = given ? giveTurn(record, voiceOf(record, null)) : record
  return announce({ ...voiced, script: null, lamp: null, chat: 'off' }, 'script-ended')
}

/** The nearest step in a direction that is not left out; null beyond the ends. */
function beside(run: ScriptRun, direction: 1 | -1): number | null {
  for (let at = run.index + direction; at >= 0 && at < run.script.steps.length; at += direction) {
    if (!run.skipped.includes(at)) return at
  }
  return null
}

function goOn(record: MeetingRecord, run: ScriptRun, now: number): Step {
  const next = beside(run, 1)
  return next === null ? stopScript(record) : startStep(record, run, next, now)
}

/** Starts a script at its first step. `script` is null when the group has none of that name. */
export function startScript(record: MeetingRecord, script: Script | null, now: number): Step {
  if (record.script) return 'script-running'
  if (record.phase !== 'open') return 'wrong-phase'
  if (record.hushed) return 'wrong-mode'
  if (!script) return 'not-found'
  const still = { paused: false, stoppedAt: null, pauseWords: null }
  const run = { script, index: 0, skipped: [], startedAt: now, endsAt: now, lead: null, assigned: [], ...still }
  return startStep(record, run, 0, now)
}

function extend(record: MeetingRecord, run: ScriptRun, now: number): Step {
  // Time that has run over is forgiven: two minutes more are two minutes from now.
  const endsAt = Math.max(run.endsAt, run.stoppedAt ?? now) + EXTEND_SECONDS * 1000
  const lamp = record.lamp?.counts === 'step' ? { ...record.lamp, endsAt } : record.lamp
  return announce({ ...record, lamp, script: { ...run, endsAt } }, 'step-longer', stepOf(run).title)
}

function skip(record: MeetingRecord, run: ScriptRun, at: number, wanted: boolean, now: number): Step {
  const title = run.script.steps[at]?.title
  if (title === undefined) return 'not-found'
  if (at < run.index) return 'stale'
  if (run.skipped.includes(at) === wanted) return 'already-so'
  if (at === run.index) return wanted ? leave(record, run, () => goOn(record, run, now)) : 'already-so'
  const skipped = wanted ? [...run.skipped, at].sort((a, b) => a - b) : run.skipped.filter((one) => one !== at)
  return announce({ ...record, script: { ...run, skipped } }, wanted ? 'step-skipped' : 'step-kept', title)
}

function goTo(record: MeetingRecord, run: ScriptRun, at: number, now: number): Step {
  if (!run.script.steps[at]) return 'not-found'
  return at === run.index ? 'already-so' : startStep(record, run, at, now)
}

/** Lets time stand still, with words for everybody to read; pressed once more, with other words. */
function pause(record: MeetingRecord, run: ScriptRun, pauseWords: string | null): Step {
  if (run.paused && (pauseWords === null || pauseWords === run.pauseWords)) return 'already-so'
  return announce({ ...record, script: { ...run, paused: true, pauseWords } }, 'script-paused')
}

/** Whatever leaves the step waits until time goes on. */
function leave(record: MeetingRecord, run: ScriptRun, then: () => Step): Step {
  if (run.paused) return 'script-paused'
  if (record.hushed) return 'wrong-mode'
  return standsStill(record, run) ? 'wrong-phase' : then()
}

/** What those who run the meeting do with the running script; null for any other command. */
export function actOnScript(record: MeetingRecord, command: MeetingCommand, now: number): Step | null {
  const run = record.script
  if ('from' in command && run && command.from !== undefined && command.from !== run.index) return 'stale'
  switch (command.type) {
    case 'next-step':
      return run ? leave(record, run, () => goOn(record, run, now)) : 'no-script'
    case 'previous-step': {
      const before = run && beside(run, -1)
      if (!run) return 'no-script'
      return leave(record, run, () => (before === null ? 'already-so' : startStep(record, run, before, now)))
    }
    case 'repeat-step':
      return run ? leave(record, run, () => startStep(record, run, run.index, now)) : 'no-script'
    case 'go-to-step':
      return run ? leave(record, run, () => goTo(record, run, command.step, now)) : 'no-script'
    case 'skip-step':
      return run ? skip(record, run, command.step, command.skip, now) : 'no-script'
    case 'extend-step':
      return run ? extend(record, run, now) : 'no-script'
    case 'assign-step':
      return run ? assignStep(record, run, command.step, command.to) : 'no-script'
    case 'adjust-step':
      return run ? adjustStep(record, run, command) : 'no-script'
    case 'pause-script':
      return run ? pause(record, run, command.words ?? null) : 'no-script'
    case 'resume-script': {
      if (!run) return 'no-script'
      if (!run.paused) return 'already-so'
      return announce({ ...record, script: { ...run, paused: false, pauseWords: null } }, 'script-resumed')
    }
    case 'stop-script':
      return stopScript(record)
    default:
      return null
  }
}

/** Notes since when time stands still; when it goes on, step and lamp get back what they lost. */
function tendClock(record: MeetingRecord, run: ScriptRun, now: number): MeetingRecord {
  const still = standsStill(record, run)
  if (still === (run.stoppedAt !== null)) return record
  if (run.stoppedAt === null) return { ...record, script: { ...run, stoppedAt: now } }
  const { stoppedAt } = run
  const lost = (since: number) => Math.max(0, now - Math.max(stoppedAt, since))
  const { lamp } = record
  return {
    ...record,
    lamp: lamp && { ...lamp, endsAt: lamp.endsAt + lost(lamp.startedAt) },
    script: { ...run, stoppedAt: null, endsAt: run.endsAt + lost(run.startedAt) },
  }
}

/** The step goes to the next with its role when who led it is gone or leads no more; the voice goes with it. */
function tendLead(record: MeetingRecord, run: ScriptRun): MeetingRecord {
  const { floor } = stepOf(run)
  if (stillLeads(record, run)) return record
  const lead = pickLead(record, run, run.index)
  if (lead === run.lead) return record
  const led = { ...record, script: { ...run, lead } }
  // A floor that was given by hand in the meantime is not taken away again.
  const theirs = record.floor.speaker === run.lead || record.floor.speaker === voiceOf(record, null)
  const moves = floor === 'one-voice' && record.floor.mode === 'one-voice' && theirs
  return moves ? giveTurn(led, voiceOf(record, lead)) : led
}

/** Goes on when the piece has been all round. */
function tendRound(record: MeetingRecord, run: ScriptRun, now: number): MeetingRecord {
  const waits = stepOf(run).ends === 'round-complete' && record.floor.mode === 'piece'
  const next = waits && record.heard.rounds > 0 ? goOn(record, run, now) : record
  return typeof next === 'string' ? record : next
}

function tendOnce(record: MeetingRecord, now: number): MeetingRecord {
  if (!record.script) return record
  const clocked = tendClock(record, record.script, now)
  const run = clocked.script
  if (!run || run.stoppedAt !== null) return clocked
  const led = tendLead(clocked, run)
  if (led !== clocked || !led.script) return led
  if (stepOf(run).ends === 'by-time' && now >= run.endsAt) {
    const next = goOn(led, run, now)
    if (typeof next !== 'string') return next
  }
  return tendRound(led, run, now)
}

/** Lets a script follow what happened. What a step says is not talked over by the turns that follow from it. */
export function tendScript(record: MeetingRecord, now: number): MeetingRecord {
  let settled = record
  for (let count = 0; count < MOST_CONSEQUENCES; count++) {
    const next = tendOnce(settled, now)
    if (next === settled) return settled
    const turned = tendTurns(next, now)
    settled = turned.announcement === next.announcement ? turned : { ...turned, announcement: next.announcement }
  }
  return settled
}

/** When time alone will move the script, in ms of the server's clock; null while it will not. */
export function scriptDueAt({ script }: MeetingRecord): number | null {
  return script && script.stoppedAt === null && stepOf(script).ends === 'by-time' ? script.endsAt : null
}
