// The service over ports in memory: nothing acknowledged that is not saved, and a media server that is made to follow.

import { beforeEach, describe, expect, test } from 'vitest'
import { BREATH_SECONDS, CLOSE_AFTER_SAFE_SECONDS, CLOSING_SECONDS, SAFE_AFTER_SECONDS } from '#protocol/limits.ts'
import type { Identity } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import { snapshotSchema } from '#protocol/meeting.ts'
import { AWAY_AFTER_MS } from '../../../server/meetings/absences.ts'
import type { Meetings } from '../../../server/meetings/meetings.ts'
import { createMeetings, SWEEP_MS } from '../../../server/meetings/meetings.ts'
import type { MeetingRecord } from '../../../server/meetings/record.ts'
import { roomOf } from '../../../server/meetings/snapshot.ts'
import { AVATAR, sessionOf } from './circle.ts'
import {
  createCountingBytes,
  createHandClock,
  createMemoryLog,
  createMemoryMedia,
  createMemoryStore,
  settle,
} from './memoryPorts.ts'

const GROUP = 'g_1'
let store = createMemoryStore()
let media = createMemoryMedia()
let clock = createHandClock()
let log = createMemoryLog()
let randomBytes = createCountingBytes()
let meetings: Meetings
let stop: () => void

/** Starts the service anew over the same store and media server, as after a crash. */
function restart(): void {
  stop()
  meetings = createMeetings({
    store,
    media,
    clock,
    randomBytes,
    log,
    seats: () => 6,
    script: () => null,
    bar: () => {},
    count: () => {},
  })
  stop = meetings.start()
}

beforeEach(async () => {
  store = createMemoryStore()
  media = createMemoryMedia()
  clock = createHandClock()
  log = createMemoryLog()
  randomBytes = createCountingBytes()
  meetings = createMeetings({
    store,
    media,
    clock,
    randomBytes,
    log,
    seats: () => 6,
    script: () => null,
    bar: () => {},
    count: () => {},
  })
  stop = meetings.start()
  await settle()
  return () => stop()
})

const record = () => meetings.forGroup(GROUP)
const room = () => roomOf(record())
const idOf = (name: string): Identity =>
  record().people.find((one) => one.session === sessionOf(name))?.identity ?? 'p_0000000nobody000'
const voice = (name: string) => media.people(room()).find((one) => one.identity === idOf(name))?.rights.speak
const shown = () => snapshotSchema.parse(JSON.parse(media.metadata(room()) ?? '{}')).revision
const knock = (name: string, key = false) =>
  meetings.knock(GROUP, sessionOf(name), key, { name, avatar: AVATAR, firstTime: false })
const send = async (name: string, command: MeetingCommand) => {
  const outcome = await meetings.command(GROUP, { session: sessionOf(name), keyHolder: name === 'Ada' }, command)
  return outcome.ok ? 'ok' : outcome.code
}

/** Connects somebody as the gate and the media server would. */
async function connect(name: string): Promise<void> {
  await meetings.prepareRoom(GROUP)
  const rights = meetings.rightsAtGate(room(), idOf(name))
  if (!rights) throw new Error(`${name} is out`)
  media.join(room(), idOf(name), rights)
  await meetings.noticed({ kind: 'joined', room: room(), identity: idOf(name) })
}

async function begin(...members: string[]): Promise<void> {
  await knock('Ada', true)
  await connect('Ada')
  await send('Ada', { type: 'open-doors' })
  for (const name of members) {
    await knock(name)
    await send('Ada', { type: 'admit', knock: record().knocks[0]?.id ?? '' })
    await connect(name)
  }
  await settle()
  media.done.length = 0
}

describe('saving', () => {
  test('a group has one meeting from the first look on, with closed doors', () => {
    const first = record()
    expect(first).toMatchObject({ phase: 'closed', group: GROUP, seats: 6 })
    expect(record()).toEqual(first)
    expect(store.list()).toEqual([first])
  })

  test('what was answered is on disk, and listeners hear it', async () => {
    const heard: (MeetingRecord | null)[] = []
    const off = meetings.onChange((group, one) => heard.push(group === GROUP ? one : null))
    const outcome = await knock('Fern')
    expect(outcome).toEqual({ ok: true, record: store.list()[0] })
    expect(heard).toEqual([record()])
    off()
    await knock('Lark')
    expect(heard).toHaveLength(1)
  })

  test('a refusal changes nothing on disk', async () => {
    await begin('Fern')
    const before = record()
    const saves = store.saves
    expect(await send('Fern', { type: 'hush' })).toBe('not-allowed')
    expect(await send('Fern', { type: 'lower-hand' })).toBe('already-so')
    expect(record()).toEqual(before)
    expect(store.saves).toBe(saves)
  })

  test('a knock that changes nothing is no refusal', async () => {
    await knock('Fern')
    expect(await knock('Fern')).toEqual({ ok: true, record: record() })
  })

  test('a save that somebody else overtook is decided again over what they wrote', async () => {
    await begin('Fern')
    store.before = (id) => {
      const other = store.load(id)
      if (other) store.save({ ...other, dim: true, revision: other.revision + 1 }, other.revision)
    }
    expect(await send('Ada', { type: 'lock' })).toBe('ok')
    expect(record()).toMatchObject({ dim: true, lockedByHand: true })
  })

  test('what somebody else wrote is in force after the next sweep', async () => {
    await begin('Fern')
    const before = record()
    const people = before.people.map((one) => ({ ...one, held: one.name === 'Fern' }))
    store.save({ ...before, people, revision: before.revision + 1 }, before.revision)
    await clock.advance(SWEEP_MS)
    expect(voice('Fern')).toBe(false)
  })

  test('a store that is overtaken again and again says so and acknowledges nothing', async () => {
    await begin('Fern')
    const overtake = (id: string) => {
      const other = store.load(id)
      if (other) store.save({ ...other, revision: other.revision + 1 }, other.revision)
      store.before = overtake
    }
    store.before = overtake
    expect(await send('Ada', { type: 'lock' })).toBe('unavailable')
    store.before = null
    expect(record().lockedByHand).toBe(false)
  })

  test('a command for an earlier state is refused as stale', async () => {
    await begin('Fern')
    const by = { session: sessionOf('Ada'), keyHolder: true }
    const { revision } = record()
    expect(await meetings.command(GROUP, by, { type: 'lock' }, revision)).toMatchObject({ ok: true })
    expect(await meetings.command(GROUP, by, { type: 'unlock' }, revision)).toEqual({ ok: false, code: 'stale' })
  })
})

describe('the media server', () => {
  test('has a room when somebody sits down, and its metadata is the newest snapshot', async () => {
    await begin('Fern')
    expect(media.rooms()).toEqual([room()])
    expect(shown()).toBe(record().revision)
    await send('Fern', { type: 'raise-hand' })
    await settle()
    expect(shown()).toBe(record().revision)
  })

  test('takes a voice as soon as it is held, and gives it back', async () => {
    await begin('Fern')
    expect(voice('Fern')).toBe(true)
    await send('Ada', { type: 'hold', to: idOf('Fern') })
    expect(voice('Fern')).toBe(false)
    await send('Ada', { type: 'release', to: idOf('Fern') })
    expect(voice('Fern')).toBe(true)
  })

  test('hears of the next holder before it hears of the one before', async () => {
    await begin('Fern', 'Lark')
    await send('Ada', { type: 'set-floor', mode: 'one-voice', speaker: idOf('Fern') })
    media.auto = false
    void send('Ada', { type: 'set-floor', mode: 'one-voice', speaker: idOf('Lark') })
    await settle()
    expect(media.waiting).not.toContain(`revoke ${idOf('Fern')}`)
    media.deliver(media.waiting.indexOf(`grant ${idOf('Lark')}`))
    await settle()
    expect(media.waiting).toContain(`revoke ${idOf('Fern')}`)
  })

  test('lets the one who passed the piece be heard for a breath, and no longer', async () => {
    await begin('Fern')
    await send('Ada', { type: 'set-floor', mode: 'piece' })
    await send('Ada', { type: 'pass' })
    expect([voice('Ada'), voice('Fern')]).toEqual([true, true])
    await clock.advance(BREATH_SECONDS * 1000)
    expect([voice('Ada'), voice('Fern')]).toEqual([false, true])
  })

  test('that never answers a grant delays nobody’s silence for long', async () => {
    await begin('Fern', 'Lark')
    await send('Ada', { type: 'set-floor', mode: 'one-voice', speaker: idOf('Fern') })
    await settle()
    media.auto = false
    const answer = send('Ada', { type: 'set-floor', mode: 'one-voice', speaker: idOf('Lark') })
    await clock.advance(1000)
    expect(await answer).toBe('ok')
    expect(media.waiting).toEqual(expect.arrayContaining([`grant ${idOf('Lark')}`, `revoke ${idOf('Fern')}`]))
    while (media.waiting.length > 0) media.deliver(0)
    await settle()
    expect([voice('Fern'), voice('Lark')]).toEqual([false, true])
  })

  test('that is down fails no command, and catches up when it is back', async () => {
    await begin('Fern')
    media.down = true
    expect(await send('Ada', { type: 'hold', to: idOf('Fern') })).toBe('ok')
    expect(await send('Ada', { type: 'lock' })).toBe('ok')
    expect(voice('Fern')).toBe(true)
    media.down = false
    await clock.advance(SWEEP_MS)
    expect(voice('Fern')).toBe(false)
    expect(shown()).toBe(record().revision)
    expect(log.events).toContain('rights-not-set')
  })

  test('that answered and did nothing is found out by the next sweep', async () => {
    await begin('Fern')
    media.auto = false
    const answer = send('Ada', { type: 'hold', to: idOf('Fern') })
    await settle()
    while (media.waiting.length > 0) media.deliver(0, 'lost')
    expect(await answer).toBe('ok')
    media.auto = true
    expect(voice('Fern')).toBe(true)
    await clock.advance(SWEEP_MS)
    expect(voice('Fern')).toBe(false)
  })

  test('is told again when a call about an earlier connection ends after the next one has begun', async () => {
    await begin('Fern')
    media.auto = false
    void send('Ada', { type: 'hold', to: idOf('Fern') })
    await settle()
    media.join(room(), idOf('Fern'), { hear: true, speak: true, data: true })
    void meetings.noticed({ kind: 'joined', room: room(), identity: idOf('Fern') })
    await settle()
    media.deliver(media.waiting.indexOf(`revoke ${idOf('Fern')}`), 'lost')
    await settle()
    while (media.waiting.length > 0) {
      media.deliver(0)
      await settle()
    }
    expect(voice('Fern')).toBe(false)
  })

  test('is told at once after a call of which nobody knows whether it arrived', async () => {
    await begin('Fern')
    media.auto = false
    void send('Ada', { type: 'hold', to: idOf('Fern') })
    await settle()
    media.deliver(media.waiting.indexOf(`revoke ${idOf('Fern')}`), 'late')
    await settle()
    expect(voice('Fern')).toBe(false)
    media.auto = true
    await send('Ada', { type: 'release', to: idOf('Fern') })
    expect(voice('Fern')).toBe(true)
  })

  test('is told about somebody whom the gate let in although no hint came', async () => {
    await begin('Fern', 'Lark')
    media.part(room(), idOf('Fern'))
    await meetings.noticed({ kind: 'left', room: room(), identity: idOf('Fern') })
    media.join(
      room(),
      idOf('Fern'),
      meetings.rightsAtGate(room(), idOf('Fern')) ?? { hear: false, speak: false, data: false },
    )
    await send('Ada', { type: 'hold', to: idOf('Fern') })
    expect(voice('Fern')).toBe(false)
  })

  test('that lost its rooms gets the room back without waiting for a sweep when there is something to show', async () => {
    await begin('Fern')
    media.restart()
    await send('Fern', { type: 'raise-hand' })
    await clock.advance(SWEEP_MS / 5)
    expect(shown()).toBe(record().revision)
  })

  test('that was restarted has its room again, and people in their chairs when they come back', async () => {
    await begin('Fern')
    const seats = record().people.map((one) => one.seat)
    media.restart()
    await clock.advance(SWEEP_MS + AWAY_AFTER_MS)
    expect(record().people.map((one) => one.connected)).toEqual([false, false])
    expect(shown()).toBe(record().revision)
    await connect('Fern')
    await connect('Ada')
    expect(record().people.map((one) => [one.seat, one.connected])).toEqual(seats.map((seat) => [seat, true]))
  })

  test('loses whoever is removed, before the answer, and whoever comes without a seat', async () => {
    await begin('Fern')
    const gone = idOf('Fern')
    await send('Ada', { type: 'remove', to: gone })
    expect(media.people(room()).map((one) => one.identity)).toEqual([idOf('Ada')])
    expect(meetings.rightsAtGate(room(), gone)).toBeNull()
    for (const identity of [gone, `${idOf('Ada')}#foo`, 'p_strangerstranger']) {
      media.join(room(), identity, { hear: true, speak: true, data: true })
    }
    await meetings.noticed({ kind: 'joined', room: room(), identity: gone })
    expect(media.people(room()).map((one) => one.identity)).not.toContain(gone)
    await clock.advance(SWEEP_MS)
    expect(media.people(room()).map((one) => one.identity)).toEqual([idOf('Ada')])
  })

  test('gives nobody more than the rights of now, whatever they arrived with', async () => {
    await begin('Fern')
    await send('Ada', { type: 'hold', to: idOf('Fern') })
    media.join(room(), idOf('Fern'), { hear: true, speak: true, data: true })
    await meetings.noticed({ kind: 'joined', room: room(), identity: idOf('Fern') })
    expect(voice('Fern')).toBe(false)
  })

  test('is asked who is there when it says that somebody left, because a newer connection may be', async () => {
    await begin('Fern')
    await meetings.noticed({ kind: 'left', room: room(), identity: idOf('Fern') })
    expect(record().people.find((one) => one.name === 'Fern')?.connected).toBe(true)
    media.part(room(), idOf('Fern'))
    await meetings.noticed({ kind: 'left', room: room(), identity: idOf('Fern') })
    await clock.advance(AWAY_AFTER_MS)
    expect(record().people.find((one) => one.name === 'Fern')).toMatchObject({
      connected: false,
      lostSince: clock.now(),
    })
  })

  test('that loses a connection for a moment costs nobody their turn', async () => {
    await begin('Fern')
    await send('Ada', { type: 'set-floor', mode: 'piece' })
    media.part(room(), idOf('Fern'))
    await meetings.noticed({ kind: 'left', room: room(), identity: idOf('Fern') })
    await clock.advance(AWAY_AFTER_MS - 1)
    expect(record().floor.next).toBe(idOf('Fern'))
    await connect('Fern')
    await clock.advance(SWEEP_MS)
    expect(record().people.every((one) => one.connected)).toBe(true)
    media.part(room(), idOf('Fern'))
    await meetings.noticed({ kind: 'left', room: room(), identity: idOf('Fern') })
    await clock.advance(AWAY_AFTER_MS)
    expect(record().floor.next).toBeNull()
  })

  test('whose hints all get lost is still seen as it is', async () => {
    await begin('Fern')
    media.part(room(), idOf('Fern'))
    await clock.advance(SWEEP_MS + AWAY_AFTER_MS)
    expect(record().people.find((one) => one.name === 'Fern')?.connected).toBe(false)
    media.join(room(), idOf('Fern'), { hear: true, speak: false, data: true })
    await clock.advance(SWEEP_MS)
    expect(record().people.find((one) => one.name === 'Fern')?.connected).toBe(true)
    expect(voice('Fern')).toBe(true)
  })

  test('is not told of somebody who joined while it was making a list without them', async () => {
    await begin('Fern')
    media.part(room(), idOf('Fern'))
    media.auto = false
    const sweeping = meetings.sweep()
    await settle()
    media.deliver(0) // listRooms
    await settle()
    media.deliver(0) // participants, without Fern
    media.join(room(), idOf('Fern'), { hear: true, speak: true, data: true })
    media.auto = true
    await meetings.noticed({ kind: 'joined', room: room(), identity: idOf('Fern') })
    await sweeping
    expect(record().people.find((one) => one.name === 'Fern')?.connected).toBe(true)
  })
})

describe('a new epoch', () => {
  test('is a new room; the old one is gone, and its tokens open nothing', async () => {
    await begin('Fern')
    const before = room()
    await meetings.renewEpoch(GROUP)
    await settle()
    expect(room()).not.toBe(before)
    expect(media.rooms()).toEqual([room()])
    expect(meetings.rightsAtGate(before, idOf('Fern'))).toBeNull()
    expect(meetings.rightsAtGate(room(), idOf('Fern'))).toEqual({ hear: true, speak: true, data: true })
    await connect('Fern')
    expect(voice('Fern')).toBe(true)
  })
})

describe('time', () => {
  test('makes a room safe without its key-holders, closes it kindly, and leaves nothing behind', async () => {
    await begin('Fern')
    const { id } = record()
    media.part(room(), idOf('Ada'))
    await meetings.noticed({ kind: 'left', room: room(), identity: idOf('Ada') })
    await clock.advance(AWAY_AFTER_MS + SAFE_AFTER_SECONDS * 1000)
    expect(record().phase).toBe('safe')
    await clock.advance(CLOSE_AFTER_SAFE_SECONDS * 1000)
    expect(store.load(id)).toBeNull()
    expect(media.rooms()).toEqual([])
  })

  test('passes although nothing else happens, and needs no sweep for it', async () => {
    await begin('Fern')
    const heard: (MeetingRecord | null)[] = []
    meetings.onChange((_, one) => heard.push(one))
    await send('Ada', { type: 'start-closing' })
    await clock.advance(CLOSING_SECONDS * 1000)
    expect(heard.map((one) => one?.phase ?? 'forgotten')).toEqual(['closing', 'ended', 'forgotten'])
    expect(record()).toMatchObject({ phase: 'closed', people: [] })
  })

  test('stops with the service', async () => {
    await begin('Fern')
    await send('Ada', { type: 'set-floor', mode: 'piece' })
    await send('Ada', { type: 'pass' })
    stop()
    expect(clock.timers).toBe(0)
    expect(await send('Ada', { type: 'lock' })).toBe('unavailable')
    expect(clock.timers).toBe(0)
  })
})

describe('the end', () => {
  test('is kept on disk until the room is really gone, and a new meeting does not wait for that', async () => {
    await begin('Fern')
    const { id } = record()
    media.down = true
    await send('Ada', { type: 'end' })
    await settle()
    expect(store.load(id)?.phase).toBe('ended')
    expect(record().id).not.toBe(id)
    restart()
    await settle()
    media.down = false
    await clock.advance(SWEEP_MS)
    expect(store.load(id)).toBeNull()
    expect(media.rooms()).toEqual([])
  })

  test('is on everybody’s screen before the room goes, and nobody is sent out one by one', async () => {
    await begin('Fern')
    await send('Ada', { type: 'end' })
    await settle()
    expect(media.done).toEqual(['metadata', expect.stringMatching(/^delete /)])
  })
})

describe('after a restart of the server', () => {
  test('everything is as it was, nobody is missed who never left, and a hold is sent at once', async () => {
    await begin('Fern')
    await send('Ada', { type: 'set-floor', mode: 'hands' })
    await send('Fern', { type: 'raise-hand' })
    const before = record()
    restart()
    await settle()
    expect(record()).toEqual(before)
    await send('Ada', { type: 'call', to: idOf('Fern') })
    expect(voice('Fern')).toBe(true)
    media.auto = false
    restart()
    void send('Ada', { type: 'hold', to: idOf('Fern') })
    await settle()
    expect(media.waiting).toContain(`revoke ${idOf('Fern')}`)
  })

  test('the piece finds the next one, whose connection is being renewed just then', async () => {
    await begin('Fern')
    await send('Ada', { type: 'set-floor', mode: 'piece' })
    media.part(room(), idOf('Fern'))
    restart()
    await settle()
    expect(await send('Ada', { type: 'pass' })).toBe('ok')
    await connect('Fern')
    expect(record().floor.speaker).toBe(idOf('Fern'))
    expect(voice('Fern')).toBe(true)
  })

  test('a key-holder who came back meanwhile is found before time does anything', async () => {
    await begin('Fern')
    media.part(room(), idOf('Ada'))
    await meetings.noticed({ kind: 'left', room: room(), identity: idOf('Ada') })
    await clock.advance(AWAY_AFTER_MS)
    stop()
    await clock.advance(SAFE_AFTER_SECONDS * 2000)
    media.join(room(), idOf('Ada'), { hear: true, speak: true, data: true })
    restart()
    const phases = new Set<string>()
    meetings.onChange((_, one) => phases.add(one?.phase ?? 'forgotten'))
    await settle()
    expect(record()).toMatchObject({ phase: 'open', keysGoneSince: null })
    expect(phases).toEqual(new Set(['open']))
  })

  test('rooms of older epochs are taken down and rooms of others left alone', async () => {
    await begin('Fern')
    await media.ensureRoom(`${record().id}.0`, '{}', 1)
    await media.ensureRoom('somebody-else', '{}', 1)
    restart()
    await settle()
    expect(media.rooms().sort()).toEqual([room(), 'somebody-else'].sort())
  })
})
