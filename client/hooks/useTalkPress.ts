// One way of talking for the button and the key: both press the same thing.

import { useMemo } from 'react'
import { createTalkPress, type TalkPress } from '../meeting/talkPress.ts'
import { useSession } from './useSession.ts'

export function useTalkPress(): TalkPress {
  const { acts, store, settings } = useSession()
  return useMemo(() => {
    const setWanted = (wanted: boolean) => acts.setMicrophoneWanted(wanted)
    const isWanted = () => store.getState().microphone.wanted
    const holdOnly = () => settings.getState().holdToTalk
    return createTalkPress({ isWanted, setWanted, holdOnly })
  }, [acts, store, settings])
}
