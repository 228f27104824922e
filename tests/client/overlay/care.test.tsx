// What is asked and answered in private, as words: each person reads their own part and nobody else's.

import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { createStore } from 'zustand/vanilla'
import { expect, test } from 'vitest'
import { SessionContext } from '../../../client/hooks/useSession.ts'
import type { SessionState } from '../../../client/meeting/session.ts'
import { AsideView } from '../../../client/overlay/meeting/care/AsideView.tsx'
import { CareCards } from '../../../client/overlay/meeting/care/CareCards.tsx'
import { CarePauseLine } from '../../../client/overlay/meeting/care/CarePauseLine.tsx'
import { ChatPanel } from '../../../client/overlay/meeting/together/ChatPanel.tsx'
import { TogetherCards } from '../../../client/overlay/meeting/together/TogetherCards.tsx'
import { TogetherPanel } from '../../../client/overlay/meeting/together/TogetherPanel.tsx'
import { createPreviewSession } from '../../support/preview/previewSession.ts'
import { SCENES } from '../../support/preview/scenes.ts'

function shown(scene: SessionState, what: ReactNode): string {
  const session = { ...createPreviewSession(scene), store: createStore(() => scene) }
  return renderToStaticMarkup(<SessionContext value={session}>{what}</SessionContext>)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test('whoever runs the meeting is told who needs help and who asks for a private word', () => {
  const cards = shown(SCENES.care, <CareCards />)
  expect(cards).toContain('Blue Kettle asks for help , and told only those who run the meeting.')
  expect(cards).toContain('Offer to step aside I have seen it')
  expect(cards).toContain('Warm Stone would like a private word with you.')
})

test('somebody who was reminded reads the agreement, and that their call for help was seen', () => {
  const cards = shown(SCENES.reminded, <CareCards />)
  expect(cards).toContain('We agreed: No advice unless somebody asks for it.')
  expect(cards).toContain('Those who run the meeting know that you need help.')
})

test('everybody else reads nothing', () => {
  expect(shown(SCENES.open, <CareCards />)).toBe('')
  expect(shown(SCENES.open, <CarePauseLine />)).toBe('')
})

test('in a care pause who runs the meeting has words to say, and the others read that it is one', () => {
  expect(shown(SCENES.care, <CarePauseLine />)).toMatch(/^You may say: .* Go on with the circle$/)
  const { snapshot } = SCENES.open
  const member = { ...SCENES.open, snapshot: snapshot && { ...snapshot, carePause: true } }
  expect(shown(member, <CarePauseLine />)).toMatch(/^We pause for a moment\./)
})

test('aside, the way back is one press, and only who helps in a crisis has the steps', () => {
  const plain = shown(SCENES.aside, <AsideView controls={null} />)
  expect(plain).toMatch(/^Aside with Quiet Fern .* Back to the circle$/)
  expect(plain).not.toContain('Ask directly')
  const crisis = shown(SCENES['aside-crisis'], <AsideView controls={null} />)
  expect(crisis).toContain('7 min together')
  for (const step of ['Ask directly.', 'Stay.', 'Who is near you?', 'Call together.', 'Hand over warmly.']) {
    expect(crisis).toContain(step)
  }
  expect(crisis).toContain('We cannot send help unless Blue Kettle says so.')
})

test('a question says that nobody sees who answers what, and shows nothing before five have', () => {
  expect(shown(SCENES.question, <TogetherCards />)).toMatch(
    /How are you just now\? .* very low low in between well very well Nobody sees who answers what\. .* 3 so far\./,
  )
  expect(shown(SCENES.answered, <TogetherCards />)).toContain('very low 0 low 1 in between 3 well 2 very well 1')
  const { snapshot } = SCENES.answered
  const few = { ...snapshot.together, poll: { ...snapshot.together.poll, counts: null } }
  const scene = { ...SCENES.answered, snapshot: { ...snapshot, together: few } }
  expect(shown(scene, <TogetherCards />)).toContain('Fewer than 5 answered, so nothing is shown')
})

test('the closing round asks for one word, a gesture is enough, and words stand beside names', () => {
  expect(shown(SCENES.checkout, <TogetherCards />)).toContain(
    'One word to close, or a gesture A gesture is enough Old Juniper : lighter Slow River A ring of light burns',
  )
})

test('whoever runs the meeting calls those who have something to mark', () => {
  const panel = shown(SCENES.checkout, <TogetherPanel />)
  expect(panel).toContain('Call Tall Thistle: A month, with a candle')
  expect(panel).toContain('Ask, nobody sees whose Show of hands Nobody writes To you All write')
})

test('the chat is there while somebody may write, and says to whom', () => {
  expect(shown(SCENES.question, <ChatPanel />)).toBe(
    'Written Slow River I am here, only quiet today. To everybody Send',
  )
  expect(shown(SCENES.open, <ChatPanel />)).toBe('')
})
