// The hour on the page, as words: for everybody, for who reads, and for who runs it.

import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { createStore } from 'zustand/vanilla'
import { describe, expect, test } from 'vitest'
import { SessionContext } from '../../../client/hooks/useSession.ts'
import type { SessionState } from '../../../client/meeting/session.ts'
import { FloorCard } from '../../../client/overlay/meeting/FloorCard.tsx'
import { PeopleList } from '../../../client/overlay/meeting/PeopleList.tsx'
import { panelTitle } from '../../../client/overlay/meeting/run/panelTitle.ts'
import { RunPanel } from '../../../client/overlay/meeting/run/RunPanel.tsx'
import { StepText } from '../../../client/overlay/meeting/script/StepText.tsx'
import { WhereWeAre } from '../../../client/overlay/meeting/script/WhereWeAre.tsx'
import { createPreviewSession } from '../../support/preview/previewSession.ts'
import { SCENES } from '../../support/preview/scenes.ts'

function shown(scene: SessionState, what: ReactNode): string {
  const session = { ...createPreviewSession(scene), store: createStore(() => scene) }
  return renderToStaticMarkup(<SessionContext value={session}>{what}</SessionContext>)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

describe('everybody', () => {
  test('sees at the top which step it is, how long it still is, and what it invites to', () => {
    const top = shown(SCENES.script, <FloorCard />)
    expect(top).toMatch(/^A reading \d:\d\d left for this\. You may say hello, wave or stay quiet\./)
  })

  test('sees that time stands still, and nothing of a script where there is none', () => {
    expect(shown(SCENES['facilitator-paused'], <FloorCard />)).toMatch(/^A reading A pause Time stands still\./)
    expect(shown(SCENES.open, <FloorCard />)).toBe('Everybody may speak.')
  })

  test('who comes late is told where the circle is, and who is there from the beginning is not', () => {
    expect(shown(SCENES.script, <WhereWeAre />)).toContain('We are at: A reading .')
    const { snapshot } = SCENES.script
    const atFirst = { ...SCENES.script, snapshot: { ...snapshot, script: { ...snapshot.script, index: 0 } } }
    expect(shown(atFirst, <WhereWeAre />)).toBe('')
    expect(shown(SCENES.open, <WhereWeAre />)).toBe('')
  })
})

describe('the text of a step', () => {
  test('is shown to who reads it, as theirs', () => {
    expect(shown(SCENES.reader, <StepText />)).toBe(
      'For you to read: A reading Hide We came because we were tired of being alone. Read slowly. There is time.',
    )
  })

  test('of another step than the one that runs is not shown', () => {
    const late = { ...SCENES.reader, scriptText: { ...SCENES.reader.scriptText, step: 1 } }
    expect(shown(late, <StepText />)).toBe('')
    expect(shown(SCENES.script, <StepText />)).toBe('')
  })
})

describe('who runs the meeting', () => {
  test('sees the steps, what can be done with each, and when it all ends', () => {
    const panel = shown(SCENES['facilitator-script'], <RunPanel />)
    expect(panel).toMatch(/The hour under way \d:\d\d left for this\. Talking circle ends at about \d\d:\d\d ?\./)
    expect(panel).toContain('Next step Care pause Two minutes more Back Again')
    expect(panel).toContain('Shares left out 20 min Go there : Shares Take in : Shares')
    expect(panel).toContain('Closing 2 min Go there : Closing Leave out : Closing')
    expect(panel).not.toContain('Leave out : Arriving')
  })

  test('in a pause is offered to go on', () => {
    const panel = shown(SCENES['facilitator-paused'], <RunPanel />)
    expect(panel).toContain('The hour time stands still')
    expect(panel).toContain('Next step Go on')
  })

  test('is told who is here for the first time', () => {
    expect(shown(SCENES['facilitator-script'], <PeopleList />)).toContain('here for the first time')
    expect(shown(SCENES.script, <PeopleList />)).not.toContain('first time')
  })
})

test('each role has the panel of its one tool', () => {
  const title = (role: 'member' | 'reader' | 'greeter' | 'timekeeper' | 'co-facilitator', keyHolder = false) =>
    panelTitle({ role, keyHolder })?.title ?? null
  expect([title('member'), title('reader'), title('greeter'), title('timekeeper')]).toEqual([
    null,
    null,
    null,
    'The lamp',
  ])
  expect([title('co-facilitator'), title('member', true), title('timekeeper', true)]).toEqual([
    'Run the meeting',
    'The door',
    'The door',
  ])
  const me = SCENES.script.identity
  const { snapshot } = SCENES.script
  const participants = snapshot.participants.map((one) =>
    one.identity === me ? { ...one, role: 'timekeeper' as const } : one,
  )
  const panel = shown({ ...SCENES.script, snapshot: { ...snapshot, participants } }, <RunPanel />)
  expect(panel).toBe('The lamp 1 min 2 min 3 min 5 min 30 seconds more Put it out')
})
