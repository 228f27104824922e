// Who is chosen on the console's plan, for panels that may do something for them. Null elsewhere.

import { createContext, useContext } from 'react'
import type { Participant } from '#protocol/meeting.ts'

export const ChosenContext = createContext<Participant | null>(null)

export function useChosen(): Participant | null {
  return useContext(ChosenContext)
}
