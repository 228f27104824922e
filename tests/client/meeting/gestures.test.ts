import { describe, expect, it } from 'vitest'
import { createGestures } from '../../../client/meeting/gestures.ts'
import { createSessionStore } from '../../../client/meeting/sessionStore.ts'
import { createHandClock } from '../../support/handClock.ts'

const fern = 'p_fern000000000000'
const stone = 'p_stone00000000000'
const bytes = (text: string) => new TextEncoder().encode(text)

function gesturing() {
  const clock = createHandClock()
  const store = createSessionStore(true)
  return { clock, gestures: createGestures(store, clock), seen: () => store.getState().gestures }
}

describe('gestures', () => {
  it('of oneself are seen at once and travel as small JSON', () => {
    const { gestures, seen } = gesturing()
    const sent = gestures.make(fern, 'wave')
    expect(new TextDecoder().decode(sent ?? undefined)).toBe('{"gesture":"wave"}')
    expect(seen()).toMatchObject([{ identity: fern, gesture: 'wave' }])
  })

  it('of others are seen for four seconds', async () => {
    const { clock, gestures, seen } = gesturing()
    gestures.receive(stone, bytes('{"gesture":"heart"}'))
    await clock.pass(3_900)
    expect(seen()).toHaveLength(1)
    await clock.pass(200)
    expect(seen()).toHaveLength(0)
  })

  it('that are too large, malformed or unknown are dropped and counted', () => {
    const { gestures, seen } = gesturing()
    for (const payload of [
      bytes('wave'),
      bytes('{"gesture":"push"}'),
      bytes('{"gesture":"wave","as":"p_fern"}'),
      bytes(`{"gesture":"wave"${' '.repeat(60)}}`),
      Uint8Array.of(0xff, 0xfe),
      new Uint8Array(),
    ]) {
      gestures.receive(stone, payload)
    }
    expect(seen()).toEqual([])
    expect(gestures.dropped()).toBe(6)
  })

  it('cannot be poured over the circle by one person, and others are not held up by it', () => {
    const { gestures, seen } = gesturing()
    for (let i = 0; i < 500; i++) gestures.receive(stone, bytes('{"gesture":"clap"}'))
    gestures.receive(fern, bytes('{"gesture":"wave"}'))
    expect(seen()).toHaveLength(2)
    expect(gestures.make(fern, 'wave')).toBeNull()
  })
})
