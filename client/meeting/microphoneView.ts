// One's own microphone as the store shows it: what the queue knows, seen together with the connection and with what the ear
// at the device hears.

import type { Sound } from '../audio/sound.ts'
import type { MicrophoneFacts } from '../room/microphoneQueue.ts'
import type { SessionStore } from './sessionStore.ts'

export interface MicrophoneView {
  /** To be called when the queue or the connection changed. */
  show(facts: MicrophoneFacts): void
  /** One's own voice was heard at the device for a while, or not any more. */
  setTalking(talking: boolean): void
}

/** Creates the writer of `microphone`. */
export function createMicrophoneView(store: SessionStore, sound: () => Pick<Sound, 'setOwnHeard'>): MicrophoneView {
  return {
    show({ status: own, wanted, trouble }) {
      const { connection, microphone: before } = store.getState()
      // Published, but there is nobody on the other end at the moment.
      const status = own === 'live' && connection === 'recovering' ? 'starting' : own
      sound().setOwnHeard(status === 'live')
      if (before.status === status && before.wanted === wanted && before.trouble === trouble) return
      const talkingWhileOff = before.talkingWhileOff && status === 'off'
      store.setState({ microphone: { status, wanted, trouble, talkingWhileOff } })
    },
    setTalking(talking) {
      const { microphone } = store.getState()
      const talkingWhileOff = talking && microphone.status === 'off'
      if (talkingWhileOff === microphone.talkingWhileOff) return
      store.setState({ microphone: { ...microphone, talkingWhileOff } })
    },
  }
}
