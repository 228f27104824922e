// The company of one practice circle: follows the meeting, lets beats and actors do what is due, and says who is saying what. Driven
// by the time it is given; the same seed and the same trainee give the same deeds at the same times.

import type { MeetingCommand } from '#protocol/commands.ts'
import type { Identity } from '#protocol/meeting.ts'
import { maySpeak } from '#protocol/meeting.ts'
import type { PracticeView, Speech } from '#protocol/practice.ts'
import type { Beat, CastMember, Scenario } from '#protocol/scenario.ts'
import { person, personOf } from '../meetings/people.ts'
import type { MeetingRecord, SessionHash } from '../meetings/record.ts'
import { snapshotOf } from '../meetings/snapshot.ts'
import { createActor, type Actor } from './actor.ts'
import { lookBack, type Deed } from './lookBack.ts'
import { happenings, type Sessions } from './moments.ts'

/** What somebody simulated does: a command like everybody's, or a coming or going. */
export type CastAct =
  | { readonly type: 'command'; readonly key: string; readonly command: MeetingCommand }
  | { readonly type: 'knock' | 'leave' | 'drop' | 'come-back'; readonly key: string }

export interface Cast {
  /** Takes note of a change. */
  notice(before: MeetingRecord, after: MeetingRecord, nowMs: number): void
  /** Takes note of a command that the trainee gave and that was obeyed. */
  did(command: MeetingCommand, record: MeetingRecord, nowMs: number): void
  /** What is due now; call it again when these are done. */
  act(record: MeetingRecord, nowMs: number): CastAct[]
  /** When time alone will bring something; null when it will not. */
  dueAt(): number | null
  /** What the trainee's page is told; `over` adds the look back. */
  view(record: MeetingRecord, over: boolean): PracticeView
}

/** Commands that somebody simulated may give as well, so that only the trainee's own count as theirs. */
const TOLD = ['set-floor', 'call', 'call-next', 'hand-piece', 'hush', 'unhush'] as const

/** How long a line takes to say, seconds: about thirteen letters a second. */
function speechSeconds(line: string): number {
  return Math.min(20, Math.max(1.6, 0.6 + line.length / 13))
}

interface Played {
  readonly actor: Actor
  readonly session: SessionHash
  speech: (Speech & { readonly endsAt: number }) | null
}

/** Creates the company of a scenario. `startedAt` is server clock, ms. */
export function createCast(scenario: Scenario, seed: number, sessions: Sessions, startedAt: number): Cast {
  const played = scenario.people.map((member, index): Played => {
    const session = sessions.company.get(member.key)
    if (session === undefined) throw new Error(`no session for ${member.key}`)
    return { actor: createActor(member, (seed + Math.imul(index + 1, 0x9e3779b1)) >>> 0), session, speech: null }
  })
  const momentAt = new Map<string, number>([['start', startedAt]])
  const waiting = new Set(scenario.beats)
  const deeds: Deed[] = []
  let count = 0
  let gesture: PracticeView['gesture'] = null

  const dueOf = (beat: Beat) => {
    const since = momentAt.get(beat.after ?? 'start')
    return since === undefined ? null : since + beat.at * 1000
  }
  const byKey = (key: string) => played.find((one) => one.actor.member.key === key)

  function identityOf(record: MeetingRecord, key: string | undefined): Identity | null {
    const session = key === 'you' ? sessions.trainee : byKey(key ?? '')?.session
    return session === undefined ? null : (personOf(record, session)?.identity ?? null)
  }

  function say(one: Played, identity: Identity, caption: string, nowMs: number): void {
    const seconds = speechSeconds(caption)
    one.speech = { id: ++count, identity, caption, startsAt: nowMs, seconds, endsAt: nowMs + seconds * 1000 }
  }

  /** Ends what has been said, and cuts at once what may not be heard any more. */
  function tendSpeeches(record: MeetingRecord, nowMs: number): void {
    if (played.every((one) => one.speech === null)) return
    const snapshot = snapshotOf(record)
    for (const one of played) {
      if (!one.speech) continue
      const { endsAt, identity } = one.speech
      const here = person(record, identity)
      const heard = here !== undefined && here.connected && !here.resting && maySpeak(snapshot, identity)
      if (nowMs >= endsAt || !heard) one.speech = null
    }
  }

  function commandOf(beat: Beat, record: MeetingRecord): MeetingCommand | null {
    const to = identityOf(record, beat.to)
    switch (beat.does) {
      case 'raise-hand':
      case 'lower-hand':
      case 'pass':
      case 'rest':
      case 'return':
      case 'hush':
      case 'unhush':
        return { type: beat.does }
      case 'set-floor':
        return beat.floor === undefined ? null : { type: 'set-floor', mode: beat.floor, ...(to ? { speaker: to } : {}) }
      case 'hand-piece':
      case 'call':
        return to ? { type: beat.does, to } : null
      default:
        return null
    }
  }

  /** Plays one beat. Who is not there (any more), or may not be heard now, lets it be. */
  function play(beat: Beat, record: MeetingRecord, nowMs: number): CastAct[] {
    const one = byKey(beat.who)
    if (!one) return []
    const key = beat.who
    const me = personOf(record, one.session)
    if (beat.does === 'knock') return me ? [] : [{ type: 'knock', key }]
    if (!me) return []
    if (beat.does === 'leave' || beat.does === 'drop' || beat.does === 'come-back') return [{ type: beat.does, key }]
    if (beat.does === 'say') {
      if (me.connected && !me.resting && maySpeak(snapshotOf(record), me.identity)) {
        say(one, me.identity, beat.line ?? '', nowMs)
      }
      return []
    }
    if (beat.does === 'gesture') {
      if (beat.gesture) gesture = { id: ++count, identity: me.identity, gesture: beat.gesture }
      return []
    }
    const command = commandOf(beat, record)
    return command ? [{ type: 'command', key, command }] : []
  }

  function playBeats(record: MeetingRecord, nowMs: number): CastAct[] {
    const acts: CastAct[] = []
    for (const beat of waiting) {
      const due = dueOf(beat)
      if (due === null || nowMs < due) continue
      waiting.delete(beat)
      if (beat.id !== undefined) momentAt.set(beat.id, nowMs)
      acts.push(...play(beat, record, nowMs))
    }
    return acts
  }

  function playActors(record: MeetingRecord, nowMs: number): CastAct[] {
    const snapshot = snapshotOf(record)
    const acts: CastAct[] = []
    for (const one of played) {
      const me = snapshot.participants.find(({ identity }) => identity === personOf(record, one.session)?.identity)
      if (!me || one.speech) continue
      const othersSpeak = played.some((other) => other !== one && other.speech !== null)
      const impulse = one.actor.look(me, { snapshot, othersSpeak }, nowMs)
      if (impulse?.does === 'speak') say(one, me.identity, impulse.line, nowMs)
      else if (impulse) acts.push({ type: 'command', key: one.actor.member.key, command: { type: impulse.does } })
    }
    return acts
  }

  return {
    notice(before, after, nowMs) {
      for (const { moment, deed, who } of happenings(before, after, sessions)) {
        if (moment !== null && !momentAt.has(moment)) momentAt.set(moment, nowMs)
        if (deed !== null) deeds.push({ deed, who, at: nowMs })
      }
      tendSpeeches(after, nowMs)
    },
    did(command, record, nowMs) {
      const deed = TOLD.find((one) => one === command.type)
      if (!deed) return
      const to = 'to' in command ? (command.to ?? null) : null
      const session = to === null ? undefined : person(record, to)?.session
      const who = played.find((one) => one.session === session)?.actor.member.key ?? null
      deeds.push({ deed, who, at: nowMs })
    },
    act(record, nowMs) {
      tendSpeeches(record, nowMs)
      if (record.phase === 'ended') return []
      return [...playBeats(record, nowMs), ...playActors(record, nowMs)]
    },
    dueAt() {
      const dues = [
        ...Array.from(waiting, dueOf),
        ...played.map((one) => one.speech?.endsAt ?? one.actor.dueAt()),
      ].filter((due) => due !== null)
      return dues.length === 0 ? null : Math.min(...dues)
    },
    view(record, over) {
      const { id, title, about, role, helps, guide } = scenario
      return {
        scenario: { id, title, about, role, helps, guide },
        seed,
        startedAt,
        cast: played.flatMap(({ actor, session }) => {
          const identity = personOf(record, session)?.identity
          return identity === undefined ? [] : [{ identity, voice: actor.voice }]
        }),
        speeches: over
          ? []
          : played.flatMap(({ speech }) => {
              if (!speech) return []
              const { endsAt: _, ...told } = speech
              return [told]
            }),
        gesture,
        lookBack: over ? lookBack(scenario.lookBack, deeds, momentAt) : null,
      }
    },
  }
}

/** Who of a scenario sits there from the beginning. */
export function seatedAtFirst(scenario: Scenario): CastMember[] {
  return scenario.people.filter((one) => one.waits !== true)
}
