// A private word as the page lives it: one microphone that changes rooms, a circle that is quiet behind it, and the way back.

import { describe, expect, it } from 'vitest'
import { NO_CARE } from '#protocol/care.ts'
import { openPage } from '../../support/memorySession.ts'
import { identityOf, somebody } from '../../support/someSnapshot.ts'

const fern = identityOf('Quiet Fern')
const stone = identityOf('Warm Stone')
const here = [somebody('Quiet Fern', 0), somebody('Warm Stone', 1), somebody('Slow River', 2)]
const gone = here.map((one) => ({ ...one, aside: one.identity !== identityOf('Slow River') }))
const word = { room: 1, with: stone, crisis: false, leads: false, since: 0 }

/** A page in the circle whose microphone is live. */
async function seated() {
  const page = openPage({ me: { knock: 'admitted', identity: fern } })
  page.server.later({ participants: here })
  await page.settle()
  page.links.last().accept()
  await page.settle()
  await page.deliver()
  return page
}

/** The same, in a private word with Warm Stone, connected there. */
async function aside() {
  const page = await seated()
  page.snapshot({ participants: gone })
  page.events.send({ type: 'care', care: { ...NO_CARE, aside: word } })
  await page.settle()
  page.links.last().accept()
  await page.settle()
  await page.deliver()
  return page
}

describe('a private word', () => {
  it('closes the circle’s microphone in the moment it begins, and opens the other when its room is there', async () => {
    const page = await seated()
    expect(page.light()).toBe(true)
    page.snapshot({ participants: gone })
    expect(page.light()).toBe(false)
    await page.settle()
    expect(page.links.all).toHaveLength(2)
    expect(page.links.last().ticket.token).toBe('side')
    expect(page.state().asideConnection).toBe('connecting')
    page.links.last().accept()
    await page.settle()
    await page.deliver()
    expect(page.state()).toMatchObject({ asideConnection: 'connected', connection: 'connected' })
    expect(page.light()).toBe(true)
    expect(page.links.last().microphone.port.publications()).toHaveLength(1)
    expect(page.state().microphone.status).toBe('live')
  })

  it('brings the other near and leaves the circle quiet behind, which is never left', async () => {
    const page = await aside()
    expect(page.near()).toEqual([stone])
    expect(page.hearing()).toEqual([stone, identityOf('Slow River')])
    expect(page.links.all[0]?.closed()).toBe(false)
  })

  it('tells the circle nothing of how one sits', async () => {
    const page = await aside()
    const [circle] = page.links.all
    const before = circle?.poses.length
    page.session.presence.setOwn({ x: 0.1, y: 0.2, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null })
    await page.clock.pass(3_000)
    expect(circle?.poses.length).toBe(before)
  })

  it('is left at once by a press, and the circle’s microphone comes back with the server’s word', async () => {
    const page = await aside()
    const done = page.session.acts.comeBackFromWord()
    expect(page.light()).toBe(false)
    expect(page.links.all[1]?.closed()).toBe(true)
    await page.settle()
    expect(page.asked).toContain('command leave-word')
    expect(page.light()).toBe(false)
    expect(await done).toBeNull()
    page.snapshot({ participants: here })
    await page.settle()
    expect(page.light()).toBe(true)
    expect(page.near()).toBeNull()
    expect(page.state().asideConnection).toBe('left')
  })

  it('is not entered again while the server has not heard that it was left, and begins anew when there is another', async () => {
    const page = await aside()
    page.server.refuse.set('command', { code: 'offline' })
    await page.session.acts.comeBackFromWord()
    page.snapshot({ participants: gone, dim: true })
    await page.settle()
    expect(page.links.all).toHaveLength(2)
    page.snapshot({ participants: here })
    page.snapshot({ participants: gone })
    await page.settle()
    expect(page.links.all).toHaveLength(3)
  })

  it('is over when the other comes back or the server says so', async () => {
    const page = await aside()
    page.snapshot({ participants: here })
    expect(page.links.all[1]?.closed()).toBe(true)
    await page.settle()
    expect(page.light()).toBe(true)
    page.snapshot({ participants: gone })
    await page.settle()
    page.server.refuse.set('side', { code: 'no-word' })
    page.links.last().refuse('refused')
    await page.clock.pass(1_000)
    expect(page.links.all).toHaveLength(3)
    expect(page.state().asideConnection).toBe('left')
  })

  it('comes back by itself after its connection broke', async () => {
    const page = await aside()
    page.links.last().events.onEnded('lost')
    await page.clock.pass(1_000)
    page.links.last().accept()
    await page.settle()
    expect(page.links.all).toHaveLength(3)
    expect(page.state().asideConnection).toBe('connected')
  })

  it('ends with the page’s leaving, silent first', async () => {
    const page = await aside()
    page.session.acts.leave()
    expect(page.light()).toBe(false)
    expect(page.links.all.every((one) => one.closed())).toBe(true)
  })
})

describe('what concerns one person alone', () => {
  it('is said to them in kind words, once', async () => {
    const page = await seated()
    const care = { ...NO_CARE, nudge: 0, asked: [{ from: stone, crisis: false }], needHelp: [stone] }
    page.events.send({ type: 'care', care })
    page.events.send({ type: 'care', care })
    expect(page.said()).toEqual([
      'A kind reminder, for you alone. We agreed: “We speak of ourselves.”',
      'Warm Stone would like a private word with you.',
      'Warm Stone asks for help, and told only those who run the meeting.',
    ])
    page.events.send({ type: 'care', care: { ...care, help: 'asked' } })
    page.events.send({ type: 'care', care: { ...care, help: 'seen' } })
    expect(page.said().at(-1)).toBe('It has been seen: somebody knows that you need help.')
  })

  it('is forgotten when one leaves', async () => {
    const page = await aside()
    page.session.acts.leave()
    expect(page.state().care).toEqual(NO_CARE)
  })
})

describe('the porch', () => {
  it('is silent both ways at once, keeps the chair, and is left as easily', async () => {
    const page = await seated()
    page.session.acts.stepOut()
    expect(page.light()).toBe(false)
    expect(page.hearing()).toBeNull()
    await page.settle()
    expect(page.asked).toContain('command step-out')
    page.session.acts.resume()
    expect(page.hearing()).toHaveLength(2)
    await page.settle()
    expect(page.asked.at(-1)).toBe('command return')
  })

  it('is where one is after a reload as well', async () => {
    const page = await seated()
    page.snapshot({ participants: here.map((one) => (one.identity === fern ? { ...one, presence: 'porch' } : one)) })
    expect(page.hearing()).toBeNull()
  })

  it('shows no gestures of those whom a hush dims', async () => {
    const page = await seated()
    const river = identityOf('Slow River')
    page.snapshot({ hushed: true, participants: here.map((one) => ({ ...one, vouched: one.identity !== river })) })
    const bytes = new TextEncoder().encode('{"gesture":"heart"}')
    page.links.last().events.onData('signal', river, bytes)
    page.links.last().events.onData('signal', stone, bytes)
    expect(page.state().gestures.map(({ identity }) => identity)).toEqual([stone])
  })
})
