// The second screen as words: what somebody finds on it, and what is not there.

import { renderToStaticMarkup } from 'react-dom/server'
import { createStore } from 'zustand/vanilla'
import { expect, test } from 'vitest'
import { SessionContext } from '../../../client/hooks/useSession.ts'
import { SimpleView } from '../../../client/overlay/meeting/SimpleView.tsx'
import { createPreviewSession } from '../../support/preview/previewSession.ts'
import { SCENES } from '../../support/preview/scenes.ts'

const nothing = () => {}
const press = { down: nothing, up: nothing, cancel: nothing }
const bar = { press, gesturesOpen: false, onGestures: nothing, onHelp: nothing }

function pageOf(scene: keyof typeof SCENES): string {
  const session = { ...createPreviewSession(SCENES[scene]), store: createStore(() => SCENES[scene]) }
  const onConsole = scene.startsWith('facilitator') ? nothing : null
  const face = { bar, peopleOpen: false, onPeople: nothing, onSettings: nothing, onConsole }
  return renderToStaticMarkup(
    <SessionContext value={session}>
      <SimpleView face={face} reason={null} onRoom={nothing} />
    </SessionContext>,
  )
}

/** The words of every button, in order. */
function buttonsOf(scene: keyof typeof SCENES): string[] {
  return Array.from(pageOf(scene).matchAll(/<button[^>]*>(.*?)<\/button>/g), ([, inside = '']) =>
    inside
      .replaceAll(/<kbd>.*?<\/kbd>|<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      // Who speaks is heard where one sits; a silent page does not know.
      .replace(', speaking', '')
      .trim(),
  )
}

test('a second screen says where one sits and that it is silent', () => {
  expect(pageOf('companion')).toContain('You sit in your headset. This page is silent.')
  expect(pageOf('companion-window')).toContain('You sit in another window now. This page is silent.')
  expect(pageOf('open')).not.toContain('This page is silent.')
})

test('it has one’s own acts, and neither microphone nor gestures nor the room', () => {
  const here = buttonsOf('companion')
  expect(here).toEqual(expect.arrayContaining(['Bring my chair back here', 'Raise hand', 'Pause', 'Help', 'Leave']))
  const seated = buttonsOf('open')
  const gone = seated.filter((word) => !here.includes(word))
  expect(gone).toEqual(['Show the room', 'Gesture', 'Live Others hear you'])
})

test('whoever runs the meeting runs it from there with everything that they had', () => {
  const there = buttonsOf('facilitator').filter((word) => !/^(Show the room|Gesture|Live.*)$/.test(word))
  for (const word of [/^Let in/, /^Hush/, /^Lock$/]) expect(there).toContainEqual(expect.stringMatching(word))
  expect(buttonsOf('facilitator-companion').filter((word) => word !== 'Bring my chair back here')).toEqual(there)
})
