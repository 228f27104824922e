// Finds out who we are and stays in touch about it: link, cookie, /api/me, and the stream of personal events.
// It never gives up: without a network it asks again, ever slower, and at once when the page comes back to life.

import type { Care } from '#protocol/care.ts'
import type { Milestones } from '#protocol/together.ts'
import type { DoorEntry, Me, PersonalEvent } from '#protocol/api.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import type { PracticeView } from '#protocol/practice.ts'
import type { Answer, Api, EnterRequest, Refusal } from '../api/api.ts'
import { type Events, type EventStream, startEvents } from '../api/events.ts'
import { createBackOff } from '../room/backOff.ts'
import { type Clock, startEvery } from './clock.ts'

/** A hanging stream is found by asking: so often while one waits, so often in the circle where LiveKit tells most. */
const ASK_EVERY_MS = 20_000
/** A broken stream is mostly a server that starts again: asked about when it has had a moment. */
const ASK_AFTER_BREAK_MS = 2_000

export interface ArrivalOptions {
  readonly api: Api
  readonly openEvents: (url: string) => EventStream
  readonly clock: Clock
  readonly random: () => number
  /** The page's link, taken from the address bar already. */
  readonly link: EnterRequest | 'unreadable' | null
  readonly onMe: (me: Me) => void
  readonly onDoor: (entries: readonly DoorEntry[]) => void
  readonly onSnapshot: (snapshot: MeetingSnapshot) => void
  readonly onClaimed: (claim: string) => void
  readonly onPaired: () => void
  readonly onPractice: (practice: PracticeView | null) => void
  readonly onCare: (care: Care) => void
  readonly onMilestones: (milestones: Milestones) => void
  readonly onFeedback: (lines: readonly string[]) => void
  /** What is said to this person alone; told.ts knows what it changes. */
  readonly onTold: (event: PersonalEvent) => void
  /** No usable link and no usable cookie. */
  readonly onLost: (refusal: Refusal) => void
  /** No answer to the last question; it goes on by itself. */
  readonly onUnreachable: () => void
  /** An answer after that. */
  readonly onReachable: () => void
}

export interface Arrival {
  /** Takes a Me that came as the answer to an act. */
  take(me: Me): void
  /** The page came back to life: asks now. */
  poke(): void
  /** The browser stands for another session now: begins anew. */
  anew(): void
  stop(): void
}

/** Begins to arrive. */
export function startArrival(options: ArrivalOptions): Arrival {
  const { api, clock, onMe, onLost, onUnreachable } = options
  const backOff = createBackOff(options.random)
  let { link } = options
  let events: Events | null = null
  let last: Me | null = null
  let cancel = () => {}
  let stopped = false
  let asking = false
  /** Answers to what was asked as somebody else are not listened to. */
  let turn = 0
  let unreachable = false
  let badLink: Refusal | null = null

  /** Older answers must not undo newer events. */
  function take(me: Me): void {
    if (stopped || (last && me.serverTime < last.serverTime)) return
    last = me
    onMe(me)
  }

  function listen(): Events {
    return startEvents({
      url: api.eventsUrl,
      open: options.openEvents,
      clock,
      onBroken() {
        cancel()
        cancel = clock.after(ASK_AFTER_BREAK_MS, () => void ask())
      },
      onBack: () => void ask(),
      onEvent(event) {
        if (event.type === 'me') take(event.me)
        if (event.type === 'door') options.onDoor(event.entries)
        if (event.type === 'snapshot') options.onSnapshot(event.snapshot)
        if (event.type === 'moved') options.onClaimed(event.claim)
        if (event.type === 'paired') options.onPaired()
        if (event.type === 'practice') options.onPractice(event.practice)
        if (event.type === 'care') options.onCare(event.care)
        if (event.type === 'milestones') options.onMilestones(event.milestones)
        if (event.type === 'feedback') options.onFeedback(event.lines)
        options.onTold(event)
      },
    })
  }

  function again(refusal: Refusal) {
    // `internal`, `too-many` and `unavailable` pass as well; only this says that no waiting helps.
    if (refusal.code === 'no-session') {
      events?.stop()
      events = null
      onLost(badLink ?? refusal)
      return
    }
    unreachable = true
    onUnreachable()
    cancel()
    cancel = clock.after(backOff.next(), () => void ask())
  }

  /** Posts the link once; one that does not work any more still leaves the cookie to try. */
  async function enter(): Promise<Answer<null>> {
    if (link === 'unreadable') badLink = { code: 'unknown-link' }
    if (link === null || link === 'unreadable' || badLink) return { ok: true, value: null }
    const entered = await api.enter(link)
    if (entered.ok) link = null
    else if (entered.refusal.code === 'unknown-link') badLink = entered.refusal
    return badLink ? { ok: true, value: null } : entered
  }

  async function ask() {
    if (asking || stopped) return
    asking = true
    cancel()
    const mine = turn
    const entered = await enter()
    const answer = entered.ok ? await api.me() : entered
    if (mine !== turn) return
    asking = false
    if (stopped) return
    if (!answer.ok) return again(answer.refusal)
    backOff.reset()
    if (unreachable) options.onReachable()
    unreachable = false
    const me = answer.value
    const missed =
      last !== null && (me.knock !== last.knock || me.phase !== last.phase) && me.serverTime > last.serverTime
    take(me)
    if (events && missed) events.reopen()
    events ??= listen()
  }

  void ask()
  const stopAsking = startEvery(clock, ASK_EVERY_MS, () => {
    if (events) void ask()
  })
  return {
    take,
    poke() {
      backOff.reset()
      void ask()
    },
    anew() {
      turn++
      asking = false
      unreachable = false
      events?.stop()
      events = null
      last = null
      badLink = null
      backOff.reset()
      void ask()
    },
    stop() {
      stopped = true
      cancel()
      stopAsking()
      events?.stop()
    },
  }
}
