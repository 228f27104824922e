import { describe, expect, test } from 'vitest'
import { BLACK, film, linearOf, toLinear } from '../../../../client/space/light/film.ts'
import { createRoomLight, setLight, withoutLightFromBelow } from '../../../../client/space/light/roomLight.ts'
import { projectProbe } from '../../../../client/space/light/probe.ts'

const shown = (r: number, g: number, b: number) => {
  const out = [0, 0, 0]
  film(r, g, b, out)
  return out
}

describe('the film', () => {
  test('no light is the house’s black, never darker', () => {
    expect(shown(0, 0, 0)).toEqual([...BLACK])
  })

  test('more light is never darker, and never beyond white', () => {
    let before = -1
    for (let light = 0; light < 20; light += 0.05) {
      const [r] = shown(light, light, light)
      expect(r).toBeGreaterThanOrEqual(before)
      expect(r).toBeLessThanOrEqual(1)
      before = r!
    }
  })

  test('warm light stays warm up to the shoulder', () => {
    const [r, g, b] = shown(0.6, 0.35, 0.15)
    expect(r!).toBeGreaterThan(g!)
    expect(g!).toBeGreaterThan(b!)
  })

  test('an sRGB hex colour becomes its linear light', () => {
    expect(linearOf('#ff8000')).toEqual([1, toLinear(128 / 255), 0])
  })
})

describe('the light probe', () => {
  test('even light from all sides is only in the first coefficient', () => {
    const probe = projectProbe(() => [1, 0.5, 0.25])
    expect(probe).toHaveLength(27)
    expect(probe[0]).toBeCloseTo(Math.sqrt(4 * Math.PI), 2)
    expect(probe[1]).toBeCloseTo(Math.sqrt(4 * Math.PI) / 2, 2)
    for (const value of probe.slice(3)) expect(Math.abs(value)).toBeLessThan(0.03)
  })

  test('light from above is in the coefficient of y, and has its sign', () => {
    const probe = projectProbe((_x, y) => [Math.max(0, y), 0, 0])
    expect(probe[3]).toBeGreaterThan(0.8)
    expect(Math.abs(probe[6]!)).toBeLessThan(0.03)
    expect(Math.abs(probe[9]!)).toBeLessThan(0.03)
  })
})

describe('people round a fire', () => {
  const overFire = projectProbe((_x, y) => (y < -0.8 ? [60, 28, 10] : [0.3, 0.25, 0.3]))

  test('do not get from below what the fire sends up to a probe that hangs over it', () => {
    const calm = withoutLightFromBelow(overFire)
    expect(overFire[3]!).toBeLessThan(-2)
    expect(calm[3]).toBe(0)
    expect(calm[0]!).toBeGreaterThan(0)
    expect(calm[0]!).toBeLessThan(overFire[0]! * 0.5)
  })

  test('keep the light of a room that has none from below', () => {
    const lamp = projectProbe((_x, y) => [Math.max(0, y), 0.2, 0.1])
    expect(withoutLightFromBelow(lamp).slice(0, 4)).toEqual(lamp.slice(0, 4))
  })

  test('are lit by the fire from where it is', () => {
    const light = createRoomLight()
    setLight(light, { probe: overFire, fire: { x: 0, y: 0.5, z: -1, strength: 2 } })
    expect(light.uFire.value.toArray()).toEqual([0, 0.5, -1, 2])
    setLight(light, { probe: overFire, fire: null })
    expect(light.uFire.value.w).toBe(0)
  })
})
