// The facilitator's hour on the page, as words: private questions, passing for now, who takes the chair, and afterwards.

import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { createStore } from 'zustand/vanilla'
import { expect, test } from 'vitest'
import { ChosenContext } from '../../../client/hooks/useChosen.ts'
import { SessionContext } from '../../../client/hooks/useSession.ts'
import type { SessionState } from '../../../client/meeting/session.ts'
import { FloorCard } from '../../../client/overlay/meeting/FloorCard.tsx'
import { AfterPanel } from '../../../client/overlay/meeting/hour/AfterPanel.tsx'
import { ChairPanel } from '../../../client/overlay/meeting/hour/ChairPanel.tsx'
import { InvitationCard } from '../../../client/overlay/meeting/hour/InvitationCard.tsx'
import { PausePanel } from '../../../client/overlay/meeting/hour/PausePanel.tsx'
import { ScriptPanel } from '../../../client/overlay/meeting/run/ScriptPanel.tsx'
import { WhereWeAre } from '../../../client/overlay/meeting/script/WhereWeAre.tsx'
import { identityOf } from '../../support/preview/people.ts'
import { createPreviewSession } from '../../support/preview/previewSession.ts'
import { SCENES } from '../../support/preview/scenes.ts'

function shown(scene: SessionState, what: ReactNode): string {
  const session = { ...createPreviewSession(scene), store: createStore(() => scene) }
  return renderToStaticMarkup(<SessionContext value={session}>{what}</SessionContext>)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test('somebody who is asked in private reads it, with two answers, and nobody else does', () => {
  expect(shown({ ...SCENES.open, invited: true }, <InvitationCard />)).toBe(
    'Quiet Fern asks you, and nobody else sees it: would you like to say something? Yes, I raise my hand Not now',
  )
  expect(shown(SCENES.open, <InvitationCard />)).toBe('')
})

test('whoever holds the piece may pass for now and come later', () => {
  expect(shown(SCENES.holder, <FloorCard />)).toContain('Pass for now, come to me later')
  expect(shown(SCENES.held, <FloorCard />)).not.toContain('Pass for now')
})

test('a step is handed on beforehand to whoever is chosen on the plan', () => {
  const scene = SCENES['facilitator-script']
  const one = scene.snapshot.participants[2]!
  const panel = shown(
    scene,
    <ChosenContext value={one}>
      <ScriptPanel />
    </ChosenContext>,
  )
  expect(panel).toContain('Old Juniper leads it : Shares')
  expect(shown(scene, <ScriptPanel />)).not.toContain('leads it')
})

test('words to the room are said with a pause, ready-made or one’s own', () => {
  expect(shown(SCENES['facilitator-script'], <PausePanel />)).toContain('In your own words Pause and say it')
  expect(shown(SCENES.facilitator, <PausePanel />)).toContain('None runs just now.')
})

test('who takes the chair is named in order', () => {
  expect(shown(SCENES.facilitator, <ChairPanel />)).toContain('Nobody yet.')
  const snapshot = { ...SCENES.open.snapshot!, succession: [identityOf(2), identityOf(4)] }
  expect(shown({ ...SCENES.facilitator, snapshot }, <ChairPanel />)).toContain(
    '1. Old Juniper First : Old Juniper 2. Blue Kettle First : Blue Kettle',
  )
})

test('afterwards people stand in groups, and each group says who is there', () => {
  const snapshot = {
    ...SCENES.open.snapshot!,
    phase: 'after' as const,
    standing: [
      { identity: identityOf(1), place: 0 },
      { identity: identityOf(3), place: 1 },
    ],
  }
  const panel = shown({ ...SCENES.open, snapshot }, <AfterPanel />)
  expect(panel).toContain('Group 1 you, Slow River Group 2 nobody yet')
  expect(panel).toContain('In the chairs Quiet Fern, Old Juniper')
  expect(shown(SCENES.open, <AfterPanel />)).toBe('')
})

test('who comes late is told where the circle is before the chair is theirs', () => {
  const me = { ...SCENES.open.me!, step: { title: 'Shares', index: 3, count: 5, floor: 'piece' as const } }
  expect(shown({ ...SCENES.connecting, me, snapshot: null }, <WhereWeAre />)).toContain('We are at: Shares .')
})
