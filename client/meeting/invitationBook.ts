// The group's invitations as a key-holder sees them: listed, made and taken back. Fetched when a panel asks, never kept.

import type * as z from 'zod/mini'
import { type Invitation, invitationResponse, invitationsResponse } from '#protocol/invitations.ts'
import type { Answer, Ask } from '../api/api.ts'

export interface InvitationBook {
  list(): Promise<Answer<readonly Invitation[]>>
  /** The link is in this answer and can never be asked for again. */
  invite(note: string): Promise<Answer<z.infer<typeof invitationResponse>>>
  takeBack(id: string): Promise<Answer<null>>
}

export function createInvitationBook(ask: Ask): InvitationBook {
  return {
    list: () => ask('GET', '/api/invitations', (body) => invitationsResponse.safeParse(body).data?.invitations),
    invite: (note) => ask('POST', '/api/invitations', (body) => invitationResponse.safeParse(body).data, { note }),
    takeBack: (id) => ask('DELETE', `/api/invitations/${encodeURIComponent(id)}`, () => null),
  }
}
