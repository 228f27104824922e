// Owns the session between browser and headset: asks for it in the press, follows what the system does with it, and gives it back.
// It asks for the least: `local` space is every headset's own, and hands are wished for, never required. It never touches the
// meeting's connection; what concerns the microphone goes through the same acts as any button.

import { createStore } from 'zustand/vanilla'
import type { Notes } from '../meeting/notes.ts'
import type { SessionActs } from '../meeting/session.ts'
import type { SessionStore } from '../meeting/sessionStore.ts'
import type { Headset, HeadsetState, HeadsetTrouble } from './headset.ts'
import { stepAway } from './stepAway.ts'

/** What is used of navigator.xr; `offerSession` is the browser's own button, where it has one. */
export interface XrPort {
  isSessionSupported(mode: 'immersive-vr'): Promise<boolean>
  requestSession(mode: 'immersive-vr', init: XRSessionInit): Promise<XRSession>
  offerSession?(mode: 'immersive-vr', init: XRSessionInit): Promise<XRSession>
  addEventListener(type: 'devicechange', listener: () => void): void
  removeEventListener(type: 'devicechange', listener: () => void): void
}

export interface HeadsetParts {
  /** Null where the browser has no WebXR. */
  readonly xr: XrPort | null
  readonly secure: boolean
  readonly store: SessionStore
  readonly acts: Pick<SessionActs, 'pause' | 'resume' | 'setMicrophoneWanted' | 'resumeSound'>
  readonly notes: Pick<Notes, 'add'>
  /** Whether bare hands may be followed. */
  readonly hands: () => boolean
}

const TROUBLES: Readonly<Record<string, HeadsetTrouble>> = {
  NotSupportedError: 'no-device',
  SecurityError: 'forbidden',
  NotAllowedError: 'refused',
  InvalidStateError: 'busy',
}

function troubleOf(error: unknown): HeadsetTrouble {
  return (error instanceof DOMException && TROUBLES[error.name]) || 'failed'
}

/** Creates the headset of this page, not entered, and asks the browser whether there is one. */
export function createHeadset({ xr, secure, store: meeting, acts, notes, hands }: HeadsetParts): Headset {
  const store = createStore<HeadsetState>(() => ({
    support: xr ? 'asking' : secure ? 'no-webxr' : 'not-secure',
    status: 'out',
    trouble: null,
    session: null,
    visibility: 'visible',
    asksToReturn: false,
  }))
  /** The headset paused this person: it was taken off. */
  let away = false
  let offered = false
  let leaving = false
  let stopped = false

  const init = (): XRSessionInit => (hands() ? { optionalFeatures: ['hand-tracking'] } : {})

  function isResting(): boolean {
    const { snapshot, identity } = meeting.getState()
    const own = snapshot?.participants.find((one) => one.identity === identity)
    return own !== undefined && own.presence !== 'present'
  }

  function onVisibility(visibility: XRVisibilityState) {
    store.setState({ visibility })
    const follows = stepAway(visibility, isResting(), away)
    if (follows === 'pause' && meeting.getState().place === 'circle') {
      away = true
      acts.pause()
    }
    if (follows === 'ask') store.setState({ asksToReturn: true })
  }

  function begin(session: XRSession) {
    if (stopped || store.getState().session) {
      session.end().catch(() => {})
      return
    }
    // visionOS stops the sound when the view changes; elsewhere this does nothing.
    acts.resumeSound()
    session.addEventListener('visibilitychange', () => onVisibility(session.visibilityState))
    session.addEventListener('end', ended)
    store.setState({ status: 'in', session, trouble: null, visibility: 'visible' })
    onVisibility(session.visibilityState)
  }

  function ended() {
    if (!store.getState().session) return
    if (!leaving && !stopped && meeting.getState().place === 'circle') {
      notes.add('You are back on the flat page, in the same chair.')
    }
    leaving = false
    // Whoever was away when it ended still rests: the page's own "come back" asks them.
    away = false
    store.setState({ status: 'out', session: null, visibility: 'visible', asksToReturn: false })
    offer()
  }

  function end() {
    const { session } = store.getState()
    if (!session) return
    leaving = true
    // It may have ended by itself in this moment; then its own event is on its way.
    session.end().catch(() => {})
  }

  /** Lets the browser show its own way in, while one waits or sits. */
  function offer() {
    const { support, status } = store.getState()
    const { place } = meeting.getState()
    if (!xr?.offerSession || offered || stopped || support !== 'ready' || status !== 'out') return
    if (place === 'waiting' || place === 'circle') void waitForTaking(xr.offerSession('immersive-vr', init()))
  }

  async function waitForTaking(offer: Promise<XRSession>) {
    offered = true
    try {
      const session = await offer
      offered = false
      begin(session)
    } catch {
      // Taken back by the browser, or another way in was used: offered again when one is out again.
      offered = false
    }
  }

  async function look() {
    if (!xr) return
    try {
      const supported = await xr.isSessionSupported('immersive-vr')
      store.setState({ support: supported ? 'ready' : 'no-device' })
    } catch (error) {
      store.setState({ support: troubleOf(error) === 'forbidden' ? 'forbidden' : 'no-device' })
    }
    offer()
  }
  const lookAgain = () => void look()
  xr?.addEventListener('devicechange', lookAgain)
  lookAgain()

  const unsubscribe = meeting.subscribe(({ place }, before) => {
    if (place === before.place) return
    if (place === 'out' || place === 'lost' || place === 'companion') end()
    else offer()
  })

  return {
    store,
    async enter() {
      if (!xr || store.getState().status !== 'out') return
      store.setState({ status: 'entering', trouble: null })
      // In the same press, or some browsers leave it off.
      acts.resumeSound()
      try {
        begin(await xr.requestSession('immersive-vr', init()))
      } catch (error) {
        store.setState({ status: 'out', trouble: troubleOf(error) })
      }
    },
    leave: end,
    comeBack(speak) {
      if (!store.getState().asksToReturn) return
      away = false
      store.setState({ asksToReturn: false })
      acts.resume()
      acts.setMicrophoneWanted(speak)
    },
    fail(trouble) {
      store.setState({ trouble })
      end()
    },
    stop() {
      stopped = true
      unsubscribe()
      xr?.removeEventListener('devicechange', lookAgain)
      end()
    },
  }
}
