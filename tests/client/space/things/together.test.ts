import { Vector4 } from 'three'
import { expect, test } from 'vitest'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { NOTHING_TOGETHER } from '#protocol/together.ts'
import type { Frame } from '../../../../client/space/frame.ts'
import { createRoomLight } from '../../../../client/space/light/roomLight.ts'
import { createPeople } from '../../../../client/space/people/people.ts'
import { GLOWS } from '../../../../client/space/rooms/glowShader.ts'
import { GIFT_FADE, GIFT_TRAVEL } from '../../../../client/space/things/giftFlight.ts'
import { createTogether } from '../../../../client/space/things/together.ts'
import { identityOf, someSnapshot } from '../../../support/someSnapshot.ts'

const TABLE = { x: 0, y: 0.4, z: 0, radius: 0.3, stump: false }
const NAMES = ['Quiet Fern', 'Warm Stone', 'Slow River']
const BEGAN = 1_000_000

function circle() {
  const people = createPeople(
    { setOwn: () => {}, sample: () => false },
    { level: () => 0, setListener: () => {} },
    createRoomLight(),
  )
  const shining: number[] = []
  const glows = { add: (kind: number) => void shining.push(kind) }
  const placed = () => ({ at: new Vector4(), shine: new Vector4() })
  const [chip, candle] = [placed(), placed()]
  const together = createTogether(people, glows, chip, candle)
  const show = (what: Partial<MeetingSnapshot['together']>, names: readonly string[] = NAMES) => {
    const snapshot = { ...someSnapshot([...names]), together: { ...NOTHING_TOGETHER, ...what } }
    people.seat(snapshot, null)
    together.seat(snapshot)
  }
  const frame = (nowMs: number, delta = 0.02) => {
    shining.length = 0
    const one: Pick<Frame, 'delta'> = { delta }
    together.update(one, nowMs, TABLE, false)
    return shining
  }
  return { people, chip, candle, show, frame }
}

const milestone = (kind: 'chip' | 'candle') => ({
  identity: identityOf('Slow River'),
  kind,
  words: 'one year',
  since: BEGAN,
})

test('a chip that is handed over lies with who got it, and nobody sees the candle', () => {
  const { people, chip, candle, show, frame } = circle()
  show({ milestone: milestone('chip') })
  frame(BEGAN + GIFT_TRAVEL * 1000)
  const { place } = people.find(identityOf('Slow River'))!
  expect(Math.hypot(chip.at.x - place.x, chip.at.z - place.z)).toBeLessThan(0.6)
  expect([chip.shine.w, candle.shine.w]).toEqual([1, 0])
})

test('a candle burns', () => {
  const { candle, show, frame } = circle()
  show({ milestone: milestone('candle') })
  expect(frame(BEGAN + 10_000)).toContain(GLOWS.candle)
  expect(candle.shine.w).toBe(1)
})

test('when the milestone is over it fades and is gone, and so it is when the person has left', () => {
  const { chip, show, frame } = circle()
  show({ milestone: milestone('chip') })
  frame(BEGAN + 10_000)
  show({})
  frame(BEGAN + 10_100, GIFT_FADE / 2)
  expect(chip.shine.w).toBeCloseTo(0.5)
  frame(BEGAN + 11_000, GIFT_FADE)
  expect(chip.shine.w).toBe(0)
  show({ milestone: { ...milestone('chip'), since: BEGAN + 20_000 } }, ['Quiet Fern'])
  frame(BEGAN + 30_000)
  expect(chip.shine.w).toBe(0)
})

test('the ring burns in everybody’s hands, and goes out', () => {
  const { show, frame } = circle()
  expect(frame(BEGAN)).toEqual([])
  show({ ring: BEGAN })
  expect(frame(BEGAN + 20_000)).toEqual([GLOWS.orb, GLOWS.orb, GLOWS.orb])
  show({})
  frame(BEGAN + 21_000, 3)
  expect(frame(BEGAN + 24_000)).toEqual([])
})
