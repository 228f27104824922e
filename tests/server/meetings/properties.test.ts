// Whatever happens, in whatever order: what must always be true of a meeting. Random people knock, speak, vanish, crash and come back.

import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maySpeak, PHASES, snapshotSchema } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { skeleton } from '../../../server/admissions/skeleton.ts'
import { apply, createMeeting } from '../../../server/meetings/meeting.ts'
import { isOutOfRound, person } from '../../../server/meetings/people.ts'
import type { MeetingRecord } from '../../../server/meetings/record.ts'
import { parseRecord } from '../../../server/meetings/recordSchema.ts'
import { assignedTo, standsStill, stepOf, textFor } from '../../../server/meetings/scriptRun.ts'
import { desiredPeople } from '../../../server/meetings/reconcile.ts'
import { sidesOf, snapshotOf } from '../../../server/meetings/snapshot.ts'
import { anAct, ANSWER, inputOf, NAMES, SEATS, UNDER_WAY, WITH_SCRIPT } from './acts.ts'
import type { Act } from './acts.ts'
import { MEETING_ID, sessionOf } from './circle.ts'
import { HOUR } from './scripts.ts'

const unique = (values: readonly unknown[]) => new Set(values).size === values.length
const same = (a: unknown, b: unknown) => isDeepStrictEqual(a, b)

function voices(record: MeetingRecord) {
  const snapshot = snapshotOf(record)
  return snapshot.participants.filter((one) => maySpeak(snapshot, one.identity))
}

/** What is always true of a meeting, by name. */
const PROMISES: Readonly<Record<string, (record: MeetingRecord) => boolean>> = {
  'nobody sits on another’s lap': ({ people, seats }) =>
    unique(people.map((one) => one.seat)) && people.every((one) => one.seat >= 0 && one.seat < seats),
  'people are listed by seat': ({ people }) =>
    people.every((one, n) => n === 0 || (people[n - 1]?.seat ?? 0) < one.seat),
  'a session is there once, inside or waiting': ({ people, knocks }) =>
    unique([...people, ...knocks].map((one) => one.session)) && unique(people.map((one) => one.identity)),
  'no two names look alike': ({ people, knocks }) => unique([...people, ...knocks].map((one) => skeleton(one.name))),
  'who is blocked neither sits nor waits': ({ people, knocks, blocked }) =>
    [...people, ...knocks].every((one) => !blocked.includes(one.session)),
  'there is one lamp while anybody could carry it, and never two': ({ people }) =>
    people.filter((one) => one.role === 'facilitator').length ===
    (people.some((one) => runsMeeting(one) || one.keyHolder) ? 1 : 0),
  'turns and hands belong to people who are admitted': ({ floor, hands, people, phase }) =>
    phase === 'ended' ||
    [floor.speaker, floor.fading, floor.next, ...hands].every(
      (identity) => identity === null || people.some((one) => one.identity === identity),
    ),
  'a hand is up once, and never while resting': ({ hands, people }) =>
    unique(hands) && !people.some((one) => one.resting && hands.includes(one.identity)),
  'nobody who rests has the turn': ({ floor, people, phase }) =>
    phase === 'ended' || !people.some((one) => one.resting && one.identity === floor.speaker),
  'the piece goes to somebody else who could take it': ({ floor, people }) =>
    floor.next === null ||
    people.some(
      (one) =>
        one.identity === floor.next && one.identity !== floor.speaker && one.connected && !one.resting && !one.held,
    ),
  'a breath has an end': ({ floor, fadingUntil }) => (floor.fading === null) === (fadingUntil === null),
  'each mode has its own turns and no others': ({ floor }) =>
    ((floor.mode !== 'open' && floor.mode !== 'silence') || floor.speaker === null) &&
    (floor.mode === 'piece' || (floor.fading === null && floor.next === null)),
  'nobody speaks before the doors open or after the end': (record) =>
    (record.phase !== 'closed' && record.phase !== 'ended') || voices(record).length === 0,
  'under a hush only those who run the meeting may speak': (record) =>
    !record.hushed || voices(record).every(runsMeeting),
  'the floor decides who may speak': (record) => {
    const { mode, speaker, fading } = record.floor
    const heard = voices(record)
    if (record.hushed || mode === 'open') return true
    if (mode === 'hands') return heard.every((one) => runsMeeting(one) || one.identity === speaker)
    return heard.every((one) => one.identity === speaker || (mode === 'piece' && one.identity === fading))
  },
  'nobody is heard in the circle who is aside or by the door': (record) =>
    voices(record).every((one) => !one.aside && !one.byDoor),
  'nobody is heard in two rooms, and nobody who has no seat is in any': (record) => {
    const rooms = sidesOf(record).map((side) => desiredPeople(record, side))
    const heard = rooms.flatMap((people) => [...people].filter(([, { speak }]) => speak).map(([identity]) => identity))
    const there = rooms.flatMap((people) => [...people.keys()])
    return unique(heard) && there.every((identity) => record.people.some((one) => one.identity === identity))
  },
  'in each side room are the two who agreed, and nobody is in a room that is not there': ({ asides, people }) =>
    asides.every(({ room, lead }) => {
      const pair = people.filter((one) => one.aside === room)
      return pair.length === 2 && pair.some((one) => one.identity === lead)
    }) && people.every(({ aside }) => aside === null || asides.some(({ room }) => room === aside)),
  'nobody has the turn who is on the porch, aside or by the door': ({ floor, people, phase }) =>
    phase === 'ended' || !people.some((one) => isOutOfRound(one) && one.identity === floor.speaker),
  'what is asked in private is asked by and of people who are here': ({ words, people }) =>
    words.every(({ from, to }) =>
      [from, to].every((one) => one === null || people.some(({ identity }) => identity === one)),
    ) && unique(words.map(({ from }) => from)),
  'the circle does not see who asked whom for what, nor who is reminded or needs help': (record) =>
    !/"(?:crisis|from|lead|nudge|help)"/.test(JSON.stringify({ ...snapshotOf(record), script: null })),
  'a temperature tells nothing below five answers, and never who said what': (record) => {
    const { poll } = snapshotOf(record).together
    if (poll?.kind !== 'temperature') return true
    const sum = record.poll?.counts.reduce((all, count) => all + count, 0)
    return poll.up.length === 0 && (poll.counts === null || poll.answered >= 5) && sum === poll.answered
  },
  'what is asked, called or said in a round is of people who are here': ({ milestones, milestone, checkout, people }) =>
    [...milestones, ...(milestone ? [milestone] : []), ...(checkout ?? [])].every((one) =>
      people.some(({ identity }) => identity === one.identity),
    ),
  'a silence that is kept is a silent floor with an end': ({ quiet, floor }) =>
    quiet === null || (floor.mode === 'silence' && quiet.floor.mode !== 'silence'),
  'nobody can write while the circle is hushed, safe, closed or over': (record) =>
    (!record.hushed && (record.phase === 'open' || record.phase === 'closing')) ||
    snapshotOf(record).together.chat === 'off',
  'a held microphone is silent': (record) => record.hushed || voices(record).every((one) => !one.held),
  'a safe room is locked, in piece order, with an end in sight': (record) =>
    record.phase !== 'safe' || (record.floor.mode === 'piece' && snapshotOf(record).locked && record.closesAt !== null),
  'only a safe room has something to bring back': ({ phase, floorBeforeSafe }) =>
    (phase === 'safe') === (floorBeforeSafe !== null),
  'a connected key-holder is not missed': ({ people, keysGoneSince, phase }) =>
    !people.some((one) => one.keyHolder && one.connected) || (keysGoneSince === null && phase !== 'safe'),
  'a script is at one step of its own, and not at one that is left out': ({ script }) =>
    script === null || (script.index < script.script.steps.length && !script.skipped.includes(script.index)),
  'a step’s time has an end after its beginning': ({ script, lamp }) =>
    (script === null || script.endsAt > script.startedAt) && (lamp === null || lamp.endsAt > lamp.startedAt),
  'time stands still when it should, and only then': (record) =>
    record.script === null || (record.script.stoppedAt !== null) === standsStill(record, record.script),
  'an ended meeting has neither script nor lamp': ({ phase, script, lamp }) =>
    phase !== 'ended' || (script === null && lamp === null),
  'nobody but who leads the step or runs the meeting reads what is for them': (record) =>
    record.people.every((one) => {
      const run = record.script
      if (!run || textFor(record, one) === null) return true
      const step = stepOf(run)
      return step.textFor === 'all' || runsMeeting(one) || run.lead === one.identity
    }),
  'the snapshot holds no text of a script': (record) => {
    const snapshot = JSON.stringify(snapshotOf(record))
    return HOUR.steps.every(({ text }) => text === '' || !snapshot.includes(text))
  },
  'who leads a step was asked to or has its role': ({ script: run, people }) => {
    const lead = people.find((one) => one.identity === run?.lead)
    return run === null || !lead || lead.role === stepOf(run).role || assignedTo(run, run.index) === lead.identity
  },
  'whoever comes at the end of the round is in the circle, once, and does not hold the piece': ({ floor, people }) =>
    unique(floor.later) &&
    !floor.later.includes(floor.speaker ?? '') &&
    floor.later.every((one) => people.some(({ identity }) => identity === one)),
  'nothing is noted about who is not there': ({ heard, invitations, standing, people, phase }) =>
    phase === 'ended' ||
    [
      ...heard.meeting,
      ...heard.step,
      ...heard.round,
      ...[...invitations].map((one) => one.to),
      ...standing.map((one) => one.identity),
    ].every((one) => people.some(({ identity }) => identity === one)),
  'one person stands at a place, and only after the meeting': ({ standing, phase }) =>
    unique(standing.map((one) => String(one.place))) && (phase === 'after' || standing.length === 0),
  'after the meeting a key-holder is there, or the last minute runs, or is near': ({ phase, people, keysGoneSince }) =>
    phase !== 'after' || keysGoneSince !== null || people.some((one) => one.keyHolder && one.connected),
  'the chair that is kept for somebody is somebody else’s': ({ standsInFor, people }) =>
    standsInFor === null || people.some((one) => one.role === 'facilitator' && one.identity !== standsInFor),
  'the order of succession names those who run the meeting, once': (record) =>
    record.phase === 'ended' ||
    (unique(record.succession) &&
      snapshotOf(record).succession.every((one) => person(record, one)?.role === 'co-facilitator')),
  'everybody can read the snapshot': (record) => {
    const snapshot = snapshotOf(record)
    return same(snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot))), snapshot)
  },
  'the snapshot tells no secrets': (record) => {
    const snapshot = JSON.stringify(snapshotOf(record))
    return !snapshot.includes(ANSWER) && !NAMES.some((name) => snapshot.includes(sessionOf(name)))
  },
  'it comes back from disk as it was': (record) => same(parseRecord(JSON.stringify(record)), record),
}

/** What must be true of a change to a running script; `byHand`: somebody set the floor during this step. */
function brokenByChange(before: MeetingRecord, after: MeetingRecord, now: number, byHand: boolean): string[] {
  const [run, was] = [after.script, before.script]
  const moved = run !== null && (was === null || run.index !== was.index || run.startedAt !== was.startedAt)
  const stood = was !== null && was.stoppedAt !== null && standsStill(after, was)
  const due = run !== null && run.stoppedAt === null && stepOf(run).ends === 'by-time' && run.endsAt <= now
  const floorHolds = run === null || byHand || after.phase === 'safe' || after.floor.mode === stepOf(run).floor
  return [
    moved && stood && 'nothing moves a script whose time stands still',
    moved && run.startedAt !== now && 'a step begins when it begins',
    moved && run.endsAt !== now + stepOf(run).minutes * 60_000 && 'a step begins with all of its time',
    due && 'a quiet time ends when it is over',
    !floorHolds && 'the floor is the step’s unless somebody set it by hand',
  ].filter((one) => one !== false)
}

function broken(record: MeetingRecord): string[] {
  return Object.keys(PROMISES).filter((promise) => PROMISES[promise]?.(record) !== true)
}

const BY_HAND = ['set-floor', 'keep-silence', 'start-checkout']

/** One meeting's life under test; `step` throws when it breaks a promise. */
function createLife() {
  const removed = new Set<string>()
  const steps = new Set<string>()
  let byHand = false
  let record = createMeeting({ id: MEETING_ID, group: 'g_1', seats: SEATS })
  let now = 1_000_000
  let count = 0
  const fresh = () => String(count++).padStart(16, '0')
  return {
    step(act: Act): void {
      if (act.does === 'wait') now += act.seconds * 1000
      const input = inputOf(act, record, fresh)
      if (input === null) {
        record = parseRecord(JSON.stringify(record))
        return
      }
      const before = JSON.stringify(record)
      const outcome = apply(record, input, now, { identity: () => `p_${fresh()}` })
      if (JSON.stringify(record) !== before) throw new Error('what was before has changed')
      if (!outcome.ok || outcome.record === record) return
      if (outcome.record.revision !== record.revision + 1) throw new Error('a change is not one revision')
      if (input.type === 'command' && (input.command.type === 'remove' || input.command.type === 'block')) {
        const { to } = input.command
        for (const one of record.people) if (one.identity === to) removed.add(one.session)
      }
      const { script, phase } = outcome.record
      if (script?.index !== record.script?.index || script?.startedAt !== record.script?.startedAt) byHand = false
      else if (input.type === 'command' && BY_HAND.includes(input.command.type)) byHand = true
      // Whoever begins the closing minute of a safe room leaves the piece going round.
      else if (record.phase === 'safe' && phase === 'closing') byHand = true
      const changes = brokenByChange(record, outcome.record, now, byHand)
      record = outcome.record
      if (record.script) steps.add(stepOf(record.script).id)
      const back = [...record.people, ...record.knocks].filter((one) => removed.has(one.session))
      const promises = [...changes, ...broken(record), ...back.map(() => 'a removed person never comes back')]
      if (promises.length > 0) throw new Error(`broken: ${promises.join('; ')}\n${JSON.stringify(record)}`)
    },
    record: () => record,
    steps,
  }
}

const plays = fc.record({
  beginning: fc.constantFrom([], UNDER_WAY, WITH_SCRIPT),
  acts: fc.array(anAct, { maxLength: 60, size: 'max' }),
})

/** Plays random meetings, each held to every promise; returns the phases and the steps of the script that they came to. */
function playMeetings(parameters: fc.Parameters<[{ beginning: readonly Act[]; acts: Act[] }]>) {
  const phases = new Set<string>()
  const steps = new Set<string>()
  fc.assert(
    fc.property(plays, ({ beginning, acts }) => {
      const life = createLife()
      for (const act of [...beginning, ...acts]) {
        life.step(act)
        phases.add(life.record().phase)
      }
      for (const step of life.steps) steps.add(step)
    }),
    parameters,
  )
  return { phases, steps }
}

test('a meeting keeps its promises through every sequence of events', () => {
  expect(playMeetings({ numRuns: 1000 }).phases.size).toBeGreaterThan(1)
}, 60_000)

// The same meetings every time: whether random ones come so far is luck, and a test must not depend on it.
test('a thousand known meetings come to every phase and to every step of the script', () => {
  const { phases, steps } = playMeetings({ numRuns: 1000, seed: 30_261 })
  expect(phases).toEqual(new Set(PHASES))
  expect(steps).toEqual(new Set(HOUR.steps.map((step) => step.id)))
}, 60_000)
