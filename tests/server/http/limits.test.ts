import { expect, test } from 'vitest'
import { createLimits } from '../../../server/http/limits.ts'

async function timesUntilSlowed(spend: (time: number) => Promise<void>): Promise<number> {
  for (let time = 0; time < 5000; time++) {
    try {
      await spend(time)
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-many', retryAfterSeconds: expect.any(Number) })
      return time
    }
  }
  return Infinity
}

test('one browser is slowed down long before the house that it is in', async () => {
  const limits = createLimits()
  const one = await timesUntilSlowed(() => limits.spend('knock', { session: 'a', address: '203.0.113.1' }))
  const house = await timesUntilSlowed((time) => limits.spend('knock', { session: `s${time}`, address: '203.0.113.1' }))
  expect(one).toBeGreaterThan(3)
  expect(house).toBeGreaterThan(one * 10)
  await expect(limits.spend('knock', { session: 'b', address: '203.0.113.2' })).resolves.toBeUndefined()
})

test('a household with many IPv6 addresses is one source, the one next door another', async () => {
  const limits = createLimits()
  const many = await timesUntilSlowed((time) =>
    limits.spend('wrong-link', { address: `2001:db8:1:2:${time.toString(16)}::1` }),
  )
  expect(many).toBeLessThan(100)
  await expect(limits.spend('wrong-link', { address: '2001:db8:1:3::1' })).resolves.toBeUndefined()
  await expect(limits.spend('wrong-link', { address: '2001:db8:1:2::1' })).rejects.toMatchObject({ code: 'too-many' })
})
