// The questions about six digits, for the panels that ask them.

import { useMemo } from 'react'
import { createPairing, type Pairing } from '../meeting/pairing.ts'
import { useSession } from './useSession.ts'

export function usePairing(): Pairing {
  const { ask } = useSession()
  return useMemo(() => createPairing(ask), [ask])
}
