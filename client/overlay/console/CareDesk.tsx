// Care on the console: one button in its place says how many ask for something; pressed, it opens what they ask. It never opens by itself.

import { useState } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { useKeys } from '../../hooks/useKeys.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { CareCards } from '../meeting/care/CareCards.tsx'
import { CarePauseLine } from '../meeting/care/CarePauseLine.tsx'
import { inDialog, isTyping } from '../meeting/keyTarget.ts'
import { TogetherCards } from '../meeting/together/TogetherCards.tsx'
import { consoleKeyOf, CONSOLE_KEY_LABELS } from './consoleKeys.ts'
import { DeskButton } from './DeskButton.tsx'

export function CareDesk() {
  const { acts } = useSession()
  const [{ keys }] = useSettings()
  const [open, setOpen] = useState(false)
  const calls = useSessionState(({ care }) => care.needHelp.length + care.asked.length)
  const paused = useSessionState((state) => state.snapshot?.carePause ?? false)
  useKeys((event) => {
    if (!keys || event.type !== 'keydown' || event.repeat || isTyping(event.target) || inDialog(event.target)) return
    if (consoleKeyOf(event) === 'care') setOpen(!open)
  })
  return (
    <>
      <DeskButton
        icon="heart"
        word={calls === 0 ? (paused ? 'Care: paused' : 'Care') : calls === 1 ? 'Care: one asks' : `Care: ${calls} ask`}
        keyLabel={CONSOLE_KEY_LABELS.care}
        calls={calls > 0}
        pressed={open}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <section className="console-cards" aria-label="Care">
          <CareCards />
          <CarePauseLine />
          <TogetherCards />
          {!paused && (
            <button type="button" className="button slim" onClick={() => void acts.send({ type: 'care-pause' })}>
              Pause the circle, with words to read
            </button>
          )}
        </section>
      )}
      <p className="unseen" role="status">
        {calls > 0 && (calls === 1 ? 'Somebody asks for care.' : `${calls} people ask for care.`)}
      </p>
    </>
  )
}
