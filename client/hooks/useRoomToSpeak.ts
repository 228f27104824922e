// How the time to speak is shared, as this page has heard it since one sat down. For the one who runs the meeting, and for oneself.

import { createContext, useContext, useEffect, useState } from 'react'
import type { Identity } from '#protocol/meeting.ts'
import { createBalance, type OwnRoom } from '../meeting/balance.ts'
import { useSession } from './useSession.ts'

export interface RoomToSpeak {
  /** Who has had little room, in circle order; never by how little. */
  readonly little: readonly Identity[]
  readonly own: OwnRoom
}

const TAKE_MS = 1_000
const FAIR: RoomToSpeak = { little: [], own: 'fair' }

export const RoomToSpeakContext = createContext<RoomToSpeak>(FAIR)

export function useRoomToSpeak(): RoomToSpeak {
  return useContext(RoomToSpeakContext)
}

/** Listens for as long as it is mounted; what was heard is forgotten with it. */
export function useBalance(): RoomToSpeak {
  const { store } = useSession()
  const [room, setRoom] = useState(FAIR)
  useEffect(() => {
    const balance = createBalance()
    const timer = setInterval(() => {
      const { snapshot, speaking, identity } = store.getState()
      const people = snapshot?.participants.filter((one) => one.presence === 'present').map((one) => one.identity) ?? []
      balance.take(people, speaking, performance.now())
      const next = { little: balance.littleRoom(people), own: identity ? balance.roomOf(identity) : 'fair' }
      setRoom((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }, TAKE_MS)
    return () => clearInterval(timer)
  }, [store])
  return room
}
