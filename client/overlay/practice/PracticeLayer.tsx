// What lies over the circle while one practises: that it is a practice, the guide's sentence, and what the murmurs say.

import { useEffect, useState } from 'react'
import type { PracticeView } from '#protocol/practice.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import type { SessionState } from '../../meeting/session.ts'
import { audible } from '../../practice/company.ts'
import { createGuide, type Facts, stepGuide } from '../../practice/guide.ts'
import './practice.css'

const LOOK_EVERY_MS = 250

interface Own {
  readonly looked: boolean
  readonly helpOpened: number
}

function factsOf(state: SessionState, own: Own): Facts {
  const { snapshot, identity, microphone, gestures } = state
  const mine = snapshot?.participants.find((one) => one.identity === identity)
  return {
    looked: own.looked,
    microphoneLive: microphone.status === 'live',
    handRaised: identity !== null && (snapshot?.hands.includes(identity) ?? false),
    hasTurn: identity !== null && snapshot?.floor.speaker === identity,
    resting: mine?.presence === 'resting',
    gestures: gestures.filter((one) => one.identity === identity).length,
    helpOpened: own.helpOpened,
  }
}

/** Notices, on this device only, that somebody looked around or opened help. */
function watchOwn(own: { looked: boolean; helpOpened: number }): () => void {
  const looked = (event: Event) => {
    const byKey = event instanceof KeyboardEvent && event.key.startsWith('Arrow')
    const byPointer = event instanceof PointerEvent && event.buttons !== 0
    if (byKey || byPointer) own.looked = true
  }
  const observer = new MutationObserver(() => {
    if (document.querySelector('dialog[open]') && !open) own.helpOpened++
    open = document.querySelector('dialog[open]') !== null
  })
  let open = false
  addEventListener('keydown', looked)
  addEventListener('pointermove', looked)
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] })
  return () => {
    removeEventListener('keydown', looked)
    removeEventListener('pointermove', looked)
    observer.disconnect()
  }
}

function GuideLine({ guide }: { guide: PracticeView['scenario']['guide'] }) {
  const { store } = useSession()
  const [index, setIndex] = useState(0)
  useEffect(() => {
    const own = { looked: false, helpOpened: 0 }
    const stopWatching = watchOwn(own)
    let state = createGuide(factsOf(store.getState(), own), performance.now())
    const timer = setInterval(() => {
      state = stepGuide(guide, state, factsOf(store.getState(), own), performance.now())
      setIndex(state.index)
    }, LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
      stopWatching()
    }
  }, [store, guide])
  const step = guide[index]
  return (
    <p className="practice-guide" role="status">
      {step?.say ?? ''}
    </p>
  )
}

function Captions() {
  const practice = useSessionState((state) => state.practice)
  const snapshot = useSessionState((state) => state.snapshot)
  const said = audible(practice, snapshot)
  return (
    <div className="practice-captions" aria-label="What is said">
      {said.slice(-3).map(({ id, identity, caption }) => (
        <p key={id}>
          <b>{snapshot?.participants.find((one) => one.identity === identity)?.name}:</b> {caption}
        </p>
      ))}
    </div>
  )
}

/** Nothing at all in a real meeting. */
export function PracticeLayer() {
  const practice = useSessionState((state) => state.practice)
  const inPractice = useSessionState((state) => state.snapshot?.practice === true)
  if (!inPractice || !practice) return null
  return (
    <div className="practice-layer">
      <p className="practice-mark">Practice: everybody but you is simulated</p>
      {practice.scenario.guide.length > 0 && <GuideLine key={practice.startedAt} guide={practice.scenario.guide} />}
      <Captions />
    </div>
  )
}
