// Tells everybody of a group who listens what a change means for them, each by their own stream.

import type { MeetingRecord } from '../meetings/record.ts'
import type { Context } from './context.ts'

/** `record` null: the meeting is over, and the next one is told of. */
export function tellPeople(
  { groups, meetings, personal, streams }: Context,
  group: string,
  record: MeetingRecord | null,
): void {
  const now = record ?? meetings.forGroup(group)
  for (const hash of streams.sessions()) {
    const session = groups.sessionOf(hash)
    if (session?.group === group) streams.send(hash, personal.events(session, now))
  }
}
