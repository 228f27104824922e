// What keeps a knock from being brought to the door, and where that is put right.

import { expect, test } from 'vitest'
import { knockSchema } from '#protocol/meeting.ts'
import { ERROR_CODES } from '#protocol/errors.ts'
import { faultFrom, faultOf, knockOf, STEPS, type Draft } from '../../../client/overlay/porch/draft.ts'
import { SCENES } from '../../support/preview/scenes.ts'

const me = SCENES.porch.me!
const { group } = me
const draft: Draft = {
  name: ' Quiet Fern ',
  avatar: me.avatar,
  firstTime: true,
  answer: ' Tired. ',
  agreed: true,
}

test('a prepared draft knocks, trimmed, with the consent that was read', () => {
  expect(faultOf(draft)).toBeNull()
  const knock = knockOf(draft, group)
  expect(knock).toMatchObject({ name: 'Quiet Fern', answer: 'Tired.', consent: group.consent, firstTime: true })
  expect(knockSchema.safeParse(knock).success).toBe(true)
})

test('nobody knocks without having agreed, and is shown where to', () => {
  expect(faultOf({ ...draft, agreed: false })?.step).toBe('agreements')
})

test('a name of spaces is no name', () => {
  expect(faultOf({ ...draft, name: '   ' })?.step).toBe('name')
})

test('an answer is not sent to a group that asked nothing', () => {
  expect(knockOf(draft, { ...group, question: null })).not.toHaveProperty('answer')
  expect(knockOf({ ...draft, answer: '  ' }, group)).not.toHaveProperty('answer')
})

test('a refusal is said where it can be put right, and every refusal is said somewhere', () => {
  expect(faultFrom({ code: 'name-taken' }).step).toBe('name')
  expect(faultFrom({ code: 'consent-needed' }).step).toBe('agreements')
  for (const code of [...ERROR_CODES, 'offline'] as const) {
    const fault = faultFrom({ code })
    expect(fault.text, code).toMatch(/\.$/)
    expect(fault.step === null || STEPS.includes(fault.step)).toBe(true)
  }
})
