// Grants, holds, passes, comings and goings that overtake each other, over a media server that answers late, never, or falsely:
// however it went, in the end everybody may do exactly what the record says, and nobody is there who has no seat.

import * as fc from 'fast-check'
import { test } from 'vitest'
import type { Identity } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import { createMeetings, SWEEP_MS } from '../../../server/meetings/meetings.ts'
import { desiredPeople, reconcile } from '../../../server/meetings/reconcile.ts'
import { roomOf, snapshotOf } from '../../../server/meetings/snapshot.ts'
import { AVATAR, sessionOf } from './circle.ts'
import type { Fate } from './memoryPorts.ts'
import {
  createCountingBytes,
  createHandClock,
  createMemoryLog,
  createMemoryMedia,
  createMemoryStore,
  settle,
} from './memoryPorts.ts'

const GROUP = 'g_1'
const NAMES = ['Ada', 'Fern', 'Lark', 'Moss']

type Move =
  | { does: 'hold' | 'release' | 'remove' | 'one-voice' | 'hand-piece'; to: number }
  | { does: 'piece' | 'open' | 'hush' | 'unhush' | 'pass' }
  | { does: 'arrive' | 'vanish' | 'hint'; to: number; hinted: boolean }
  | { does: 'deliver'; which: number; fate: Fate }
  | { does: 'wait'; ms: number }
  | { does: 'intrude'; name: string }
  | { does: 'renew' | 'restart media' | 'restart server' }

const to = fc.nat(NAMES.length - 1)
const fates = fc.constantFrom<Fate>('ok', 'ok', 'ok', 'ok', 'fail', 'lost', 'late')
const aMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constantFrom('hold' as const, 'release' as const, 'one-voice' as const, 'hand-piece' as const),
      to,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const), to }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom('piece' as const, 'open' as const, 'hush' as const, 'unhush' as const, 'pass' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('arrive' as const, 'vanish' as const, 'hint' as const),
      to,
      hinted: fc.boolean(),
    }),
  },
  { weight: 14, arbitrary: fc.record({ does: fc.constant('deliver' as const), which: fc.nat(20), fate: fates }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.constantFrom(10, 100, 400, 1000, 5000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('intrude' as const), name: fc.constantFrom('p_stranger', 'twin') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('renew' as const, 'restart media' as const, 'restart server' as const),
    }),
  },
)

async function createPlay() {
  const [store, media, clock, log] = [createMemoryStore(), createMemoryMedia(), createHandClock(), createMemoryLog()]
  const options = {
    store,
    media,
    clock,
    log,
    randomBytes: createCountingBytes(),
    script: () => null,
    bar: () => {},
    count: () => {},
    seats: () => 6,
  }
  let meetings = createMeetings(options)
  let stop = meetings.start()
  const record = () => meetings.forGroup(GROUP)
  const room = () => roomOf(record())
  const idOf = (index: number): Identity =>
    record().people.find((one) => one.session === sessionOf(NAMES[index] ?? ''))?.identity ?? 'p_0000000nobody000'
  const send = (index: number, command: MeetingCommand) =>
    void meetings.command(GROUP, { session: sessionOf(NAMES[index] ?? ''), keyHolder: index === 0 }, command)

  function arrive(index: number, hinted: boolean): void {
    const identity = idOf(index)
    const rights = meetings.rightsAtGate(room(), identity)
    if (!rights || !media.rooms().includes(room())) return
    media.join(room(), identity, rights)
    if (hinted) void meetings.noticed({ kind: 'joined', room: room(), identity })
  }

  for (const [index, name] of NAMES.entries()) {
    await meetings.knock(GROUP, sessionOf(name), index === 0, { name, avatar: AVATAR, firstTime: false })
    if (index === 0) send(0, { type: 'open-doors' })
    else send(0, { type: 'admit', knock: record().knocks[0]?.id ?? '' })
    await settle()
    arrive(index, true)
    await settle()
  }
  media.auto = false

  /** One call per person at a time, so that none can overtake another. */
  function checkCalls(): void {
    const people = media.waiting.flatMap((label) => /^(?:grant|revoke) (?<who>.*)/.exec(label)?.groups?.who ?? [])
    if (new Set(people).size < people.length) throw new Error(`calls that may overtake: ${people.join(', ')}`)
  }

  async function move(one: Move): Promise<void> {
    switch (one.does) {
      case 'hold':
      case 'release':
      case 'remove':
      case 'hand-piece':
        send(0, { type: one.does, to: idOf(one.to) })
        break
      case 'one-voice':
        send(0, { type: 'set-floor', mode: 'one-voice', speaker: idOf(one.to) })
        break
      case 'piece':
      case 'open':
        send(0, { type: 'set-floor', mode: one.does })
        break
      case 'hush':
      case 'unhush':
        send(0, { type: one.does })
        break
      case 'pass':
        for (const index of NAMES.keys()) send(index, { type: 'pass' })
        break
      case 'arrive':
        arrive(one.to, one.hinted)
        break
      case 'vanish':
        media.part(room(), idOf(one.to))
        if (one.hinted) void meetings.noticed({ kind: 'left', room: room(), identity: idOf(one.to) })
        break
      case 'hint':
        void meetings.noticed({ kind: one.hinted ? 'joined' : 'left', room: room(), identity: idOf(one.to) })
        break
      case 'deliver': {
        if (media.waiting.length === 0) break
        // A picture that the server says it has taken, it has: nothing could find out otherwise.
        const label = media.waiting[one.which % media.waiting.length]
        media.deliver(one.which, label === 'metadata' && one.fate === 'lost' ? 'fail' : one.fate)
        break
      }
      case 'wait':
        await clock.advance(one.ms)
        break
      case 'intrude': {
        const identity = one.name === 'twin' ? `${idOf(1)}#foo` : one.name
        if (media.rooms().includes(room())) media.join(room(), identity, { hear: true, speak: true, data: true })
        break
      }
      case 'renew':
        void meetings.renewEpoch(GROUP)
        break
      case 'restart media':
        media.restart()
        break
      case 'restart server':
        stop()
        // What the old process had sent arrives before the new one begins, or not at all; nobody hears the answer.
        while (media.waiting.length > 0) media.deliver(0, media.waiting.length % 3 === 0 ? 'fail' : 'late')
        await settle()
        meetings = createMeetings(options)
        stop = meetings.start()
        break
    }
    await settle()
    checkCalls()
  }

  /** Everything that is on its way arrives, and then nothing disturbs two sweeps. */
  async function comeToRest(): Promise<void> {
    media.auto = true
    while (media.waiting.length > 0) {
      media.deliver(0)
      await settle()
    }
    await clock.advance(2 * SWEEP_MS)
  }

  function check(): void {
    const left = reconcile(desiredPeople(record()), media.people(room()))
    if (left.length > 0) throw new Error(`still to do: ${JSON.stringify(left)}`)
    const here = new Set(media.people(room()).map((one) => one.identity))
    const wrong = record().people.filter((one) => one.connected !== here.has(one.identity))
    if (wrong.length > 0) throw new Error(`seen wrongly: ${JSON.stringify(wrong.map((one) => one.name))}`)
    if (record().people.length > 0 && media.metadata(room()) !== JSON.stringify(snapshotOf(record()))) {
      throw new Error('the picture is old')
    }
    const rooms = media.rooms().filter((one) => one !== room())
    if (rooms.length > 0) throw new Error(`rooms left behind: ${rooms.join(', ')}`)
  }

  return { move, comeToRest, check, stop: () => stop() }
}

test('whatever overtakes whatever, it ends as the record says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aMove, { maxLength: 60, size: 'max' }), async (moves) => {
      const play = await createPlay()
      for (const one of moves) await play.move(one)
      await play.comeToRest()
      play.check()
      play.stop()
    }),
    { numRuns: 150 },
  )
}, 60_000)
