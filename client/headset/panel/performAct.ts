// Does what a button of the panel says, by the same acts as the page's buttons. What only a body in a headset can do (sit in the
// middle, turn) is handed in.

import { ownTurn, takeTurn } from '../../meeting/ownTurn.ts'
import type { Session } from '../../meeting/session.ts'
import type { PanelAct, PanelPlace } from './panel.ts'

export interface PanelBody {
  recentre(): void
  turn(left: boolean): void
  /** Shows a page. */
  open(place: PanelPlace): void
  /** Back to the first page, and the hand's panel put away. */
  close(): void
}

export function performAct(act: PanelAct, session: Session, body: PanelBody): void {
  const { acts, headset, settings, store } = session
  const { snapshot, identity, microphone } = store.getState()
  switch (act.do) {
    case 'open':
      return body.open(act.place)
    case 'close':
      return body.close()
    case 'microphone':
      // A refused or missing device is tried again by wanting it again.
      if (microphone.status === 'unavailable') return acts.setMicrophoneWanted(true)
      return acts.toggleMicrophone()
    case 'turn':
      if (snapshot) void takeTurn(ownTurn(snapshot, identity), acts)
      return
    case 'rest': {
      const resting = snapshot?.participants.find((one) => one.identity === identity)?.presence === 'resting'
      if (resting) acts.resume()
      else acts.pause()
      return body.close()
    }
    case 'leave':
      return acts.leave()
    case 'withdraw':
      return void acts.withdraw()
    case 'flat':
      return headset.leave()
    case 'recentre':
      body.recentre()
      return body.close()
    case 'turn-body':
      return body.turn(act.left)
    case 'hush':
      return void acts.send({ type: snapshot?.hushed ? 'unhush' : 'hush' })
    case 'gesture':
      acts.gesture(act.gesture)
      return body.close()
    case 'come-back':
      headset.comeBack(act.speak)
      return body.close()
    case 'admit':
    case 'decline':
      return void acts.send({ type: act.do, knock: act.knock })
    case 'hold':
    case 'release':
    case 'call':
    case 'hand-piece':
      return void acts.send({ type: act.do, to: act.to })
    case 'quieter':
      return acts.setQuieter(act.to, act.gain)
    case 'ask-recentre':
      acts.askToRecentre()
      return body.close()
    case 'comfort':
      return settings.setState(({ comfort }) => ({ comfort: { ...comfort, ...act.change } }))
  }
}
