// The console as words: what somebody is told who has it read out.

import { renderToStaticMarkup } from 'react-dom/server'
import { createStore } from 'zustand/vanilla'
import { expect, test } from 'vitest'
import { SessionContext } from '../../../client/hooks/useSession.ts'
import { Console } from '../../../client/overlay/console/Console.tsx'
import { planMark } from '../../../client/overlay/console/planMark.ts'
import type { SessionState } from '../../../client/meeting/session.ts'
import { createPreviewSession } from '../../support/preview/previewSession.ts'
import { SCENES } from '../../support/preview/scenes.ts'

function consoleOf(scene: SessionState): string {
  const session = { ...createPreviewSession(scene), store: createStore(() => scene) }
  return renderToStaticMarkup(
    <SessionContext value={session}>
      <Console bar={null} onCircle={null} onSettings={() => {}} />
    </SessionContext>,
  )
}

const named = (html: string) =>
  [...html.matchAll(/aria-pressed="[^"]*" aria-label="([^"]*)" tabindex/g)].map(([, name]) => name)

test('the plan is read in the order of the chairs, oneself first, each with what they do', () => {
  expect(named(consoleOf(SCENES['facilitator-piece']))).toEqual([
    'Quiet Fern, Facilitator, you',
    'Amber Lark, on your left',
    'Old Juniper, two to your left',
    'Slow River, three to your left, speaking, holds the piece',
    'Blue Kettle, across from you, next',
    'Tall Thistle, two to your right, hand up',
    'Warm Stone, on your right',
  ])
})

test('the plan has one stop for Tab', () => {
  const html = consoleOf(SCENES['facilitator-piece'])
  expect(html.match(/data-identity="[^"]*"[^>]*tabindex="0"/g)).toHaveLength(1)
})

test('each state has a sign and a word of its own beside a face', () => {
  const { snapshot } = SCENES['facilitator-piece']
  const [maple, , , river, kettle, thistle] = snapshot.participants
  const word = (change: object, one = maple!) => planMark({ ...one, ...change }, snapshot, false)?.word
  expect([
    word({ presence: 'away' }),
    word({ presence: 'resting' }),
    word({ held: true }),
    word({}, river),
    word({}, kettle),
    word({}, thistle),
    word({}),
  ]).toEqual(['away', 'resting', 'held', 'holds it', 'next', 'hand 1', undefined])
  expect(planMark(maple!, snapshot, true)?.word).toBe('speaking')
})

test('acts stay in their places when nobody is chosen', () => {
  const html = consoleOf(SCENES.facilitator).replaceAll(/<[^>]+>/g, ' ')
  for (const word of ['Give the word', 'Hold mic', 'Remove…', 'Timekeeper', 'Nobody is next', 'Turn the round']) {
    expect(html).toContain(word)
  }
})
