import { describe, expect, test } from 'vitest'
import { ringRadii } from '#protocol/circle.ts'
import { buildPlainRoom } from '../../../../client/space/rooms/plainRoom.ts'

describe('the plain room', () => {
  test.each([
    [1, 16],
    [2, 50],
  ] as const)('for %i ring has a wall behind every back, a floor, and a roof over all', (rings, seats) => {
    const { geometry } = buildPlainRoom(rings)
    const position = geometry.getAttribute('position')
    const outermost = Math.max(...ringRadii(seats))
    let [nearestWall, roof, floor] = [Infinity, 0, Infinity]
    for (let i = 0; i < position.count; i++) {
      const [x, y, z] = [position.getX(i), position.getY(i), position.getZ(i)]
      if (y > 1 && y < 2) nearestWall = Math.min(nearestWall, Math.hypot(x, z))
      roof = Math.max(roof, y)
      floor = Math.min(floor, y)
    }
    expect(nearestWall).toBeGreaterThan(outermost + 0.7)
    expect(roof).toBeGreaterThan(3)
    expect(floor).toBeGreaterThan(-0.05)
  })

  test('is warm where the fire is and darker under the roof', () => {
    const { geometry } = buildPlainRoom(1)
    const [position, colour] = [geometry.getAttribute('position'), geometry.getAttribute('color')]
    const mean = (keep: (x: number, y: number, z: number) => boolean) => {
      const sum = [0, 0, 0]
      let count = 0
      for (let i = 0; i < position.count; i++) {
        if (!keep(position.getX(i), position.getY(i), position.getZ(i))) continue
        count++
        sum[0]! += colour.getX(i)
        sum[1]! += colour.getY(i)
        sum[2]! += colour.getZ(i)
      }
      return sum.map((value) => value / count)
    }
    const rug = mean((x, y, z) => y > 0.005 && y < 0.03 && Math.hypot(x, z) < 1.6)
    const roof = mean((_x, y) => y > 3)
    expect(rug[0]!).toBeGreaterThan(rug[2]! * 1.5)
    expect(rug[0]!).toBeGreaterThan(roof[0]! * 1.5)
  })
})
