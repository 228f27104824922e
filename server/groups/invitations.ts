// Invitations of a group: each is a link for one person. Taking one back ends the link and forgets the browsers that came by it.

import { MAX_INVITATIONS } from '#protocol/invitations.ts'
import type { Invitation } from '#protocol/invitations.ts'
import { hashSecret } from '../admissions/identity.ts'
import type { SessionHash } from '../meetings/record.ts'
import type { InvitationStore } from './ports.ts'
import { createSecret } from './secrets.ts'

export interface Invitations {
  /** Those that open, oldest first. */
  list(group: string): Invitation[]
  /** Makes one; its secret is told here and nowhere again. Null when the group has as many as it may. */
  invite(group: string, note: string): { invitation: Invitation; secret: string } | null
  /** The browsers that came by it and by nothing else. */
  broughtIn(group: string, id: string): SessionHash[]
  /** Ends the link and forgets those browsers; false when there is no such invitation. */
  takeBack(group: string, id: string): boolean
}

/** An invitation's id is the hash of its secret. `now` is the server clock in ms. */
export function createInvitations(store: InvitationStore, now: () => number): Invitations {
  return {
    list: (group) => store.invitations(group),
    invite(group, note) {
      if (store.invitations(group).length >= MAX_INVITATIONS) return null
      const secret = createSecret()
      const invitation = { id: hashSecret(secret), note, createdAt: now(), browsers: 0 }
      store.insertInvitation(group, invitation)
      return { invitation, secret }
    },
    broughtIn: (group, id) => (store.invitations(group).some((one) => one.id === id) ? store.invited(id) : []),
    takeBack: (group, id) => store.takeBackInvitation(group, id, now()),
  }
}
