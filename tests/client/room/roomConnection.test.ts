import { describe, expect, it } from 'vitest'
import type { Seat } from '#protocol/api.ts'
import type { Answer } from '../../../client/api/api.ts'
import type { ConnectionStatus } from '../../../client/meeting/session.ts'
import { createRoomConnection } from '../../../client/room/roomConnection.ts'
import type { RoomLink } from '../../../client/room/roomPort.ts'
import { createHandClock, settle } from '../../support/handClock.ts'
import { createMemoryLinks } from '../../support/memoryLinks.ts'
import { asMediaTrack, createMemoryTrack } from '../../support/memoryTrack.ts'
import { someSeat, someSnapshot } from '../../support/someSnapshot.ts'

const seat = someSeat('Quiet Fern', someSnapshot(['Quiet Fern']))
const ours: Answer<Seat> = { ok: true, value: seat }
const offline: Answer<Seat> = { ok: false, refusal: { code: 'offline' } }

/** A connection whose server and media server are in the test's hands. */
function connection(answers: () => Answer<Seat> | Promise<Answer<Seat>> = () => ours) {
  const clock = createHandClock()
  const links = createMemoryLinks()
  const statuses: ConnectionStatus[] = []
  const outs: string[] = []
  const heard: string[] = []
  const claims: number[] = []
  let link: RoomLink | null = null
  const room = createRoomConnection({
    clock,
    random: () => 0.5,
    open: links.open,
    async claim() {
      claims.push(clock.nowMs())
      return answers()
    },
    onStatus: (status) => statuses.push(status),
    onSeat: () => {},
    onLink: (next) => (link = next),
    onOut: (why) => outs.push(why),
    relay: {
      onMetadata: (text) => heard.push(`metadata ${text}`),
      onVoice: (identity, id, track) => heard.push(`${track ? 'voice' : 'no voice'} ${identity} ${id}`),
      onData: (topic, identity) => heard.push(`${topic} of ${identity}`),
      onMicrophoneChanged: () => heard.push('microphone'),
    },
  })
  return { clock, links, statuses, outs, heard, claims, room, link: () => link }
}

async function connected(answers?: () => Answer<Seat> | Promise<Answer<Seat>>) {
  const one = connection(answers)
  one.room.start()
  await settle()
  one.links.last().accept()
  await settle()
  return one
}

describe('the connection to one’s chair', () => {
  it('is made with one claim', async () => {
    const one = await connected()
    expect(one.statuses).toEqual(['connecting', 'connected'])
    expect(one.claims).toHaveLength(1)
    expect(one.link()).not.toBeNull()
  })

  it('tells what the link tells, from before it is ready until it ends', async () => {
    const one = connection()
    one.room.start()
    await settle()
    const link = one.links.last()
    link.events.onMetadata('early')
    link.accept()
    await settle()
    link.events.onVoice('p_a', 'TR_1', asMediaTrack(createMemoryTrack()))
    link.events.onData('signal', 'p_a', new Uint8Array())
    link.events.onMicrophoneChanged()
    one.room.leave()
    link.events.onMetadata('late')
    link.events.onVoice('p_b', 'TR_2', asMediaTrack(createMemoryTrack()))
    link.events.onEnded('lost')
    expect(one.heard).toEqual(['metadata early', 'voice p_a TR_1', 'signal of p_a', 'microphone', 'no voice p_a TR_1'])
    await one.clock.pass(60_000)
    expect(one.links.all).toHaveLength(1)
  })

  it('shows when the link repairs itself, and when it has', async () => {
    const one = await connected()
    one.links.last().events.onRecovering()
    one.links.last().events.onRecovered()
    expect(one.statuses.slice(2)).toEqual(['recovering', 'connected'])
  })

  it('is made again with a fresh claim when the link is given up, for as long as it takes and never more than ten seconds apart', async () => {
    let network = true
    const one = await connected(() => (network ? ours : offline))
    network = false
    one.links.last().events.onEnded('lost')
    expect(one.link()).toBeNull()
    await one.clock.pass(10 * 60_000)
    const gaps = one.claims.slice(2).map((at, i) => at - (one.claims[i + 1] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000)
    expect(one.claims.length).toBeGreaterThan(60)
    expect(one.statuses.at(-1)).toBe('recovering')

    network = true
    await one.clock.pass(10_000)
    one.links.last().accept()
    await settle()
    expect(one.statuses.at(-1)).toBe('connected')
    expect(one.outs).toEqual([])
  })

  it('is tried at once when the page wakes, not at the end of a wait', async () => {
    let network = true
    const one = await connected(() => (network ? ours : offline))
    network = false
    one.links.last().events.onEnded('lost')
    await one.clock.pass(60_000)
    network = true
    const before = one.links.all.length
    one.room.poke()
    await settle()
    expect(one.links.all.length).toBe(before + 1)
  })

  it('is left alone by waking while it is well', async () => {
    const one = await connected()
    one.room.poke()
    await settle()
    expect(one.claims).toHaveLength(1)
  })

  it('gives up a try that hangs when the page wakes', async () => {
    const one = await connected()
    one.links.last().events.onEnded('lost')
    await one.clock.pass(400)
    const hanging = one.links.last()
    one.room.poke()
    await settle()
    expect(hanging.aborted()).toBe(true)
    hanging.accept()
    one.links.last().accept()
    await settle()
    expect(hanging.closed()).toBe(true)
    expect(one.statuses.at(-1)).toBe('connected')
  })

  it('is tried again when the media server is not ready or says no, as long as the server says that the chair is ours', async () => {
    const one = connection()
    one.room.start()
    await settle()
    for (const end of ['lost', 'refused', 'removed'] as const) {
      one.links.last().refuse(end)
      await one.clock.pass(2_000)
    }
    expect(one.links.all).toHaveLength(4)
    one.links.last().accept()
    await settle()
    expect(one.statuses.at(-1)).toBe('connected')
    expect(one.outs).toEqual([])
  })

  it('ends when the server says that the chair is not ours any more', async () => {
    let seatIsOurs = true
    const one = await connected(() => (seatIsOurs ? ours : { ok: false, refusal: { code: 'not-admitted' } }))
    seatIsOurs = false
    one.links.last().events.onEnded('removed')
    await one.clock.pass(1_000)
    expect(one.outs).toEqual(['not-ours'])
    expect(one.statuses.at(-1)).toBe('left')
    await one.clock.pass(60_000)
    expect(one.claims).toHaveLength(2)
  })

  it('ends when another page takes the chair', async () => {
    const one = await connected()
    one.links.last().events.onEnded('duplicate')
    expect(one.outs).toEqual(['moved'])
    expect(one.statuses.at(-1)).toBe('left')
    expect(one.links.last().closed()).toBe(true)
    await one.clock.pass(60_000)
    expect(one.claims).toHaveLength(1)
  })

  it('can be begun again after it was left', async () => {
    const one = await connected()
    one.room.leave()
    expect(one.links.last().closed()).toBe(true)
    one.room.start()
    await settle()
    one.links.last().accept()
    await settle()
    expect(one.statuses).toEqual(['connecting', 'connected', 'left', 'connecting', 'connected'])
  })

  it('that is left while it is being made never comes to be', async () => {
    const one = connection()
    one.room.start()
    await settle()
    one.room.leave()
    one.links.last().accept()
    await settle()
    expect(one.links.last().closed()).toBe(true)
    expect(one.statuses).toEqual(['connecting', 'left'])
  })

  it('notices a media server that falls silent without a word, says so, and takes it back when it speaks', async () => {
    const one = await connected()
    await one.clock.pass(30_000)
    expect(one.statuses).toEqual(['connecting', 'connected'])
    one.links.last().stall(true)
    await one.clock.pass(8_000)
    expect(one.statuses.at(-1)).toBe('recovering')
    one.links.last().stall(false)
    await one.clock.pass(2_000)
    expect(one.statuses.at(-1)).toBe('connected')
    expect(one.claims).toHaveLength(1)
  })

  it('opens a new link when the silence lasts', async () => {
    const one = await connected()
    one.links.last().stall(true)
    await one.clock.pass(20_000)
    expect(one.links.all[0]?.closed()).toBe(true)
    expect(one.links.all.length).toBeGreaterThan(1)
    one.links.last().accept()
    await settle()
    expect(one.statuses.at(-1)).toBe('connected')
  })

  it('is made anew when signal and sound are gone and the server can give the chair again', async () => {
    let livekit = true
    const unavailable: Answer<Seat> = { ok: false, refusal: { code: 'unavailable' } }
    const one = await connected(() => (livekit ? ours : unavailable))
    const [old] = one.links.all
    livekit = false
    old?.stall(true)
    old?.events.onSignalLost()
    await one.clock.pass(4_500)
    expect(one.statuses.at(-1)).toBe('recovering')
    expect(old?.closed()).toBe(false)
    livekit = true
    await one.clock.pass(1_000)
    expect(old?.closed()).toBe(true)
    one.links.last().accept()
    await settle()
    expect(one.links.all).toHaveLength(2)
    expect(one.statuses.at(-1)).toBe('connected')
  })

  it('is not touched while voices go on, although the signal is gone', async () => {
    const one = await connected()
    one.links.last().events.onSignalLost()
    await one.clock.pass(40_000)
    expect(one.claims).toHaveLength(1)
    expect(one.statuses.at(-1)).toBe('connected')
  })

  it('is not made anew when the signal comes back while the server is asked', async () => {
    let answer: (answer: Answer<Seat>) => void = () => {}
    let asked = 0
    const one = await connected(() => (asked++ === 0 ? ours : new Promise((resolve) => (answer = resolve))))
    const link = one.links.last()
    link.stall(true)
    link.events.onSignalLost()
    await one.clock.pass(3_000)
    link.stall(false)
    link.events.onRecovered()
    answer(ours)
    await one.clock.pass(3_000)
    expect(one.links.all).toHaveLength(1)
    expect(one.statuses.at(-1)).toBe('connected')
  })

  it('is renewed with the new link in use before the old one ends, and is not taken for another page', async () => {
    const one = await connected()
    const [old] = one.links.all
    old?.events.onVoice('p_a', 'TR_1', asMediaTrack(createMemoryTrack()))
    one.room.renew()
    await settle()
    expect(old?.closed()).toBe(false)
    one.links.last().events.onVoice('p_a', 'TR_9', asMediaTrack(createMemoryTrack()))
    // The media server puts the older connection of an identity out when the newer one joins.
    old?.events.onEnded('duplicate')
    one.links.last().accept()
    await settle()
    expect(one.outs).toEqual([])
    expect(one.statuses.at(-1)).toBe('connected')
    expect(old?.closed()).toBe(true)
    expect(one.heard).toEqual(['voice p_a TR_1', 'voice p_a TR_9', 'no voice p_a TR_1'])
    one.links.last().events.onEnded('duplicate')
    expect(one.outs).toEqual(['moved'])
  })

  it('keeps the old link when a renewal fails', async () => {
    const one = await connected()
    one.room.renew()
    await settle()
    one.links.last().refuse('lost')
    await settle()
    expect(one.statuses).toEqual(['connecting', 'connected'])
    expect(one.links.all[0]?.closed()).toBe(false)
    one.links.all[0]?.events.onRecovering()
    expect(one.statuses.at(-1)).toBe('recovering')
  })

  it('is made again when both links fail in a renewal', async () => {
    const one = await connected()
    one.room.renew()
    await settle()
    one.links.all[0]?.events.onEnded('duplicate')
    one.links.last().refuse('lost')
    await one.clock.pass(2_000)
    one.links.last().accept()
    await settle()
    expect(one.statuses.at(-1)).toBe('connected')
    expect(one.outs).toEqual([])
  })

  it('that ends in the very moment it is ready is made again', async () => {
    const one = connection()
    one.room.start()
    await settle()
    one.links.last().accept()
    one.links.last().events.onEnded('lost')
    await one.clock.pass(1_000)
    expect(one.links.all).toHaveLength(2)
  })
})
