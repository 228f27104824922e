import { describe, expect, it } from 'vitest'
import { DEAD_AFTER_MS, STALLED_AFTER_MS, startStallWatch } from '../../../client/room/stallWatch.ts'
import { createHandClock } from '../../support/handClock.ts'

function watching(received: () => Promise<number | null>) {
  const clock = createHandClock()
  const told: string[] = []
  const quiet: number[] = []
  const stop = startStallWatch({
    clock,
    received,
    onQuiet: (quietMs) => quiet.push(quietMs),
    onStalled: () => told.push('stalled'),
    onFlowing: () => told.push('flowing'),
    onDead: () => told.push('dead'),
  })
  return { clock, told, quiet, stop }
}

describe('watching for a stalled media server', () => {
  it('says nothing while anything at all arrives, be it one packet in five seconds', async () => {
    let seconds = 0
    const { clock, told } = watching(async () => Math.floor(seconds++ / 5))
    await clock.pass(120_000)
    expect(told).toEqual([])
  })

  it('tells of a stall, and then of its end', async () => {
    let sum = 0
    let flowing = true
    const { clock, told } = watching(async () => (flowing ? ++sum : sum))
    await clock.pass(5_000)
    flowing = false
    await clock.pass(STALLED_AFTER_MS - 1_000)
    expect(told).toEqual([])
    await clock.pass(3_000)
    expect(told).toEqual(['stalled'])
    flowing = true
    await clock.pass(1_500)
    expect(told).toEqual(['stalled', 'flowing'])
  })

  it('tells once a second for how long nothing has come', async () => {
    let sum = 0
    let flowing = true
    const { clock, quiet } = watching(async () => (flowing ? ++sum : sum))
    await clock.pass(10_000)
    expect(quiet).toEqual([])
    flowing = false
    await clock.pass(3_000)
    expect(quiet).toEqual([1_000, 2_000, 3_000])
  })

  it('gives the link up after a long stall, once', async () => {
    const { clock, told } = watching(async () => 7)
    await clock.pass(DEAD_AFTER_MS * 4)
    expect(told).toEqual(['stalled', 'dead'])
  })

  it('does not hold a page’s own sleep against the media server', async () => {
    let sum = 0
    let asleep: ((sum: number) => void) | null = null
    const { clock, told } = watching(() =>
      clock.nowMs() === 1_006_000 ? new Promise((resolve) => (asleep = resolve)) : Promise.resolve(sum),
    )
    sum = 1
    await clock.pass(6_500)
    // An hour in which the page did not run; then the first answer comes.
    await clock.pass(3_600_000)
    const wake: ((sum: number) => void) | null = asleep
    if (wake) (wake as (sum: number) => void)(1)
    await clock.pass(900)
    expect(told).toEqual([])
  })

  it('takes a failing question for no answer', async () => {
    const { clock, told } = watching(() => Promise.reject(new Error('closed')))
    await clock.pass(60_000)
    expect(told).toEqual([])
  })

  it('says nothing after it was stopped', async () => {
    const { clock, told, stop } = watching(async () => 1)
    await clock.pass(3_000)
    stop()
    await clock.pass(60_000)
    expect(told).toEqual([])
  })
})
