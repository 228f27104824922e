// The one session of this page, handed down to whatever shows it.

import { createContext, useContext } from 'react'
import type { Session } from '../meeting/session.ts'

export const SessionContext = createContext<Session | null>(null)

/** @throws Error outside a SessionContext. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session above this component')
  return session
}
