// Who somebody is in a meeting. Each role beside facilitator and co-facilitator gives exactly one tool; which commands that are is
// permissions.ts.

export const ROLES = ['member', 'facilitator', 'co-facilitator', 'reader', 'timekeeper', 'greeter'] as const
export type Role = (typeof ROLES)[number]

/** What a person is in a meeting, as far as permissions go. */
export interface Standing {
  readonly role: Role
  readonly keyHolder: boolean
}

/** Tells whether somebody runs the meeting: facilitators and co-facilitators do, whoever holds a key or not. */
export function runsMeeting(person: Standing): boolean {
  return person.role === 'facilitator' || person.role === 'co-facilitator'
}
