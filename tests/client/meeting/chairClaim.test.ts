import { describe, expect, it } from 'vitest'
import type { Seat } from '#protocol/api.ts'
import type { Answer } from '../../../client/api/api.ts'
import { createChairClaim } from '../../../client/meeting/chairClaim.ts'
import { createHandClock } from '../../support/handClock.ts'
import { someSeat, someSnapshot } from '../../support/someSnapshot.ts'

function claiming() {
  const clock = createHandClock()
  const answers: ((answer: Answer<Seat>) => void)[] = []
  let lost = 0
  const claim = createChairClaim({ seat: () => new Promise((resolve) => answers.push(resolve)) }, clock, () => lost++)
  return {
    clock,
    claim,
    lost: () => lost,
    /** The server answers the oldest open claim with this name. */
    async answer(name: string) {
      const snapshot = someSnapshot(['Fern'])
      answers.shift()?.({ ok: true, value: someSeat('Fern', snapshot, name) })
      await clock.pass(0)
    },
  }
}

describe('the hold on a chair', () => {
  it('is not lost by the word about one’s own claim, before or after the answer', async () => {
    const one = claiming()
    void one.claim.make()
    one.claim.hear('c_1')
    await one.answer('c_1')
    one.claim.hear('c_1')
    expect(one.lost()).toBe(0)
  })

  it('is lost to a later claim', async () => {
    const one = claiming()
    void one.claim.make()
    await one.answer('c_1')
    one.claim.hear('c_1')
    one.claim.hear('c_2')
    expect(one.lost()).toBe(1)
  })

  it('is lost to a later claim of which one heard before one’s own answer came', async () => {
    const one = claiming()
    void one.claim.make()
    one.claim.hear('c_1')
    one.claim.hear('c_2')
    await one.answer('c_1')
    expect(one.lost()).toBe(1)
  })

  it('is not lost to an earlier claim, however late the word of it comes', async () => {
    const one = claiming()
    void one.claim.make()
    one.claim.hear('c_0')
    await one.answer('c_1')
    one.claim.hear('c_00')
    one.claim.hear('c_1')
    expect(one.lost()).toBe(0)
  })

  it('is lost to another claim when the word about one’s own was missed, after a moment', async () => {
    const one = claiming()
    void one.claim.make()
    await one.answer('c_1')
    await one.clock.pass(5_000)
    one.claim.hear('c_2')
    expect(one.lost()).toBe(1)
  })

  it('that was given up cannot be lost', async () => {
    const one = claiming()
    void one.claim.make()
    await one.answer('c_1')
    await one.clock.pass(5_000)
    one.claim.forget()
    one.claim.hear('c_2')
    expect(one.lost()).toBe(0)
  })
})
