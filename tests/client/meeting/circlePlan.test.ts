import { expect, test } from 'vitest'
import { neighbourOf, planPlaces } from '../../../client/meeting/circlePlan.ts'
import { people } from '../../support/preview/people.ts'

test('one’s own chair lies at the bottom, and the next one to the left of whoever sits there', () => {
  for (const own of [0, 5, 11]) {
    const places = planPlaces(12, own)
    expect(places[own]).toEqual({ seat: own, x: 0.5, y: expect.closeTo(0.9, 6) })
    expect(places[(own + 1) % 12]!.x).toBeLessThan(0.5)
    expect(places[(own + 11) % 12]!.x).toBeGreaterThan(0.5)
    expect(places[(own + 6) % 12]!.y).toBeCloseTo(0.1, 6)
  }
})

test('every chair of every size of circle lies on the square', () => {
  for (let seats = 4; seats <= 50; seats++) {
    for (const { x, y } of planPlaces(seats, null)) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0.09)
      expect(Math.max(x, y)).toBeLessThanOrEqual(0.91)
    }
  }
})

test('arrow keys go round the circle and come back to where they began', () => {
  const order = people(5, 12)
  const walked = [0, 1, 2, 3, 4].reduce<(string | null)[]>(
    (path) => [...path, neighbourOf(order, path.at(-1) ?? null, 1)?.identity ?? null],
    [order[0]!.identity],
  )
  expect(walked.at(-1)).toBe(order[0]!.identity)
  expect(neighbourOf(order, order[0]!.identity, -1)).toBe(order[4])
})

test('with nobody chosen they come to the first, and in an empty circle to nobody', () => {
  const order = people(3, 12)
  expect(neighbourOf(order, null, 1)).toBe(order[0])
  expect(neighbourOf(order, 'p_somebodywholeft', -1)).toBe(order[0])
  expect(neighbourOf([], null, 1)).toBeNull()
})
