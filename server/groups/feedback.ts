// Feedback at the door. Answers wait in memory until there are five and are then added to the group's sums together; fewer are
// forgotten with the next meeting or the server. Lines go to those who run the meeting, without a name, and are never written down.

import type { ErrorCode } from '#protocol/errors.ts'
import type { FeedbackAnswer, FeedbackSums } from '#protocol/feedback.ts'
import { ANSWER_LENGTH, LEAST_ANSWERS } from '#protocol/limits.ts'
import { cleanText } from '../admissions/texts.ts'
import type { MeetingRecord, SessionHash } from '../meetings/record.ts'
import type { SumStore } from './ports.ts'

export interface Feedback {
  /** Notes who sits in a meeting: they may answer, also after it is over. */
  notice(record: MeetingRecord): void
  /** Takes an answer, or returns why not. */
  give(group: string, session: SessionHash, answer: FeedbackAnswer): ErrorCode | null
  /** What was written to those who run the meeting, oldest first. */
  lines(group: string): string[]
  sums(group: string): FeedbackSums
}

interface Evening {
  readonly meeting: string
  readonly sat: Set<SessionHash>
  readonly answered: Set<SessionHash>
  waiting: FeedbackAnswer[]
  readonly lines: string[]
}

const QUESTIONS = ['good', 'safe'] as const

export function createFeedback(store: SumStore): Feedback {
  const evenings = new Map<string, Evening>()

  function keep(group: string, answers: readonly FeedbackAnswer[]): void {
    store.add(group, 'feedback', answers.length)
    for (const question of QUESTIONS) {
      for (const answer of answers) store.add(group, `feedback-${question}-${answer[question]}`, 1)
    }
  }

  return {
    notice({ group, id, phase, people }) {
      const known = evenings.get(group)
      // A meeting that is only being prepared takes nobody's say about the last one.
      if (known?.meeting !== id && phase === 'closed') return
      const fresh: Evening = { meeting: id, sat: new Set(), answered: new Set(), waiting: [], lines: [] }
      const evening = known?.meeting === id ? known : fresh
      evenings.set(group, evening)
      for (const { session, simulated } of people) if (!simulated) evening.sat.add(session)
    },
    give(group, session, answer) {
      const evening = evenings.get(group)
      if (!evening?.sat.has(session)) return 'not-admitted'
      if (evening.answered.has(session)) return 'already-so'
      const line = answer.line === undefined ? null : cleanText(answer.line, ANSWER_LENGTH)
      if (answer.line !== undefined && line === null) return 'text-not-usable'
      evening.answered.add(session)
      if (line !== null) evening.lines.push(line)
      evening.waiting.push(answer)
      if (evening.waiting.length < LEAST_ANSWERS) return null
      keep(group, evening.waiting)
      evening.waiting = []
      return null
    },
    lines: (group) => [...(evenings.get(group)?.lines ?? [])],
    sums(group) {
      const of = (question: string) => {
        const sum = (feeling: string) => store.sum(group, `feedback-${question}-${feeling}`)
        return { yes: sum('yes'), partly: sum('partly'), no: sum('no') }
      }
      return { answers: store.sum(group, 'feedback'), good: of('good'), safe: of('safe') }
    },
  }
}
