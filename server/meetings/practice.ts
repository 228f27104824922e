// A practice circle is set out in one go, because nobody real is there to open its doors. From then on its simulated members live by
// the commands, the floor and the holds that everybody lives by.

import { SIMULATED_MARK } from '#protocol/practice.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { cleanName } from '../admissions/names.ts'
import type { Step } from './door.ts'
import { seat } from './door.ts'
import type { BeginPractice, MeetingRecord, Newcomer } from './record.ts'

/** The name by which a simulated member is known everywhere. */
function simulatedName(name: string): string {
  return `${name}${SIMULATED_MARK}`
}

function sit(record: MeetingRecord, one: Newcomer, simulated: boolean): Step {
  const { session, identity, avatar, firstTime, role } = one
  const name = simulated ? simulatedName(one.name) : cleanName(one.name)
  if (name === null) return 'name-not-usable'
  const knock = { id: '', session, name, avatar, firstTime, simulated, answer: null, since: 0 }
  return seat(record, knock, identity, role, runsMeeting({ role, keyHolder: false }))
}

/** Seats the company and the trainee; refused anywhere but in an empty meeting made for practice. */
export function beginPractice(record: MeetingRecord, input: BeginPractice): Step {
  if (!record.practice) return 'not-allowed'
  if (record.people.length > 0) return 'already-so'
  let seated: Step = sit({ ...record, seats: input.seats }, input.trainee, false)
  for (const one of input.company) {
    if (typeof seated === 'string') return seated
    seated = sit(seated, one, true)
  }
  if (typeof seated === 'string') return seated
  const { open, environment, floor: mode } = input
  // Where somebody has the word, it begins with who facilitates.
  const first = [input.trainee, ...input.company].find((one) => one.role === 'facilitator')?.identity ?? null
  const speaker = mode === 'piece' || mode === 'one-voice' ? first : null
  return {
    ...seated,
    phase: open ? 'open' : 'closed',
    environment,
    floor: { ...seated.floor, mode, speaker },
    announcement: null,
  }
}
