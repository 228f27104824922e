// A broken scenario: every fault with its line, and what the rules forbid refused with the reason.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkScenario } from '../../../server/practice/checkScenario.ts'
import { ROOT } from '../../support/documents.ts'

const SIT_DOWN = readFileSync(`${ROOT}/assets/practice/01-sit-down.json`, 'utf8')

function faultsOf(text: string): string[] {
  const checked = checkScenario(text)
  return checked.ok ? [] : checked.faults.map(({ line, message }) => `${line}: ${message}`)
}

/** The line of a text that a fault was put into. */
function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}

function broken(from: string, to: string): { faults: string[]; line: number } {
  const text = SIT_DOWN.replace(from, to)
  expect(text).not.toBe(SIT_DOWN)
  return { faults: faultsOf(text), line: lineOf(text, to) }
}

describe('a scenario', () => {
  test('that comes along is taken as it is', () => {
    expect(faultsOf(SIT_DOWN)).toEqual([])
  })

  test('that is not JSON is told where it stops being so', () => {
    const text = SIT_DOWN.replace('"minutes": 2,', '"minutes": 2')
    expect(faultsOf(text)[0]).toMatch(/^\d+: This is not JSON/)
    expect(faultsOf('')).toEqual(['1: The file is empty.'])
  })

  test('with several faults is told all of them, each with its line', () => {
    const text = SIT_DOWN.replace('"minutes": 2', '"minutes": "two"').replace('"floor": "open"', '"floor": "loud"')
    const lines = faultsOf(text).map((fault) => Number(fault.split(':')[0]))
    expect(lines).toEqual([lineOf(text, '"two"'), lineOf(text, '"loud"')])
  })

  test('of more people than chairs is refused, with both numbers', () => {
    const { faults } = broken('"seats": 8', '"seats": 4')
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('4 people and you need 5 chairs; there are 4.')
  })

  test('in which a member runs the meeting is refused, at the line of the deed', () => {
    const { faults, line } = broken(
      '"who": "quentin", "does": "gesture", "gesture": "heart"',
      '"who": "quentin", "does": "hush"',
    )
    expect(faults).toEqual([`${line}: A member may not do this; it is for those who run the meeting.`])
  })

  test('that hangs on what never happens is told so', () => {
    expect(broken('"after": "your-hand"', '"after": "the-moon-rises"').faults[0]).toContain('is no moment')
    expect(broken('"after": "piece"', '"after": "held:nobody"').faults[0]).toContain('is no moment')
  })

  test('with somebody unknown, or two of a name or key, is told who', () => {
    expect(broken('"who": "ines"', '"who": "ina"').faults.join()).toContain('Nobody here has the key "ina".')
    expect(broken('"name": "Ines"', '"name": "Tilo"').faults.join()).toContain('Looks like a name')
    expect(broken('"key": "quentin"', '"key": "tilo"').faults.join()).toContain('Another person has this key already.')
  })

  test('without anybody who runs the meeting is refused', () => {
    expect(broken('"role": "facilitator",', '').faults.join()).toContain('Somebody must run the meeting')
  })

  test('with a key that is not known here is told so, at its own place', () => {
    const { faults } = broken('"doors": "open"', '"doors": "open", "recording": true')
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('Is not known here.')
  })
})
