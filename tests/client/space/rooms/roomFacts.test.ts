import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { roomFactsSchema, tableOf, type RoomFacts } from '../../../../client/space/rooms/roomFacts.ts'

const ROOMS = new URL('../../../../assets/rooms/', import.meta.url)
const made = readdirSync(ROOMS).filter((name) => name.endsWith('.json'))
const parse = (name: string): RoomFacts => roomFactsSchema.parse(JSON.parse(readFileSync(new URL(name, ROOMS), 'utf8')))

describe('what a room says of itself', () => {
  test.each(made)('%s is understood, and its light is light', (name) => {
    const facts = parse(name)
    for (const channel of [0, 1, 2]) {
      expect(facts.probe.full[channel]).toBeGreaterThan(0)
      expect(facts.dim[channel]).toBeGreaterThan(0)
      expect(facts.dim[channel]).toBeLessThanOrEqual(1)
    }
  })

  test.each(made)('%s: flames are low enough to see a face over them', (name) => {
    for (const { x, z, y, height } of parse(name).fire) {
      if (Math.hypot(x, z) < 1.5) expect(y + height).toBeLessThan(0.95)
    }
  })

  test('a fire in the middle needs a stump for the things; a free middle has its table', () => {
    const [some] = made
    const facts = parse(some!)
    const fire = { x: 0, y: 0.1, z: 0, radius: 0.4, height: 0.4 }
    expect(tableOf({ ...facts, table: undefined, fire: [fire] }).stump).toBe(true)
    expect(tableOf({ ...facts, table: undefined, fire: [] }).stump).toBe(false)
    expect(tableOf({ ...facts, fire: [fire], table: { x: 1, y: 0.4, z: 0, radius: 0.2 } })).toEqual({
      x: 1,
      y: 0.4,
      z: 0,
      radius: 0.2,
      stump: false,
    })
  })

  test('keys that we do not know yet are left alone', () => {
    const text = readFileSync(new URL(made[0]!, ROOMS), 'utf8')
    expect(roomFactsSchema.safeParse({ ...JSON.parse(text), snow: true }).success).toBe(true)
  })
})
