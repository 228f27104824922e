// Invitations: links that are unique to one person and can be taken back. Apart from api.ts, so that the porch need not carry them.

import * as z from 'zod/mini'

export const INVITATION_NOTE_LENGTH = 60
/** Invitations that a group may have open at once. */
export const MAX_INVITATIONS = 100
/** Browsers that one invitation opens to: a person's own, not a neighbourhood's. */
export const INVITATION_BROWSERS = 5

export const invitationSchema = z.strictObject({
  id: z.string(),
  /** For whom, in the words of whoever made it. */
  note: z.string(),
  /** Server clock, ms. */
  createdAt: z.number(),
  /** In how many browsers it has been opened. */
  browsers: z.int(),
})
export type Invitation = z.infer<typeof invitationSchema>

/** GET /api/invitations, for key-holders: those that open, oldest first. */
export const invitationsResponse = z.strictObject({ invitations: z.array(invitationSchema) })

/** POST /api/invitations → the link, which nobody can ask for again: the server keeps its hash. */
export const invitationRequest = z.strictObject({
  note: z.string().check(z.minLength(1), z.maxLength(INVITATION_NOTE_LENGTH)),
})
export const invitationResponse = z.strictObject({ invitation: invitationSchema, link: z.string() })
