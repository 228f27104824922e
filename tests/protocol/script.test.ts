// A script's file: read whole and cleaned, or refused with every fault named; and what its time adds up to.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkScript, SCRIPT_TEXT_LENGTH, STEP_TEXT_LENGTH, totalMinutes } from '#protocol/script.ts'
import { expectedEnd, MAX_STEPS, stepLeft } from '#protocol/scriptRun.ts'

const STEP = {
  id: 'welcome',
  title: 'Welcome',
  minutes: 3,
  role: 'facilitator',
  text: 'It is good that you came.',
  textFor: 'facilitator',
  floor: 'one-voice',
  chat: 'off',
  members: ['listen'],
  ends: 'by-hand',
} as const
const SCRIPT = { id: 'our-hour', version: 1, title: 'Our hour', steps: [STEP] }

const withSteps = (...steps: readonly object[]) => ({
  ...SCRIPT,
  steps: steps.map((step, at) => ({ ...STEP, id: `step-${at}`, ...step })),
})

/** Step (from 0, null for the script), field and sentence of every fault; empty for a script without any. */
function faults(value: unknown): string[] {
  const checked = checkScript(value)
  return checked.ok ? [] : checked.faults.map(({ step, field, message }) => `${step} ${field}: ${message}`)
}

describe('a script is taken', () => {
  test('as it was written', () => {
    expect(checkScript(SCRIPT)).toEqual({ ok: true, script: SCRIPT })
    const full = withSteps({ environment: 'forest', dim: true, floor: 'piece', ends: 'round-complete' })
    expect(checkScript(full)).toEqual({ ok: true, script: full })
  })

  test('cleaned: spaces around, tabs, and line ends of other systems', () => {
    const checked = checkScript({ ...withSteps({ title: ' Welcome ', text: '\tOne\r\ntwo\rthree\n' }), title: ' A ' })
    expect(checked).toMatchObject({
      ok: true,
      script: { title: 'A', steps: [{ title: 'Welcome', text: 'One\ntwo\nthree' }] },
    })
  })

  test('in any language, with emoji', () => {
    expect(faults(withSteps({ title: 'ברוכים הבאים', text: '环 圆 👩‍👧 é' }))).toEqual([])
  })
})

describe('a script is refused', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing', null, ['null : Must be an object.']],
    ['a text', 'script', ['null : Must be an object.']],
    ['no steps', { ...SCRIPT, steps: [] }, ['null steps: Too little: 1 in the list at least.']],
    ['another version', { ...SCRIPT, version: 2 }, ['null version: Must be 1.']],
    [
      'an id with other letters',
      { ...SCRIPT, id: 'Our Hour' },
      ['null id: Small letters, digits and hyphens only, 40 at most.'],
    ],
    ['an unknown key', { ...SCRIPT, owner: 'me' }, ['null owner: Is not known here.']],
    ['an unknown key that is no word', { ...SCRIPT, '<b>': 1 }, ['null unknown: Is not known here.']],
    ['an unknown key in a step', withSteps({}, { loud: true }), ['1 loud: Is not known here.']],
    ['no minutes', withSteps({ minutes: 0 }), ['0 minutes: Too little: 1 at least.']],
    ['half minutes', withSteps({ minutes: 1.5 }), ['0 minutes: Must be a whole number.']],
    ['days', withSteps({ minutes: 121 }), ['0 minutes: Too much: 120 at most.']],
    [
      'a king',
      withSteps({ role: 'king' }),
      ['0 role: Must be facilitator, co-facilitator, reader, timekeeper, greeter: one of these.'],
    ],
    ['a missing text', withSteps({ text: undefined }), ['0 text: Is missing.']],
    ['a missing floor', withSteps({ floor: undefined }), ['0 floor: Is missing.']],
    ['an empty title', withSteps({ title: '  ' }), ['0 title: Too little: 1 character at least.']],
    ['a long title', withSteps({ title: 'x'.repeat(41) }), ['0 title: Too much: 40 characters at most.']],
    [
      'a long text',
      withSteps({ text: 'x'.repeat(STEP_TEXT_LENGTH + 1) }),
      ['0 text: Too much: 2000 characters at most.'],
    ],
    ['two steps of one id', withSteps({ id: 'a' }, { id: 'a' }), ['1 id: Another step has this id already.']],
    [
      'a round without a piece',
      withSteps({ ends: 'round-complete' }),
      ['0 ends: Only a step with the piece ends with the round.'],
    ],
    [
      'a text for a reader whom nobody is',
      withSteps({ role: null, textFor: 'reader' }),
      ['0 textFor: A text for the reader needs a role that reads it.'],
    ],
    ['a step that is none', { ...SCRIPT, steps: [STEP, 7] }, ['1 : Must be an object.']],
    ['a text that is a list', withSteps({ text: ['a'] }), ['0 text: Must be a text.']],
  ])('%s', (_what, value, expected) => {
    expect(faults(value)).toEqual(expected)
  })

  test.each([
    ['\u202Eabc', 'U+202E (direction)'],
    ['a\u2066b', 'U+2066 (direction)'],
    ['a\u0000b', 'U+0000'],
    ['a\u001Bb', 'U+001B'],
    ['a\u200Bb', 'U+200B'],
    ['a\uD800b', 'U+D800'],
    ['a\u200Fb\u0007c', 'U+200F (direction), U+0007'],
  ])('a text with %j, and it is said which', (text, which) => {
    expect(faults(withSteps({ text }))).toEqual([
      `0 text: Holds characters that cannot be seen: ${which}. Please type it anew.`,
    ])
  })

  test('a title of two lines', () => {
    expect(faults(withSteps({ title: 'a\nb' }))).toEqual([
      '0 title: Holds characters that cannot be seen: U+000A (line end). Please type it anew.',
    ])
  })

  test('texts that are too long together', () => {
    const text = 'x'.repeat(STEP_TEXT_LENGTH)
    const steps = Array.from({ length: SCRIPT_TEXT_LENGTH / STEP_TEXT_LENGTH + 1 }, () => ({ text }))
    expect(faults(withSteps(...steps))).toEqual([
      'null steps: All texts together have 22000 characters; 20000 are the most.',
    ])
    expect(faults(withSteps(...steps.slice(1)))).toEqual([])
  })

  test('more steps than an hour has', () => {
    expect(faults(withSteps(...Array.from({ length: MAX_STEPS + 1 }, () => ({}))))).toEqual([
      `null steps: Too much: ${MAX_STEPS} in the list at most.`,
    ])
  })

  test('with every fault at once, the script’s first and then step by step', () => {
    const value = { ...withSteps({ minutes: 0, ends: 'round-complete' }, { floor: 'shouting', extra: 1 }), title: '' }
    expect(faults(value)).toEqual([
      'null title: Too little: 1 character at least.',
      '0 minutes: Too little: 1 at least.',
      '0 ends: Only a step with the piece ends with the round.',
      '1 floor: Must be open, hands, piece, one-voice, silence: one of these.',
      '1 extra: Is not known here.',
    ])
  })
})

test('whatever a file holds, it is read or refused, and what was read is read again as it is', () => {
  const damage = fc.tuple(
    fc.constantFrom(...Object.keys(STEP), 'extra'),
    fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })),
  )
  const value = fc.oneof(
    fc.jsonValue(),
    damage.map(([key, inner]) => withSteps({ [key]: inner })),
  )
  fc.assert(
    fc.property(value, (written) => {
      const checked = checkScript(written)
      if (checked.ok) expect(checkScript(JSON.parse(JSON.stringify(checked.script)))).toEqual(checked)
      else expect(checked.faults.length).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})

describe('time', () => {
  const run = { index: 1, minutes: [5, 10, 20, 3], skipped: [], endsAt: 1_600_000, pausedAt: null }

  test('of a script is the sum of its steps', () => {
    const checked = checkScript(withSteps({ minutes: 5 }, { minutes: 55 }))
    expect(checked.ok && totalMinutes(checked.script)).toBe(60)
  })

  test('until the end is what the step still has and all that comes', () => {
    expect(stepLeft(run, 1_000_000)).toBe(600_000)
    expect(expectedEnd(run, 1_000_000)).toBe(1_600_000 + 23 * 60_000)
  })

  test('does not count what is left out', () => {
    expect(expectedEnd({ ...run, skipped: [2] }, 1_000_000)).toBe(1_600_000 + 3 * 60_000)
  })

  test('that a step runs over moves the end', () => {
    expect(stepLeft(run, 1_700_000)).toBe(0)
    expect(expectedEnd(run, 1_700_000)).toBe(1_700_000 + 23 * 60_000)
  })

  test('that stands still moves the end', () => {
    expect(expectedEnd({ ...run, pausedAt: 1_300_000 }, 1_500_000)).toBe(1_500_000 + 300_000 + 23 * 60_000)
  })
})
