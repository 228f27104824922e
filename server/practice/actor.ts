// One simulated member: what they feel like doing next, by their manner and by what the floor gives them. Decides nothing that the
// rules would refuse: nobody is heard who may not speak, nobody passes what they do not hold.

import type { MeetingCommand } from '#protocol/commands.ts'
import type { MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import { maySpeak } from '#protocol/meeting.ts'
import type { CastMember, Manner } from '#protocol/scenario.ts'
import { between, createRandom } from '#protocol/seededRandom.ts'

/** What an actor does when it is time. */
export type Impulse =
  | { readonly does: 'speak'; readonly line: string }
  | { readonly does: MeetingCommand['type'] & ('pass' | 'raise-hand') }

export interface Stage {
  readonly snapshot: MeetingSnapshot
  /** Whether some other simulated member is heard now. */
  readonly othersSpeak: boolean
}

export interface Actor {
  readonly member: CastMember
  /** The seed of voice and movement. */
  readonly voice: number
  /** Looks at the stage, not while speaking; returns what is due now, or null. Sets `dueAt`. */
  look(me: Participant, stage: Stage, nowMs: number): Impulse | null
  /** When it wants to look again although nothing has changed; null: never. */
  dueAt(): number | null
}

/** Lines in one turn. */
const LINES_A_TURN: Readonly<Record<Manner, number>> = {
  shares: 1,
  quiet: 0,
  long: Number.POSITIVE_INFINITY,
  interrupts: 1,
  shouts: Number.POSITIVE_INFINITY,
  weeps: 2,
}
/** Seconds before a line: of the first in a turn, and between two. */
const BREATH: Readonly<Record<Manner, readonly [number, number]>> = {
  shares: [0.9, 2.2],
  quiet: [1.2, 2.6],
  long: [0.5, 1.2],
  interrupts: [0.4, 0.9],
  shouts: [0.2, 0.7],
  weeps: [3.5, 7],
}
/** Seconds before somebody speaks up where the floor is open. */
const PATIENCE: Readonly<Record<Manner, readonly [number, number]>> = {
  shares: [4, 12],
  quiet: [0, 0],
  long: [1, 2.5],
  interrupts: [0.8, 2.4],
  shouts: [0.2, 0.9],
  weeps: [8, 16],
}

type Wish = 'turn-line' | 'pass' | 'speak-up' | 'raise-hand'

/** Creates the actor of a seed; `line` counts what has been said already, so nobody repeats themselves before they must. */
export function createActor(member: CastMember, seed: number): Actor {
  const random = createRandom(seed)
  const { manner, lines } = member
  const loops = manner === 'shouts'
  let said = 0
  let inTurn = false
  let left = 0
  let wish: { readonly what: Wish; readonly at: number } | null = null

  const hasLine = () => lines.length > 0 && (loops || said < lines.length)
  const soon = (nowMs: number, [low, high]: readonly [number, number]) => nowMs + 1000 * between(random, low, high)

  /** Whether somebody of this manner speaks up now where everybody may. */
  function speaksUp(othersSpeak: boolean): boolean {
    if (!hasLine() || manner === 'quiet') return false
    if (manner === 'interrupts') return othersSpeak
    return manner === 'shouts' || manner === 'long' || !othersSpeak
  }

  function wanted(me: Participant, { snapshot, othersSpeak }: Stage): Wish | null {
    const { floor, hands } = snapshot
    if (me.presence !== 'present' || me.held || snapshot.hushed) return null
    if (inTurn) {
      if (left > 0 && hasLine()) return 'turn-line'
      return floor.mode === 'one-voice' ? null : 'pass'
    }
    if (floor.mode === 'open') return maySpeak(snapshot, me.identity) && speaksUp(othersSpeak) ? 'speak-up' : null
    const raises = floor.mode === 'hands' && manner !== 'quiet' && manner !== 'interrupts' && manner !== 'shouts'
    return raises && hasLine() && !hands.includes(me.identity) ? 'raise-hand' : null
  }

  function whenFor(what: Wish, nowMs: number): number {
    if (what === 'turn-line') return soon(nowMs, BREATH[manner])
    if (what === 'pass') return soon(nowMs, manner === 'quiet' ? BREATH.quiet : [0.8, 1.6])
    if (what === 'raise-hand') return soon(nowMs, [3, 18])
    return soon(nowMs, PATIENCE[manner])
  }

  function speak(): Impulse {
    const line = lines[said++ % lines.length] ?? ''
    if (inTurn) left--
    return { does: 'speak', line }
  }

  return {
    member,
    voice: seed,
    look(me, stage, nowMs) {
      const { mode, speaker } = stage.snapshot.floor
      const turn = speaker === me.identity && mode !== 'open' && mode !== 'silence'
      if (turn !== inTurn) {
        inTurn = turn
        left = turn ? (mode === 'one-voice' ? Number.POSITIVE_INFINITY : LINES_A_TURN[manner]) : 0
      }
      const what = wanted(me, stage)
      if (what === null) wish = null
      else if (wish?.what !== what) wish = { what, at: whenFor(what, nowMs) }
      if (!wish || nowMs < wish.at) return null
      const due = wish.what
      // A pass that finds nobody is tried again after another breath.
      wish = null
      if (due === 'pass' || due === 'raise-hand') return { does: due }
      return speak()
    },
    dueAt: () => wish?.at ?? null,
  }
}
