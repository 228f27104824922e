import { describe, expect, it } from 'vitest'
import type { PersonalEvent } from '#protocol/api.ts'
import { startEvents } from '../../../client/api/events.ts'
import { createHandClock } from '../../support/handClock.ts'
import { createMemoryEvents } from '../../support/memoryEvents.ts'
import { someMe } from '../../support/someSnapshot.ts'

function listening() {
  const clock = createHandClock()
  const server = createMemoryEvents()
  const heard: PersonalEvent[] = []
  let back = 0
  let broken = 0
  const events = startEvents({
    url: '/api/me/events',
    open: server.open,
    clock,
    onEvent: (event) => heard.push(event),
    onBroken: () => broken++,
    onBack: () => back++,
  })
  return { clock, server, heard, events, back: () => back, broken: () => broken }
}

describe('the stream of personal events', () => {
  it('brings what it can read, and drops and counts the rest', () => {
    const { server, heard, events } = listening()
    server.stand()
    server.send({ type: 'me', me: someMe() })
    server.send({ type: 'moved', claim: 'c_2' })
    server.sendText('{"type":"me"}')
    server.sendText('not json')
    server.sendText('{"type":"advertisement"}')
    expect(heard.map((event) => event.type)).toEqual(['me', 'moved'])
    expect(events.dropped()).toBe(3)
  })

  it('leaves it to the browser to try again, and asks for what was missed', async () => {
    const { server, clock, back, broken } = listening()
    server.stand()
    expect(back()).toBe(0)
    server.break(false)
    await clock.pass(60_000)
    server.break(false)
    expect([server.opened(), broken()]).toEqual([1, 1])
    server.stand()
    expect(back()).toBe(1)
  })

  it('tries again itself, ever slower, when the server answered with an error', async () => {
    const { server, clock } = listening()
    const openedAt: number[] = []
    for (let i = 0; i < 12; i++) {
      const before = server.opened()
      server.break(true)
      await clock.pass(10_000)
      expect(server.opened()).toBe(before + 1)
      openedAt.push(clock.nowMs())
    }
    server.stand()
    server.break(true)
    await clock.pass(499)
    expect(server.opened()).toBe(13)
    await clock.pass(1)
    expect(server.opened()).toBe(14)
  })

  it('is opened anew when somebody knows that it hangs', () => {
    const { server, events, back } = listening()
    server.stand()
    events.reopen()
    expect(server.opened()).toBe(2)
    server.stand()
    expect(back()).toBe(1)
  })

  it('ends when it is stopped', async () => {
    const { server, clock, events } = listening()
    server.stand()
    server.break(true)
    events.stop()
    await clock.pass(60_000)
    expect(server.opened()).toBe(1)
    expect(server.closed()).toBe(true)
  })
})
