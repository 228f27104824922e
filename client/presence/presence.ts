// Everybody's pose: one's own goes out, the others' are buffered and drawn slightly in the past. Only people of the snapshot
// have a buffer. A pose is relative to the sender's own seat and decodes to within arm's reach of it, so nobody can come nearer.

import type { Identity } from '#protocol/meeting.ts'
import { createPoseRoom, decodePose, type Pose } from '#protocol/pose.ts'
import type { Clock } from '../meeting/clock.ts'
import type { Presence } from '../meeting/session.ts'
import { createPoseBuffer, type PoseBuffer } from './poseBuffer.ts'
import { createPoseSender } from './poseSender.ts'

/** Poses a second that anybody may send before the rest is dropped: a flood costs us nothing. */
const MOST_PER_SECOND = 40

export interface PresenceCore extends Presence {
  /** A pose packet of somebody, named by the media server. */
  receive(identity: string, payload: Uint8Array): void
  /** Who is in the circle besides oneself; buffers of others are forgotten. */
  setPeople(identities: Iterable<Identity>): void
  /** Packets of unknown people, malformed, late, doubled or too many. */
  dropped(): number
}

interface Person {
  readonly buffer: PoseBuffer
  windowMs: number
  inWindow: number
}

/** Creates the presence of one meeting; `send` gets bytes that are only valid during the call. */
export function createPresence(clock: Clock, send: (bytes: Uint8Array<ArrayBuffer>) => boolean): PresenceCore {
  const people = new Map<string, Person>()
  const sender = createPoseSender(send)
  let dropped = 0
  const incoming = createPoseRoom()

  function take(person: Person, payload: Uint8Array, nowMs: number): boolean {
    if (nowMs - person.windowMs >= 1_000) {
      person.windowMs = nowMs
      person.inWindow = 0
    }
    if (++person.inWindow > MOST_PER_SECOND) return false
    const timed = decodePose(payload, incoming)
    return timed !== null && person.buffer.add(timed.pose, timed.sequence, timed.timeMs, nowMs)
  }

  return {
    setOwn: (pose: Pose) => sender.offer(pose, clock.nowMs()),
    sample: (identity, nowMs, out) => people.get(identity)?.buffer.sample(nowMs, out) ?? false,
    receive(identity, payload) {
      const person = people.get(identity)
      if (!person || !take(person, payload, clock.nowMs())) dropped++
    },
    setPeople(identities) {
      const present = new Set<string>(identities)
      for (const identity of people.keys()) if (!present.has(identity)) people.delete(identity)
      for (const identity of present) {
        if (!people.has(identity)) {
          people.set(identity, { buffer: createPoseBuffer(), windowMs: clock.nowMs(), inWindow: 0 })
        }
      }
    },
    dropped: () => dropped,
  }
}
