// What takes an act back, where there is a way: the command, what it is called, and whether there is still anything to take back.

import type { MeetingCommand } from '#protocol/commands.ts'
import type { Identity, MeetingSnapshot } from '#protocol/meeting.ts'

export interface Undo {
  readonly command: MeetingCommand
  /** What pressing it does, as a button says it. */
  readonly words: string
  /** False once somebody else has changed the same thing. */
  readonly stands: (now: MeetingSnapshot) => boolean
}

const personIn = (snapshot: MeetingSnapshot, identity: Identity) =>
  snapshot.participants.find((one) => one.identity === identity)

function undoFloor(before: MeetingSnapshot, done: MeetingCommand & { type: 'set-floor' }): Undo | null {
  const { mode, speaker } = before.floor
  if (mode === done.mode && (speaker === null || speaker === done.speaker)) return null
  const toSpeaker = mode === 'one-voice' && speaker !== null ? { speaker } : {}
  const again = mode === done.mode
  return {
    command: { type: 'set-floor', mode, ...toSpeaker },
    words: again ? 'Give the word back' : 'Floor as it was',
    stands: ({ floor }) => floor.mode === done.mode && (!again || floor.speaker === done.speaker),
  }
}

function undoStep(before: MeetingSnapshot): Undo | null {
  const run = before.script
  if (!run) return null
  return {
    command: { type: 'go-to-step', step: run.index },
    words: `Back to ${run.titles[run.index] ?? 'the step'}`,
    stands: ({ script }) => script !== null && script.pausedAt === null && script.index !== run.index,
  }
}

/** Tells how to take back what was done in the state `before`; null where that cannot be. */
export function undoOf(done: MeetingCommand, before: MeetingSnapshot): Undo | null {
  switch (done.type) {
    case 'hold':
    case 'release': {
      const { to } = done
      const held = done.type === 'hold'
      const name = personIn(before, to)?.name ?? 'them'
      return {
        command: { type: held ? 'release' : 'hold', to },
        words: held ? `Release ${name}` : `Hold ${name} again`,
        stands: (now) => personIn(now, to)?.held === held,
      }
    }
    case 'seat-by-door':
    case 'seat-back': {
      const { to } = done
      const byDoor = done.type === 'seat-by-door'
      const name = personIn(before, to)?.name ?? 'them'
      return {
        command: { type: byDoor ? 'seat-back' : 'seat-by-door', to },
        words: byDoor ? `${name} back to the round` : `${name} by the door again`,
        stands: (now) => personIn(now, to)?.byDoor === byDoor,
      }
    }
    case 'care-pause':
      return { command: { type: 'end-care-pause' }, words: 'Go on', stands: (now) => now.carePause }
    case 'set-share': {
      const seconds = before.shareSeconds
      return {
        command: { type: 'set-share', seconds },
        words: 'Shares as they were',
        stands: (now) => now.shareSeconds === done.seconds,
      }
    }
    case 'assign-step': {
      const was = before.script?.assigned.find((one) => one.step === done.step)?.identity ?? null
      return {
        command: { type: 'assign-step', step: done.step, to: was },
        words: 'The step’s lead as it was',
        stands: ({ script }) => {
          const now = script?.assigned.find((one) => one.step === done.step)?.identity ?? null
          return script !== null && now === done.to
        },
      }
    }
    case 'lock':
      return { command: { type: 'unlock' }, words: 'Unlock the door', stands: (now) => now.locked && !now.hushed }
    case 'unlock':
      return { command: { type: 'lock' }, words: 'Lock the door again', stands: (now) => !now.locked }
    case 'set-floor':
      return undoFloor(before, done)
    case 'reverse-piece': {
      const { direction } = before.floor
      return {
        command: { type: 'reverse-piece' },
        words: 'Turn it back',
        stands: ({ floor }) => floor.mode === 'piece' && floor.direction !== direction,
      }
    }
    case 'hand-piece': {
      const { speaker } = before.floor
      const name = speaker && personIn(before, speaker)?.name
      if (!speaker || !name) return null
      return {
        command: { type: 'hand-piece', to: speaker },
        words: `Piece back to ${name}`,
        stands: ({ floor }) => floor.mode === 'piece' && floor.speaker === done.to,
      }
    }
    case 'hand-role': {
      const was = personIn(before, done.to)
      if (!was || was.role === done.role) return null
      return {
        command: { type: 'hand-role', to: done.to, role: was.role },
        words: `${was.name}’s role as it was`,
        stands: (now) => personIn(now, done.to)?.role === done.role,
      }
    }
    case 'set-environment': {
      const { environment, dim } = before
      return {
        command: { type: 'set-environment', environment, dim },
        words: 'Room as it was',
        stands: (now) => now.environment === done.environment && now.dim === done.dim,
      }
    }
    case 'next-step':
    case 'previous-step':
    case 'go-to-step':
      return undoStep(before)
    case 'skip-step':
      return {
        command: { type: 'skip-step', step: done.step, skip: !done.skip },
        words: done.skip ? 'Take the step in again' : 'Leave the step out again',
        stands: ({ script }) =>
          script !== null && done.step > script.index && script.skipped.includes(done.step) === done.skip,
      }
    case 'pause-script':
      return { command: { type: 'resume-script' }, words: 'Go on', stands: ({ script }) => script?.paused === true }
    case 'start-closing':
      return { command: { type: 'open-doors' }, words: 'Stay open', stands: ({ phase }) => phase === 'closing' }
    default:
      return null
  }
}
