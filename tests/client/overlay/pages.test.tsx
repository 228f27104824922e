// The pages as words: what somebody without eyes on them is told.

import { renderToStaticMarkup } from 'react-dom/server'
import { createStore } from 'zustand/vanilla'
import { expect, test } from 'vitest'
import { SessionContext } from '../../../client/hooks/useSession.ts'
import { heldMeaning, microphoneWords } from '../../../client/meeting/microphoneWords.ts'
import { PeopleList } from '../../../client/overlay/meeting/PeopleList.tsx'
import { personWords } from '../../../client/meeting/personWords.ts'
import { Portrait } from '../../../client/overlay/portrait/Portrait.tsx'
import { ACCESSORIES, CHARACTERS, PALETTES } from '#protocol/meeting.ts'
import { createPreviewSession } from '../../support/preview/previewSession.ts'
import { SCENES } from '../../support/preview/scenes.ts'

function words(scene: keyof typeof SCENES): string[] {
  const session = { ...createPreviewSession(SCENES[scene]), store: createStore(() => SCENES[scene]) }
  const html = renderToStaticMarkup(
    <SessionContext value={session}>
      <PeopleList />
    </SessionContext>,
  )
  return html
    .split('</li>')
    .map((row) =>
      row
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((row) => row !== '')
}

test('the list says who sits where and who speaks, oneself first', () => {
  const list = words('open')
  expect(list[0]).toBe('Amber Lark you')
  expect(list).toContain('Slow River two to your left, speaking')
  expect(list.at(-1)).toBe('Quiet Fern Facilitator on your right')
})

test('the list says who holds the piece and who is next', () => {
  expect(words('held')).toContain('Slow River two to your left, speaking, holds the piece')
  expect(words('held')[0]).toBe('Amber Lark you, next')
})

test('a raised hand is told with its place in the row', () => {
  const snapshot = SCENES.hands.snapshot
  expect(personWords(snapshot.participants[1]!, snapshot, false)).toEqual(['hand up, 2 of 2'])
})

test('every state of the microphone has its own word and its own shape', () => {
  const shown = (['live', 'off', 'held', 'starting', 'unavailable'] as const).map((status) =>
    microphoneWords({ status, wanted: true, trouble: null, talkingWhileOff: false }, false, 'Opens on your turn'),
  )
  expect(new Set(shown.map((one) => one.state)).size).toBe(5)
  expect(new Set(shown.map((one) => `${one.icon} ${one.state}`)).size).toBe(5)
})

test('a held microphone says why it is held', () => {
  const snapshot = SCENES.open.snapshot!
  const me = SCENES.open.identity
  expect(heldMeaning({ ...snapshot, phase: 'closed' }, me)).toBe('Until the doors open')
  expect(heldMeaning({ ...snapshot, hushed: true }, me)).toBe('Until the hush ends')
  const one = { ...snapshot.participants[1]!, held: true }
  expect(heldMeaning({ ...snapshot, participants: [one] }, me)).toBe('By the facilitator')
  expect(heldMeaning(SCENES.silence.snapshot, me)).toBe('A quiet time')
  expect(heldMeaning(SCENES.held.snapshot, me)).toBe('Opens on your turn')
})

test('a portrait can be drawn of everybody one can be, and is silent to screen readers', () => {
  for (const [index, character] of CHARACTERS.entries()) {
    const palette = PALETTES[index % PALETTES.length]!
    const accessory = ACCESSORIES[index % ACCESSORIES.length]!
    const html = renderToStaticMarkup(<Portrait avatar={{ character, palette, accessory }} />)
    expect(html).toContain('aria-hidden="true"')
    expect(html).not.toMatch(/undefined|NaN/)
  }
})
