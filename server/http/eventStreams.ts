// The open personal streams (server-sent events), by session. Each says a thing once: what has not changed is not sent again.

import type { Response } from 'express'
import type { PersonalEvent } from '#protocol/api.ts'
import type { SessionHash } from '../meetings/record.ts'

export interface EventStreams {
  /** Turns an answer into a stream that begins with `first`. One more than a session may have ends its oldest. */
  open(session: SessionHash, response: Response, first: readonly PersonalEvent[]): void
  send(session: SessionHash, events: readonly PersonalEvent[]): void
  /** Everybody who listens now. */
  sessions(): SessionHash[]
  stop(): void
}

export const STREAMS_PER_SESSION = 6
/** Milliseconds between two signs of life, for proxies that end silent connections. */
const HEARTBEAT_MS = 15_000
/** Bytes that may wait for a browser that does not read; more, and it has to come back. */
const MOST_WAITING = 1024 * 1024

interface Stream {
  readonly response: Response
  readonly said: Map<PersonalEvent['type'], string>
}

export function createEventStreams(heartbeatMs = HEARTBEAT_MS): EventStreams {
  const streams = new Map<SessionHash, Set<Stream>>()

  function write({ response, said }: Stream, event: PersonalEvent): void {
    const key = fingerprint(event)
    if (said.get(event.type) === key) return
    said.set(event.type, key)
    response.write(`data: ${JSON.stringify(event)}\n\n`)
    if (response.writableLength > MOST_WAITING) response.destroy()
  }

  const heartbeat = setInterval(() => {
    for (const set of streams.values()) for (const { response } of set) response.write(':\n\n')
  }, heartbeatMs)
  heartbeat.unref()

  return {
    open(session, response, first) {
      const set = streams.get(session) ?? new Set()
      streams.set(session, set)
      const stream: Stream = { response, said: new Map() }
      set.add(stream)
      response.once('close', () => {
        set.delete(stream)
        if (set.size === 0 && streams.get(session) === set) streams.delete(session)
      })
      // The oldest goes, not the newest: after a change of network the old ones are dead and nobody has noticed yet.
      const [oldest] = set
      if (set.size > STREAMS_PER_SESSION && oldest) {
        set.delete(oldest)
        oldest.response.end()
      }
      response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
      response.flushHeaders()
      response.write('retry: 1000\n\n')
      for (const event of first) write(stream, event)
    },
    send(session, events) {
      for (const stream of streams.get(session) ?? []) for (const event of events) write(stream, event)
    },
    sessions: () => [...streams.keys()],
    stop() {
      clearInterval(heartbeat)
      for (const set of streams.values()) for (const { response } of set) response.end()
    },
  }
}

/** What makes two events the same: everything but the time at which they were made. */
function fingerprint(event: PersonalEvent): string {
  return JSON.stringify(event.type === 'me' ? { ...event.me, serverTime: 0 } : event)
}
