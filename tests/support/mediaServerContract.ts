// What the domain may rely on, whichever media server stands behind the port. Run over the one in memory by the unit tests and over
// a real LiveKit by the integration tests.

import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MediaUnavailable } from '../../server/meetings/ports.ts'
import type { MediaServer } from '../../server/meetings/ports.ts'

export interface MediaServerUnderTest {
  readonly media: MediaServer
  /** The same kind of server with keys of its own. */
  readonly stranger: MediaServer
  /** One that nobody answers for. */
  readonly unreachable: MediaServer
  /** Lets the bearer of a token in and resolves when they are; returns what lets them go. Rejects when they are not let in. */
  connect(token: string): Promise<() => Promise<void>>
  stop(): Promise<void>
}

const HOLD = { hear: true, speak: false, data: true }
const GIVE = { hear: true, speak: true, data: true }

export function mediaServerContract(name: string, make: () => Promise<MediaServerUnderTest>): void {
  describe(`a media server (${name})`, () => {
    let subject: MediaServerUnderTest
    let media: MediaServer
    let room: string
    let leavers: (() => Promise<void>)[]

    beforeEach(async () => {
      subject = await make()
      media = subject.media
      room = `m_${randomBytes(6).toString('hex')}.1`
      leavers = []
    })
    afterEach(async () => {
      for (const leave of leavers) await leave()
      await subject.stop()
    })

    const identity = () => `p_${randomBytes(8).toString('hex')}`
    async function arrive(rights = GIVE): Promise<string> {
      const who = identity()
      leavers.push(await subject.connect(await media.mint(room, who, rights, 60)))
      return who
    }

    test('is ready when it answers', async () => {
      expect(await media.ready()).toBe(true)
      expect(await subject.unreachable.ready()).toBe(false)
    })

    test('has a room from when it was made until it is taken down, however often one asks', async () => {
      await media.ensureRoom(room, '{}', 12)
      await media.ensureRoom(room, '{}', 12)
      expect(await media.listRooms()).toContain(room)
      await media.deleteRoom(room)
      await media.deleteRoom(room)
      expect(await media.listRooms()).not.toContain(room)
    })

    test('lets nobody into a room that was not made', async () => {
      await expect(arrive()).rejects.toThrow()
      expect(await media.listRooms()).not.toContain(room)
    })

    test('knows its own tokens, old ones too, and nobody else’s', async () => {
      const who = identity()
      const token = await media.mint(room, who, GIVE, 60)
      expect(await media.verify(token)).toEqual({ identity: who, room })
      expect(await media.verify(await media.mint(room, who, GIVE, -3600))).toEqual({ identity: who, room })
      expect(await media.verify(await subject.stranger.mint(room, who, GIVE, 60))).toBeNull()
      for (const other of ['', 'x', 'x.y.z', `${token}x`]) expect(await media.verify(other), other).toBeNull()
    })

    test('says that nobody is in a room that is not there', async () => {
      expect(await media.participants(room)).toEqual([])
    })

    test('lists who is there with the rights that they came with', async () => {
      await media.ensureRoom(room, '{}', 12)
      const speaker = await arrive(GIVE)
      const listener = await arrive(HOLD)
      await vi.waitFor(
        async () =>
          expect(new Map((await media.participants(room)).map((one) => [one.identity, one.rights]))).toEqual(
            new Map([
              [speaker, GIVE],
              [listener, HOLD],
            ]),
          ),
        5000,
      )
    })

    test('changes rights there and back', async () => {
      await media.ensureRoom(room, '{}', 12)
      const who = await arrive(GIVE)
      for (const rights of [HOLD, GIVE, { hear: true, speak: true, data: false }, HOLD]) {
        await media.setRights(room, who, rights)
        await vi.waitFor(async () => expect(await media.participants(room)).toEqual([{ identity: who, rights }]), 5000)
      }
    })

    test('removes a person, and does not mind one who is gone', async () => {
      await media.ensureRoom(room, '{}', 12)
      const who = await arrive()
      await media.remove(room, who)
      await vi.waitFor(async () => expect(await media.participants(room)).toEqual([]), 5000)
      await media.remove(room, who)
      await media.setRights(room, identity(), HOLD)
      await media.remove('m_nowhere.1', identity())
    })

    test('takes metadata for a room that is there and says so when it is not', async () => {
      await media.ensureRoom(room, '{"revision":1}', 12)
      await media.setMetadata(room, '{"revision":2}')
      await media.deleteRoom(room)
      await expect(media.setMetadata(room, '{}')).rejects.toThrow(MediaUnavailable)
    })

    test('that nobody answers for rejects as unavailable, whatever is asked', async () => {
      const dead = subject.unreachable
      for (const ask of [
        () => dead.ensureRoom(room, '{}', 12),
        () => dead.deleteRoom(room),
        () => dead.listRooms(),
        () => dead.participants(room),
        () => dead.setRights(room, identity(), HOLD),
        () => dead.remove(room, identity()),
        () => dead.setMetadata(room, '{}'),
      ]) {
        await expect(ask()).rejects.toThrow(MediaUnavailable)
      }
    })
  })
}
