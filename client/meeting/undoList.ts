// The acts of one person that can still be taken back, newest last. On this page only; what somebody else changed since falls out.

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import type { Refusal, SessionActs } from './session.ts'
import { type Undo, undoOf } from './undoOf.ts'

const KEPT = 10

export interface UndoList {
  readonly list: StoreApi<readonly Undo[]>
  /** Sends a command, and remembers how to take it back when it was done. */
  readonly send: (command: MeetingCommand) => Promise<Refusal | null>
  /** Takes the newest act back that still stands. */
  readonly undo: () => Promise<Refusal | null>
}

/** Gives the newest act that still stands. */
export function newestUndo(list: readonly Undo[], now: MeetingSnapshot | null): Undo | null {
  return now ? (list.findLast((one) => one.stands(now)) ?? null) : null
}

/** Creates an empty list over a meeting's store and its way of sending. */
export function createUndoList(snapshot: () => MeetingSnapshot | null, send: SessionActs['send']): UndoList {
  const list = createStore<readonly Undo[]>(() => [])
  /** The newest act on its way: taking back waits until it is known what there is to take back. */
  let underWay: Promise<Refusal | null> = Promise.resolve(null)

  async function act(command: MeetingCommand): Promise<Refusal | null> {
    const before = snapshot()
    const refusal = await send(command)
    const way = refusal === null && before ? undoOf(command, before) : null
    if (way) list.setState([...list.getState(), way].slice(-KEPT), true)
    return refusal
  }

  return {
    list,
    send(command) {
      underWay = act(command)
      return underWay
    },
    async undo() {
      await underWay
      const newest = newestUndo(list.getState(), snapshot())
      if (!newest) return null
      const refusal = await send(newest.command)
      // Refused: it stays, unless it does not stand any more.
      if (refusal === null) {
        list.setState(
          list.getState().filter((one) => one !== newest),
          true,
        )
      }
      return refusal
    },
  }
}
