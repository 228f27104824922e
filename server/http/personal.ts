// What one browser may know: its own standing, the door if it holds it, the meeting if it is in it or holds a key.

import type { Me, PersonalEvent } from '#protocol/api.ts'
import { runsMeeting } from '#protocol/roles.ts'
import type { Looks } from '../admissions/looks.ts'
import type { Feedback } from '../groups/feedback.ts'
import type { Groups } from '../groups/groups.ts'
import type { SessionRecord } from '../groups/ports.ts'
import { careFor } from '../meetings/care.ts'
import type { Chat } from '../meetings/chat.ts'
import { milestonesFor } from '../meetings/together.ts'
import { isFull, isLocked } from '../meetings/door.ts'
import { personOf } from '../meetings/people.ts'
import type { MeetingRecord } from '../meetings/record.ts'
import type { Practice } from '../practice/practice.ts'
import { isInvited, notYetHeardFor } from '../meetings/heard.ts'
import { textFor, whereOf } from '../meetings/scriptRun.ts'
import { doorEntriesOf, firstTimersFor, identityOf, knockStatusOf, snapshotOf } from '../meetings/snapshot.ts'

export interface PersonalOptions {
  readonly groups: Groups
  readonly looks: Looks
  readonly practice: Pick<Practice, 'view'>
  readonly chat: Chat
  readonly feedback: Pick<Feedback, 'lines'>
  readonly now: () => number
}

export interface Personal {
  me(session: SessionRecord, record: MeetingRecord): Me
  /** Whether somebody may see the meeting itself. */
  maySee(session: SessionRecord, record: MeetingRecord): boolean
  /** Everything that the personal stream says about a state, in order. */
  events(session: SessionRecord, record: MeetingRecord): PersonalEvent[]
}

export function createPersonal({ chat, feedback, groups, looks, practice, now }: PersonalOptions): Personal {
  const personal: Personal = {
    me(session, record) {
      const { hash, keyHolder, group, blocked } = session
      const waiting = record.knocks.find((one) => one.session === hash)
      const shown = personOf(record, hash) ?? waiting
      const status = knockStatusOf(record, hash)
      const taken = [...record.people, ...record.knocks].map((one) => one.name)
      const identity = identityOf(record, hash)
      const script = whereOf(record)
      const { name, avatar } = shown ?? looks.of(hash, taken)
      return {
        group: groups.describe(group),
        keyHolder,
        phase: record.phase,
        locked: isLocked(record),
        full: isFull(record),
        knock: status === 'none' && blocked ? 'blocked' : status,
        ...(waiting ? { waitingSince: waiting.since } : {}),
        ...(script && identity !== null ? { step: script } : {}),
        identity,
        name,
        avatar,
        serverTime: now(),
      }
    },
    maySee: ({ hash, keyHolder }, record) => keyHolder || personOf(record, hash) !== undefined,
    events(session, record) {
      const person = personOf(record, session.hash)
      const holdsDoor = session.keyHolder || (person !== undefined && runsMeeting(person))
      return [
        { type: 'me', me: personal.me(session, record) },
        ...(groups.isPractice(session.group)
          ? [{ type: 'practice' as const, practice: practice.view(session.group) }]
          : []),
        ...(holdsDoor ? [{ type: 'door' as const, entries: doorEntriesOf(record) }] : []),
        ...(personal.maySee(session, record) ? [{ type: 'snapshot' as const, snapshot: snapshotOf(record) }] : []),
        ...(holdsDoor ? [{ type: 'feedback' as const, lines: feedback.lines(record.group) }] : []),
        ...(person ? [{ type: 'script-text' as const, text: textFor(record, person) }] : []),
        ...(person ? [{ type: 'care' as const, care: careFor(record, person) }] : []),
        ...(person ? [{ type: 'milestones' as const, milestones: milestonesFor(record, person) }] : []),
        ...(person ? [{ type: 'chat' as const, lines: chat.linesFor(record, person) }] : []),
        ...(person ? [{ type: 'first-timers' as const, people: firstTimersFor(record, person) }] : []),
        ...(person ? [notYetHeardFor(record, person)] : []),
        ...(person ? [{ type: 'invitation' as const, open: isInvited(record, person.identity) }] : []),
      ]
    },
  }
  return personal
}
