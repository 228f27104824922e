// The stream of what concerns one person only. It comes back by itself for as long as it is wanted.
// EventSource hides the server's heartbeat comments, so a stream that hangs is found by whoever compares with /api/me.

import { personalEventSchema, type PersonalEvent } from '#protocol/api.ts'
import type { Clock } from '../meeting/clock.ts'

/** The part of EventSource that is used. */
export interface EventStream {
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (message: { readonly data: unknown }) => void): void
  readonly readyState: number
  close(): void
}

export interface EventsOptions {
  readonly url: string
  readonly open: (url: string) => EventStream
  readonly clock: Clock
  readonly onEvent: (event: PersonalEvent) => void
  /** The stream broke; it tries again by itself. */
  readonly onBroken: () => void
  /** The stream stands again after a gap: whatever was missed must be asked for. */
  readonly onBack: () => void
}

export interface Events {
  /** Opens a fresh stream now: the old one hangs, or the network just came back. */
  reopen(): void
  /** Events that could not be read. */
  dropped(): number
  stop(): void
}

const CLOSED = 2
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000

function parseEvent(data: unknown): PersonalEvent | null {
  if (typeof data !== 'string') return null
  try {
    return personalEventSchema.safeParse(JSON.parse(data)).data ?? null
  } catch {
    // Not JSON: counted by the caller.
    return null
  }
}

/** Starts listening; events that cannot be read are dropped and counted. */
export function startEvents({ url, open, clock, onEvent, onBroken, onBack }: EventsOptions): Events {
  let stream: EventStream | null = null
  let cancelRetry = () => {}
  let waitMs = FIRST_WAIT_MS
  let broken = false
  let dropped = 0

  function connect() {
    cancelRetry()
    stream?.close()
    const mine = open(url)
    stream = mine
    mine.addEventListener('open', () => {
      waitMs = FIRST_WAIT_MS
      if (broken) onBack()
      broken = false
    })
    mine.addEventListener('message', (message) => {
      const event = parseEvent(message.data)
      if (event) onEvent(event)
      else dropped++
    })
    mine.addEventListener('error', () => {
      if (!broken) onBroken()
      broken = true
      // The browser retries by itself unless it was answered with an error status; then it is our turn.
      if (mine.readyState !== CLOSED || mine !== stream) return
      cancelRetry()
      cancelRetry = clock.after(waitMs, connect)
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
    })
  }

  connect()
  return {
    reopen() {
      broken = true
      connect()
    },
    dropped: () => dropped,
    stop() {
      cancelRetry()
      stream?.close()
      stream = null
    },
  }
}
