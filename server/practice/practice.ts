// The practice circles of this server: begins one for a trainee, lets its company act when it is time, and ends it. What the company
// does goes through the same commands as everybody's; kept in memory only, so a restart ends every practice.

import { createHash } from 'node:crypto'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { ErrorCode } from '#protocol/errors.ts'
import type { Avatar } from '#protocol/meeting.ts'
import type { PracticeView } from '#protocol/practice.ts'
import type { Scenario } from '#protocol/scenario.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { createIdentity, createKnockId } from '../admissions/identity.ts'
import type { Meetings, PracticeInput } from '../meetings/meetings.ts'
import { personOf } from '../meetings/people.ts'
import type { Clock, Log, RandomBytes } from '../meetings/ports.ts'
import type { MeetingRecord, Newcomer, SessionHash } from '../meetings/record.ts'
import { createCast, seatedAtFirst, type Cast, type CastAct } from './cast.ts'
import type { Sessions } from './moments.ts'

/** Practice circles at once: they cost the server what small meetings cost. */
const MOST_PRACTICES = 10
/** Milliseconds that a trainee may be away, a closed laptop say, before the circle is ended. */
const AWAY_MS = 5 * 60_000
/** Commands at one moment, as a stop for scenarios that answer themselves. */
const MOST_ROUNDS = 20

export interface Trainee {
  readonly session: SessionHash
  readonly group: string
  readonly name: string
  readonly avatar: Avatar
}

export interface Practice {
  /** Sits the trainee down among the company of a scenario; another practice of theirs ends. */
  begin(
    trainee: Trainee,
    scenario: Scenario,
    seed?: number,
  ): Promise<{ ok: true; seed: number } | { ok: false; code: ErrorCode }>
  /** Ends the trainee's practice; the look back stays until they begin another. */
  end(group: string): Promise<void>
  /** The trainee gave a command that was obeyed. */
  did(group: string, session: SessionHash, command: MeetingCommand): void
  /** What the trainee's page is told; null before the first. */
  view(group: string): PracticeView | null
  /** Told whenever a view has changed. */
  onChange(listener: (group: string) => void): () => void
  /** Follows the meetings; returns what stops it. */
  start(): () => void
}

export interface PracticeOptions {
  readonly meetings: Pick<Meetings, 'command' | 'practise' | 'forGroup' | 'onChange'>
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly log: Log
}

interface Running {
  readonly scenario: Scenario
  readonly sessions: Sessions
  readonly cast: Cast
  record: MeetingRecord
  callOff: () => void
  /** Deeds go out one after another. */
  busy: boolean
  again: boolean
}

/** Sessions that no cookie opens: hashes of what nobody was given. */
function sessionOf(meeting: string, key: string): SessionHash {
  return createHash('sha256').update(`simulated:${meeting}:${key}`).digest('hex')
}

export function createPractice({ meetings, clock, randomBytes, log }: PracticeOptions): Practice {
  const running = new Map<string, Running>()
  const lastView = new Map<string, PracticeView>()
  const listeners = new Set<(group: string) => void>()

  const tell = (group: string) => {
    for (const listener of listeners) listener(group)
  }

  function keepView(group: string, one: Running, over: boolean): void {
    const view = one.cast.view(one.record, over)
    if (JSON.stringify(view) === JSON.stringify(lastView.get(group))) return
    lastView.set(group, view)
    tell(group)
  }

  function keyHolderOf(one: Running, key: string): boolean {
    const role = one.scenario.people.find((member) => member.key === key)?.role ?? 'member'
    return runsMeeting({ role, keyHolder: false })
  }

  function inputOf(one: Running, act: Exclude<CastAct, { type: 'command' }>): PracticeInput | null {
    const session = one.sessions.company.get(act.key)
    const member = one.scenario.people.find(({ key }) => key === act.key)
    if (session === undefined || !member) return null
    if (act.type === 'knock') {
      const knock = { name: member.name, avatar: member.avatar, firstTime: member.firstTime ?? false, answer: null }
      const fresh = { id: createKnockId(randomBytes), identity: createIdentity(randomBytes) }
      return { type: 'knock', session, keyHolder: false, simulated: true, knock, ...fresh }
    }
    if (act.type === 'leave') return { type: 'leave', session }
    const identity = personOf(one.record, session)?.identity
    if (identity === undefined) return null
    return { type: act.type === 'drop' ? 'disconnected' : 'connected', identity }
  }

  async function perform(group: string, one: Running, act: CastAct): Promise<void> {
    const session = one.sessions.company.get(act.key)
    if (session === undefined) return
    if (act.type === 'command') {
      const by = { session, keyHolder: keyHolderOf(one, act.key) }
      const outcome = await meetings.command(group, by, act.command)
      if (!outcome.ok) log.info('practice-refused', { command: act.command.type, code: outcome.code })
      return
    }
    const input = inputOf(one, act)
    if (input) await meetings.practise(group, input)
  }

  /** Lets the company do what is due, and looks again when time will bring more. */
  async function run(group: string, one: Running): Promise<void> {
    if (one.busy) {
      one.again = true
      return
    }
    one.busy = true
    try {
      for (let round = 0; round < MOST_ROUNDS && running.get(group) === one; round++) {
        one.again = false
        const acts = one.cast.act(one.record, clock.now())
        keepView(group, one, false)
        for (const act of acts) await perform(group, one, act)
        if (acts.length === 0 && !one.again) break
      }
    } catch (error) {
      // The meeting is as it was; the next change or moment tries again.
      log.warn('practice-failed', { error: error instanceof Error ? error.name : 'unknown' })
    } finally {
      one.busy = false
    }
    if (running.get(group) === one) schedule(group, one)
  }

  function schedule(group: string, one: Running): void {
    one.callOff()
    const due = one.cast.dueAt()
    const trainee = personOf(one.record, one.sessions.trainee)
    const awayAt = trainee && !trainee.connected && trainee.lostSince !== null ? trainee.lostSince + AWAY_MS : null
    const dues = [due, awayAt].filter((at) => at !== null)
    if (dues.length === 0) return
    const wait = Math.max(20, Math.min(...dues) - clock.now())
    one.callOff = clock.after(wait, () => {
      if (awayAt !== null && clock.now() >= awayAt) void end(group)
      else void run(group, one)
    })
  }

  function finish(group: string, one: Running): void {
    running.delete(group)
    one.callOff()
    keepView(group, one, true)
  }

  async function end(group: string): Promise<void> {
    const one = running.get(group)
    if (one) finish(group, one)
    await meetings.practise(group, { type: 'end-practice' })
  }

  function follow(group: string, record: MeetingRecord | null): void {
    const one = running.get(group)
    if (!one || (record && record.id !== one.record.id)) return
    if (!record) return finish(group, one)
    if (record.revision <= one.record.revision) return
    one.cast.notice(one.record, record, clock.now())
    one.record = record
    if (record.phase === 'ended') return finish(group, one)
    // Whoever leaves has had enough: the circle goes with them, and the look back stays.
    if (!personOf(record, one.sessions.trainee)) return void end(group)
    void run(group, one)
  }

  function createNewcomer(meeting: string, scenario: Scenario, key: string): Newcomer | null {
    const member = scenario.people.find((one) => one.key === key)
    if (!member) return null
    const { name, avatar, role = 'member', firstTime = false } = member
    return { session: sessionOf(meeting, key), identity: createIdentity(randomBytes), name, avatar, role, firstTime }
  }

  return {
    async begin(trainee, scenario, seed = randomSeed(randomBytes)) {
      const { group, session, name, avatar } = trainee
      if (!running.has(group) && running.size >= MOST_PRACTICES) return { ok: false, code: 'too-many' }
      if (running.has(group)) await end(group)
      const { id } = meetings.forGroup(group)
      const { role, doors, environment, floor } = scenario
      const outcome = await meetings.practise(group, {
        type: 'begin-practice',
        open: doors === 'open',
        seats: scenario.seats,
        environment,
        floor,
        trainee: { session, identity: createIdentity(randomBytes), name, avatar, role, firstTime: false },
        company: seatedAtFirst(scenario).flatMap(({ key }) => createNewcomer(id, scenario, key) ?? []),
      })
      if (!outcome.ok) return outcome
      const company = new Map(scenario.people.map(({ key }) => [key, sessionOf(id, key)]))
      const sessions = { trainee: session, company }
      const cast = createCast(scenario, seed, sessions, clock.now())
      const one: Running = {
        scenario,
        sessions,
        cast,
        record: outcome.record,
        callOff: () => {},
        busy: false,
        again: false,
      }
      running.set(group, one)
      log.info('practice-began', { scenario: scenario.id })
      void run(group, one)
      return { ok: true, seed }
    },
    end,
    did(group, session, command) {
      const one = running.get(group)
      if (one?.sessions.trainee === session) one.cast.did(command, one.record, clock.now())
    },
    view: (group) => lastView.get(group) ?? null,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      const stop = meetings.onChange(follow)
      return () => {
        stop()
        for (const one of running.values()) one.callOff()
        running.clear()
      }
    },
  }
}

function randomSeed(randomBytes: RandomBytes): number {
  const [a = 0, b = 0, c = 0, d = 0] = randomBytes(4)
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}
