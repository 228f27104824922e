// What the circle does together, as it is seen: somebody's chip or candle handed over before all, and the closing ring of light in
// everybody's hands. Follows the snapshot; the server's clock says how far it is.

import { Vector4 } from 'three'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { runsMeeting } from '#protocol/roles.ts'
import type { Frame } from '../frame.ts'
import type { People } from '../people/people.ts'
import { GLOWS } from '../rooms/glowShader.ts'
import type { Glows } from '../rooms/glows.ts'
import type { Table } from '../rooms/roomFacts.ts'
import { fromSeat } from '../view/seatView.ts'
import { GIFT_AT, giftFlight, ringLight, type GiftFlight } from './giftFlight.ts'

/** A thing's place (w: turn) and what multiplies it (w: size). */
export interface Placed {
  readonly at: Vector4
  readonly shine: Vector4
}

export interface Together {
  seat(snapshot: MeetingSnapshot): void
  /** Moves chip and candle and adds the glows; `nowMs` is the server's clock. */
  update(frame: Pick<Frame, 'delta'>, nowMs: number, table: Table, still: boolean): void
}

/** Something that began and may be over: the seconds since either. */
interface Lasting {
  readonly since: number
  /** Seconds of the space since it was over; 0 while it goes on. */
  over: number
  ended: boolean
}

/** Creates what shows milestones and the ring. */
export function createTogether(people: People, glows: Pick<Glows, 'add'>, chip: Placed, candle: Placed): Together {
  let milestone: (Lasting & { readonly to: string; readonly from: string | null; readonly thing: Placed }) | null = null
  let ring: Lasting | null = null
  const flight: GiftFlight = { share: 0, lift: 0, turn: 0, size: 0, glow: 0 }
  const start = { x: 0, y: 0, z: 0 }
  const end = { x: 0, y: 0, z: 0 }

  /** Lets what is over go on to fade. */
  const pass = (lasting: Lasting, delta: number) => {
    if (lasting.ended) lasting.over += delta
  }

  function moveGift(seconds: number, table: Table, still: boolean): void {
    chip.shine.w = 0
    candle.shine.w = 0
    const to = milestone && people.find(milestone.to)
    if (!milestone || !to) return
    giftFlight(seconds, milestone.over, still, flight)
    const { at, shine } = milestone.thing
    const from = milestone.from === null ? undefined : people.find(milestone.from)
    if (from) fromSeat(from.place, GIFT_AT[0], GIFT_AT[1], GIFT_AT[2], start)
    else Object.assign(start, { x: table.x, y: table.y + 0.06, z: table.z })
    fromSeat(to.place, GIFT_AT[0], GIFT_AT[1], GIFT_AT[2], end)
    const on = (a: number, b: number) => a + (b - a) * flight.share
    at.set(on(start.x, end.x), on(start.y, end.y) + flight.lift, on(start.z, end.z), to.place.yaw + flight.turn)
    shine.set(1, 1, 1, flight.size)
    glows.add(GLOWS.halo, at.x, at.y, at.z, 0.26, 1, 0.78, 0.42, flight.glow * 0.5)
    if (milestone.thing === candle)
      glows.add(GLOWS.candle, at.x, at.y + 0.108 * flight.size, at.z, 0.052 * flight.size, 1, 1, 1, flight.size)
  }

  function lightRing(since: Lasting, seconds: number, still: boolean): void {
    const { all } = people
    for (let i = 0; i < all.length; i++) {
      const bright = ringLight(i / all.length, seconds, since.over, still)
      if (bright < 0.02) continue
      fromSeat(all[i]!.place, 0, 0.76, -0.38, end)
      glows.add(GLOWS.orb, end.x, end.y, end.z, 0.15, 1, 0.66, 0.32, bright * 0.75)
    }
  }

  return {
    seat({ together, participants }) {
      const called = together.milestone
      if (!called) {
        if (milestone) milestone.ended = true
      } else if (milestone?.since !== called.since || milestone.to !== called.identity) {
        const giver = participants.find((one) => runsMeeting(one) && one.identity !== called.identity)
        milestone = {
          since: called.since,
          over: 0,
          ended: false,
          to: called.identity,
          from: giver?.identity ?? null,
          thing: called.kind === 'chip' ? chip : candle,
        }
      }
      if (together.ring === null) {
        if (ring) ring.ended = true
      } else if (ring?.since !== together.ring) ring = { since: together.ring, over: 0, ended: false }
    },
    update({ delta }, nowMs, table, still) {
      if (milestone) pass(milestone, delta)
      moveGift((nowMs - (milestone?.since ?? 0)) / 1000, table, still)
      if (!ring) return
      pass(ring, delta)
      lightRing(ring, (nowMs - ring.since) / 1000, still)
    },
  }
}
