// A media server in memory: rooms, who is in them with which rights, and tokens that are signed so that a forged one shows.
// It can be told to be unreachable. mediaServerContract.ts holds it to what the real one does.

import { createHmac, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { MediaUnavailable } from '../../server/meetings/ports.ts'
import type { MediaRights, MediaServer } from '../../server/meetings/ports.ts'

const rightsSchema = z.object({ hear: z.boolean(), speak: z.boolean(), data: z.boolean() })
const tagSchema = z.object({ room: z.string(), identity: z.string(), rights: rightsSchema, until: z.number() })

export interface MemoryRoom {
  metadata: string
  readonly maxParticipants: number
  readonly people: Map<string, MediaRights>
}

export interface MemoryMediaServer extends MediaServer {
  readonly rooms: ReadonlyMap<string, MemoryRoom>
  /** What was asked of it, newest last: `setRights p_…`, `remove p_…`. */
  readonly calls: readonly string[]
  /** While true, every call is refused as by a dead server. */
  down: boolean
  /** Lets the bearer of a token in, as the real one would. @throws Error when it would not. */
  connect(token: string): void
  /** The rights that a token carries. */
  rightsIn(token: string): MediaRights
  disconnect(identity: string): void
}

export function createMemoryMediaServer(secret: string = randomBytes(16).toString('hex')): MemoryMediaServer {
  const rooms = new Map<string, MemoryRoom>()
  const calls: string[] = []
  const sign = (payload: string) => createHmac('sha256', secret).update(payload).digest('base64url')

  function open(token: string): z.infer<typeof tagSchema> | null {
    const [payload = '', signature] = token.split('.')
    if (payload === '' || signature !== sign(payload)) return null
    return tagSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  }

  async function asked<T>(call: string, answer: () => T): Promise<T> {
    calls.push(call)
    await Promise.resolve()
    if (server.down) throw new MediaUnavailable('down')
    return answer()
  }

  const server: MemoryMediaServer = {
    rooms,
    calls,
    down: false,
    ensureRoom: (room, metadata, maxParticipants) =>
      asked(`ensureRoom ${room}`, () => {
        if (!rooms.has(room)) rooms.set(room, { metadata, maxParticipants, people: new Map() })
      }),
    deleteRoom: (room) => asked(`deleteRoom ${room}`, () => void rooms.delete(room)),
    listRooms: () => asked('listRooms', () => [...rooms.keys()]),
    participants: (room) =>
      asked(`participants ${room}`, () =>
        [...(rooms.get(room)?.people ?? [])].map(([identity, rights]) => ({ identity, rights })),
      ),
    setRights: (room, identity, rights) =>
      asked(`setRights ${identity}`, () => {
        const people = rooms.get(room)?.people
        if (people?.has(identity)) people.set(identity, rights)
      }),
    remove: (room, identity) => asked(`remove ${identity}`, () => void rooms.get(room)?.people.delete(identity)),
    setMetadata: (room, metadata) =>
      asked(`setMetadata ${room}`, () => {
        const known = rooms.get(room)
        if (!known) throw new MediaUnavailable('no such room')
        known.metadata = metadata
      }),
    async mint(room, identity, rights, lifeSeconds) {
      const until = Date.now() + lifeSeconds * 1000
      const payload = Buffer.from(JSON.stringify({ room, identity, rights, until })).toString('base64url')
      return `${payload}.${sign(payload)}`
    },
    async verify(token) {
      const tag = open(token)
      return tag && { identity: tag.identity, room: tag.room }
    },
    ready: async () => !server.down,
    connect(token) {
      const tag = open(token)
      const room = rooms.get(tag?.room ?? '')
      if (!tag || tag.until < Date.now() || !room) throw new Error('the media server does not let this token in')
      room.people.set(tag.identity, tag.rights)
    },
    rightsIn(token) {
      const tag = open(token)
      if (!tag) throw new Error('not a token of this server')
      return tag.rights
    },
    disconnect(identity) {
      for (const { people } of rooms.values()) people.delete(identity)
    },
  }
  return server
}
