// Keeps one page connected to its chair, or to a side room: idle → connecting → connected ⇄ recovering → left. The SDK repairs what it can and gives
// up after a while; this does not: it claims the same seat again and opens a new link, at most 10 s apart, until told to leave
// or until the server says that the chair is not ours any more.

import type { ErrorCode } from '#protocol/errors.ts'
import type { Answer } from '../api/api.ts'
import type { Clock } from '../meeting/clock.ts'
import type { ConnectionStatus } from '../meeting/session.ts'
import { createBackOff } from './backOff.ts'
import type { LinkEnd, LinkEvents, OpenLink, RoomLink, Ticket } from './roomPort.ts'
import { startStallWatch } from './stallWatch.ts'

export interface RoomConnectionOptions<Place extends Ticket> {
  readonly claim: () => Promise<Answer<Place>>
  readonly open: OpenLink
  readonly clock: Clock
  readonly random: () => number
  readonly onStatus: (status: ConnectionStatus) => void
  /** A claim succeeded; its snapshot is news too. */
  readonly onSeat: (seat: Place) => void
  /** The link to use from now on; null while there is none. */
  readonly onLink: (link: RoomLink | null) => void
  /** What links tell that is not about the connection itself. */
  readonly relay: Pick<LinkEvents, 'onMetadata' | 'onVoice' | 'onData' | 'onMicrophoneChanged'>
  /** The chair is not ours any more: taken by another page, or by the server's word. Status is `left`. */
  readonly onOut: (why: 'moved' | 'not-ours') => void
}

export interface RoomConnection {
  /** Begins, from idle or after leaving. */
  start(): void
  /** Something may have changed for the better (network, page visible again): tries now instead of waiting. */
  poke(): void
  /** Replaces a healthy link by a fresh one, the new before the old ends; does nothing unless connected. */
  renew(): void
  /** Ends everything at once. */
  leave(): void
}

/** Refusals of a claim that no waiting will change. */
const FINAL: readonly (ErrorCode | 'offline')[] = [
  'no-session',
  'not-admitted',
  'blocked',
  'not-allowed',
  'not-found',
  'no-word',
]

/** A link and what it needs for a clean end. */
interface Live {
  readonly link: RoomLink
  signalLost: boolean
  readonly abort: AbortController
  readonly voices: ReadonlyMap<string, string>
}

/** Without signal, so much silence means that the media server is gone; voices or a consent check would have come through. */
const GONE_AFTER_MS = 2_000

/** Creates the connection, idle. */
export function createRoomConnection<Place extends Ticket>(options: RoomConnectionOptions<Place>): RoomConnection {
  const { claim, open, clock, random, onStatus, onSeat, onLink, relay, onOut } = options
  const backOff = createBackOff(random)
  let status: ConnectionStatus = 'idle'
  let live: Live | null = null
  /** The try under way; aborting it makes everything it still says void. */
  let trying: AbortController | null = null
  let renewing = false
  let cancelRetry = () => {}
  let stopWatch = () => {}

  function setStatus(next: ConnectionStatus) {
    if (next === status) return
    status = next
    onStatus(next)
  }

  /** Closes a link; its voices are gone before anybody can ask for them. */
  function close(old: Live | null) {
    if (!old) return
    old.abort.abort()
    old.link.close()
    for (const [id, identity] of old.voices) relay.onVoice(identity, id, null)
  }

  function drop() {
    stopWatch()
    if (!live) return
    const old = live
    live = null
    close(old)
    onLink(null)
  }

  function end(why: 'moved' | 'not-ours' | null) {
    trying?.abort()
    trying = null
    cancelRetry()
    drop()
    setStatus('left')
    if (why) onOut(why)
  }

  function retryLater() {
    setStatus('recovering')
    cancelRetry()
    cancelRetry = clock.after(backOff.next(), () => void attempt())
  }

  function adopt(fresh: Live) {
    stopWatch()
    const old = live
    live = fresh
    backOff.reset()
    stopWatch = startStallWatch({
      clock,
      received: () => fresh.link.received(),
      onQuiet(quietMs) {
        if (fresh.signalLost && quietMs >= GONE_AFTER_MS) void replace(fresh)
      },
      onStalled: () => setStatus('recovering'),
      onFlowing: () => setStatus('connected'),
      onDead: () => onEnded('lost'),
    })
    onLink(fresh.link)
    setStatus('connected')
    close(old)
  }

  /** The link in use ended by itself. */
  function onEnded(why: LinkEnd) {
    // While a renewal is under way the newcomer is ourselves.
    if (why === 'duplicate' && !renewing) return end('moved')
    drop()
    // `removed` and `refused` are asked about rather than believed: the next claim says whether the chair is still ours.
    if (!renewing) retryLater()
  }

  /**
   * Neither signal nor sound: most likely a media server that was started anew and knows nothing of this link. When our server can
   * give the chair again, a fresh link is quicker than the SDK's repair; while it cannot, the old link is not given up.
   */
  async function replace(dead: Live): Promise<void> {
    if (trying || live !== dead) return
    setStatus('recovering')
    const abort = new AbortController()
    trying = abort
    const seat = await claim()
    if (abort.signal.aborted) return
    trying = null
    if (live !== dead || !dead.signalLost) return
    if (!seat.ok) return FINAL.includes(seat.refusal.code) ? end('not-ours') : undefined
    drop()
    await attempt(seat)
  }

  /** One link, and the claim for it unless there is one already. */
  async function attempt(claimed?: Answer<Place>): Promise<void> {
    cancelRetry()
    trying?.abort()
    const abort = new AbortController()
    trying = abort
    const again = () => {
      trying = null
      if (!live) retryLater()
    }

    const seat = claimed ?? (await claim())
    if (abort.signal.aborted) return
    if (!seat.ok) return FINAL.includes(seat.refusal.code) ? end('not-ours') : again()
    onSeat(seat.value)
    if (abort.signal.aborted) return

    const voices = new Map<string, string>()
    let mine: Live | null = null
    let ended: LinkEnd | null = null
    const heard = (act: () => void) => {
      if (!abort.signal.aborted) act()
    }
    const ifInUse = (act: (one: Live) => void) => heard(() => mine && mine === live && act(mine))
    const opened = await open(
      seat.value,
      {
        onSignalLost: () => ifInUse((one) => (one.signalLost = true)),
        onRecovering: () =>
          ifInUse((one) => {
            one.signalLost = true
            setStatus('recovering')
          }),
        onRecovered: () =>
          ifInUse((one) => {
            one.signalLost = false
            setStatus('connected')
          }),
        onEnded(why) {
          ended = why
          ifInUse(() => onEnded(why))
        },
        onMetadata: (text) => heard(() => relay.onMetadata(text)),
        onVoice: (identity, id, track) =>
          heard(() => {
            if (track) voices.set(id, identity)
            else voices.delete(id)
            relay.onVoice(identity, id, track)
          }),
        onData: (topic, identity, payload) => heard(() => relay.onData(topic, identity, payload)),
        onMicrophoneChanged: () => ifInUse(() => relay.onMicrophoneChanged()),
      },
      abort.signal,
    )
    if (abort.signal.aborted) return opened.ok ? opened.link.close() : undefined
    const failure = opened.ok ? ended : opened.end
    if (failure) {
      if (opened.ok) opened.link.close()
      return failure === 'duplicate' && !live ? end('moved') : again()
    }
    if (!opened.ok) return
    trying = null
    mine = { link: opened.link, signalLost: false, abort, voices }
    adopt(mine)
  }

  return {
    start() {
      if (status !== 'idle' && status !== 'left') return
      setStatus('connecting')
      backOff.reset()
      void attempt()
    },
    poke() {
      if (status !== 'recovering' || live) return
      backOff.reset()
      void attempt()
    },
    renew() {
      if (status !== 'connected' || renewing) return
      renewing = true
      void attempt().finally(() => {
        renewing = false
      })
    },
    leave: () => end(null),
  }
}
