// Keys act for those who want them and stay out of everybody else's way.

import { expect, test } from 'vitest'
import { shortcutOf, type KeyPress } from '../../../client/overlay/meeting/shortcuts.ts'

const key = (name: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
})

test('the space bar talks, except on something that it presses', () => {
  expect(shortcutOf(key(' '), false)).toBe('talk')
  expect(shortcutOf(key(' '), true)).toBeNull()
})

test('letters act in either case', () => {
  expect(shortcutOf(key('m'), false)).toBe('talk')
  expect(shortcutOf(key('M', { shiftKey: true }), true)).toBe('talk')
  expect(shortcutOf(key('p'), false)).toBe('turn')
})

test('what belongs to the browser is left to the browser', () => {
  expect(shortcutOf(key('r', { ctrlKey: true }), false)).toBeNull()
  expect(shortcutOf(key('h', { metaKey: true }), false)).toBeNull()
})

test('nobody leaves by a single letter', () => {
  expect(shortcutOf(key('l'), false)).toBeNull()
  expect(shortcutOf(key('L', { shiftKey: true }), false)).toBe('leave')
})
