// What is written in the circle: in memory only, never on disk, and gone with the meeting or the server. Who may write is the
// meeting's own rule; a removed person's lines go with them.

import type { ErrorCode } from '#protocol/errors.ts'
import { CHAT_LENGTH, MOST_CHAT_LINES } from '#protocol/limits.ts'
import { runsMeeting } from '#protocol/roles.ts'
import type { ChatLine } from '#protocol/together.ts'
import { cleanText } from '../admissions/texts.ts'
import type { Admission, MeetingRecord, SessionHash } from './record.ts'
import { chatOf } from './together.ts'

export interface Chat {
  /** Takes a line, or returns why not. `now` is the server clock, ms. */
  say(record: MeetingRecord, by: Admission, text: string, now: number): ErrorCode | null
  /** What somebody may read, newest last. */
  linesFor(record: MeetingRecord, reader: Admission): ChatLine[]
  /** Forgets every meeting but this one of a group; null: that one too. */
  keepOnly(group: string, meeting: string | null): void
}

interface Written extends ChatLine {
  readonly session: SessionHash
}

interface Talk {
  readonly meeting: string
  readonly lines: Written[]
  last: number
}

export function createChat(): Chat {
  const talks = new Map<string, Talk>()

  function talkOf({ group, id }: MeetingRecord): Talk {
    const known = talks.get(group)
    if (known?.meeting === id) return known
    const made = { meeting: id, lines: [], last: 0 }
    talks.set(group, made)
    return made
  }

  return {
    say(record, by, text, now) {
      const mode = chatOf(record)
      if (mode === 'off' || by.byDoor) return 'chat-closed'
      const cleaned = cleanText(text, CHAT_LENGTH)
      if (cleaned === null) return 'text-not-usable'
      const talk = talkOf(record)
      const { identity: from, name, session } = by
      const toAll = mode === 'all' || runsMeeting(by)
      talk.last += 1
      talk.lines.push({ id: talk.last, from, name, session, text: cleaned, toAll, at: now })
      if (talk.lines.length > MOST_CHAT_LINES) talk.lines.shift()
      return null
    },
    linesFor(record, reader) {
      const talk = talks.get(record.group)
      if (talk?.meeting !== record.id) return []
      const mine = ({ toAll, session }: Written) => toAll || session === reader.session || runsMeeting(reader)
      return talk.lines
        .filter((one) => mine(one) && !record.blocked.includes(one.session))
        .map(({ session: _session, ...line }) => line)
    },
    keepOnly(group, meeting) {
      if (talks.get(group)?.meeting !== meeting) talks.delete(group)
    },
  }
}
