// A practice without a website: a meeting, its company and a trainee, moved by hand as fast as the machine can. What the rules forbid
// and happens all the same is written down.

import type { MeetingCommand } from '#protocol/commands.ts'
import { maySpeak } from '#protocol/meeting.ts'
import type { Scenario } from '#protocol/scenario.ts'
import { between, createRandom } from '#protocol/seededRandom.ts'
import { apply, createMeeting, dueAt } from '../../../server/meetings/meeting.ts'
import { personOf } from '../../../server/meetings/people.ts'
import type { MeetingInput, MeetingRecord, Newcomer } from '../../../server/meetings/record.ts'
import { snapshotOf } from '../../../server/meetings/snapshot.ts'
import { createCast, seatedAtFirst, type Cast, type CastAct } from '../../../server/practice/cast.ts'
import type { Sessions } from '../../../server/practice/moments.ts'

const START_MS = 1_700_000_000_000
/** Deeds at one moment, as a stop for a company that answers itself. */
const MOST_AT_ONCE = 50

export interface Done {
  readonly atMs: number
  readonly key: string
  readonly what: string
  /** The code of a refusal. */
  readonly refused: string | null
}

export interface Rehearsal {
  readonly record: MeetingRecord
  readonly cast: Cast
  /** Everything that the company did, in order; times since the beginning. */
  readonly done: readonly Done[]
  /** Rules that were broken, in words. */
  readonly violations: readonly string[]
  /** The trainee does something; returns the code of a refusal. */
  send(command: MeetingCommand): string | null
  /** Lets seconds pass. */
  pass(seconds: number): void
  identity(key: string): string
}

const nameOf = (index: number) => `p_${String(index).padStart(16, '0')}`
const sessionOf = (index: number) => String(index).padStart(64, '0')

/** Sits everybody down. */
export function rehearse(scenario: Scenario, seed: number): Rehearsal {
  const keys = ['you', ...scenario.people.map((one) => one.key)]
  const sessions: Sessions = {
    trainee: sessionOf(0),
    company: new Map(scenario.people.map((one, index) => [one.key, sessionOf(index + 1)])),
  }
  const avatar = { character: 'fox', palette: 'moss', accessory: 'none' } as const
  const newcomer = (key: string): Newcomer => {
    const index = keys.indexOf(key)
    const member = scenario.people.find((one) => one.key === key)
    const name = member?.name ?? 'Trainee'
    const role = member?.role ?? (key === 'you' ? scenario.role : 'member')
    return {
      session: sessionOf(index),
      identity: nameOf(index),
      name,
      avatar: member?.avatar ?? avatar,
      role,
      firstTime: false,
    }
  }
  let now = START_MS
  let knocks = 0
  const names = { identity: () => nameOf(100 + ++knocks) }
  const done: Done[] = []
  const violations: string[] = []
  let record = createMeeting({ id: 'm_000000000000', group: 'g_1', seats: scenario.seats, practice: true })
  let cast: Cast | null = null

  function input(what: MeetingInput): string | null {
    const outcome = apply(record, what, now, names)
    if (!outcome.ok) return outcome.code
    if (outcome.record === record) return null
    const before = record
    record = outcome.record
    cast?.notice(before, record, now)
    return null
  }

  const begun = input({
    type: 'begin-practice',
    open: scenario.doors === 'open',
    seats: scenario.seats,
    environment: scenario.environment,
    floor: scenario.floor,
    trainee: newcomer('you'),
    company: seatedAtFirst(scenario).map(({ key }) => newcomer(key)),
  })
  if (begun !== null) throw new Error(`the practice did not begin: ${begun}`)
  input({ type: 'connected', identity: nameOf(0) })
  const company = createCast(scenario, seed, sessions, now)
  cast = company

  function inputOf(act: CastAct): MeetingInput | null {
    const session = sessions.company.get(act.key) ?? ''
    const one = newcomer(act.key)
    if (act.type === 'command') {
      return { type: 'command', by: { session, keyHolder: one.role === 'facilitator' }, command: act.command }
    }
    if (act.type === 'leave') return { type: 'leave', session }
    if (act.type === 'knock') {
      const knock = { name: one.name, avatar: one.avatar, firstTime: false, answer: null }
      return {
        type: 'knock',
        session,
        keyHolder: false,
        simulated: true,
        id: `k_${act.key}`,
        identity: names.identity(),
        knock,
      }
    }
    const identity = personOf(record, session)?.identity
    if (identity === undefined) return null
    return { type: act.type === 'drop' ? 'disconnected' : 'connected', identity }
  }

  function watch(): void {
    const { speeches } = company.view(record, false)
    if (speeches.length === 0) return
    const snapshot = snapshotOf(record)
    for (const { identity, caption } of speeches) {
      if (!maySpeak(snapshot, identity)) violations.push(`"${caption}" was heard of somebody who may not speak`)
    }
  }

  function play(): void {
    for (let count = 0; count < MOST_AT_ONCE; count++) {
      const acts = company.act(record, now)
      watch()
      if (acts.length === 0) return
      for (const act of acts) {
        const what = inputOf(act)
        const refused = what ? input(what) : null
        done.push({
          atMs: now - START_MS,
          key: act.key,
          what: act.type === 'command' ? act.command.type : act.type,
          refused,
        })
        watch()
      }
    }
    violations.push('the company answers itself without end')
  }

  return {
    get record() {
      return record
    },
    cast: company,
    done,
    violations,
    send(command) {
      const keyHolder = scenario.role !== 'member'
      const refused = input({ type: 'command', by: { session: sessions.trainee, keyHolder }, command })
      if (refused === null) company.did(command, record, now)
      play()
      return refused
    },
    pass(seconds) {
      const until = now + seconds * 1000
      play()
      for (;;) {
        const dues = [dueAt(record), company.dueAt()].filter((due) => due !== null)
        const next = Math.max(now + 1, Math.min(...dues, until))
        now = Math.min(next, until)
        input({ type: 'tick' })
        play()
        if (now >= until) return
      }
    },
    identity: (key) => nameOf(keys.indexOf(key)),
  }
}

/** A trainee who does anything at any time: `hours` are played one after another, each from its own seed. */
export function playHour(scenario: Scenario, seed: number): readonly string[] {
  const random = createRandom(seed)
  const rehearsal = rehearse(scenario, seed)
  const anybody = () => {
    const all = rehearsal.record.people
    return all[Math.floor(random() * all.length)]?.identity ?? ''
  }
  const acts: (() => MeetingCommand)[] = [
    () => ({ type: 'raise-hand' }),
    () => ({ type: 'pass' }),
    () => ({ type: 'rest' }),
    () => ({ type: 'return' }),
    () => ({ type: 'hush' }),
    () => ({ type: 'unhush' }),
    () => ({ type: 'hold', to: anybody() }),
    () => ({ type: 'release', to: anybody() }),
    () => ({ type: 'hand-piece', to: anybody() }),
    () => ({ type: 'call-next' }),
    () => ({ type: 'open-doors' }),
    () => ({ type: 'lock' }),
    () => ({ type: 'unlock' }),
    () => ({
      type: 'set-floor',
      mode: (['open', 'hands', 'piece', 'one-voice', 'silence'] as const)[Math.floor(random() * 5)] ?? 'open',
    }),
    () => ({ type: 'admit', knock: rehearsal.record.knocks[0]?.id ?? 'k' }),
  ]
  for (let at = 0; at < 3600;) {
    const seconds = between(random, 5, 90)
    rehearsal.pass(seconds)
    at += seconds
    const act = acts[Math.floor(random() * acts.length)]
    if (act) rehearsal.send(act())
  }
  const forbidden = rehearsal.done.filter(({ refused }) => refused === 'not-allowed' || refused === 'blocked')
  return [...rehearsal.violations, ...forbidden.map(({ key, what }) => `${key} was refused: ${what}`)]
}
