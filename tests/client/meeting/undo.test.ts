import { expect, test } from 'vitest'
import type { MeetingCommand } from '#protocol/commands.ts'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import { createUndoList, newestUndo } from '../../../client/meeting/undoList.ts'
import { undoOf } from '../../../client/meeting/undoOf.ts'
import { someSnapshot } from '../../support/someSnapshot.ts'
import { someRun } from '../../support/preview/someScript.ts'

const calm = someSnapshot(['Maple', 'Fern', 'Birch'])
const [maple, fern] = calm.participants.map((one) => one.identity)
const held = (is: boolean): MeetingSnapshot => ({
  ...calm,
  participants: calm.participants.map((one) => (one.identity === fern ? { ...one, held: is } : one)),
})
const floor = (change: Partial<MeetingSnapshot['floor']>): MeetingSnapshot => ({
  ...calm,
  floor: { ...calm.floor, ...change },
})

/** What was done, before and after, and what takes it back. */
const WAYS: readonly (readonly [MeetingCommand, MeetingSnapshot, MeetingSnapshot, MeetingCommand])[] = [
  [{ type: 'hold', to: fern! }, calm, held(true), { type: 'release', to: fern! }],
  [{ type: 'release', to: fern! }, held(true), calm, { type: 'hold', to: fern! }],
  [{ type: 'lock' }, calm, { ...calm, locked: true }, { type: 'unlock' }],
  [{ type: 'unlock' }, { ...calm, locked: true }, calm, { type: 'lock' }],
  [{ type: 'set-floor', mode: 'silence' }, calm, floor({ mode: 'silence' }), { type: 'set-floor', mode: 'open' }],
  [
    { type: 'set-floor', mode: 'open' },
    floor({ mode: 'one-voice', speaker: fern! }),
    calm,
    { type: 'set-floor', mode: 'one-voice', speaker: fern! },
  ],
  [
    { type: 'hand-piece', to: fern! },
    floor({ mode: 'piece', speaker: maple! }),
    floor({ mode: 'piece', speaker: fern! }),
    { type: 'hand-piece', to: maple! },
  ],
  [
    { type: 'reverse-piece' },
    floor({ mode: 'piece', direction: 1 }),
    floor({ mode: 'piece', direction: -1 }),
    { type: 'reverse-piece' },
  ],
  [
    { type: 'set-environment', environment: 'beach', dim: true },
    calm,
    { ...calm, environment: 'beach', dim: true },
    { type: 'set-environment', environment: calm.environment, dim: calm.dim },
  ],
  [
    { type: 'next-step', from: 2 },
    { ...calm, script: someRun(0) },
    { ...calm, script: { ...someRun(0), index: 3 } },
    { type: 'go-to-step', step: 2 },
  ],
  [{ type: 'start-closing' }, calm, { ...calm, phase: 'closing' }, { type: 'open-doors' }],
]

test.each(WAYS)('%o is taken back', (done, before, after, back) => {
  const undo = undoOf(done, before)
  expect(undo?.command).toEqual(back)
  expect(undo?.stands(after)).toBe(true)
  // It has been taken back already, by whomever.
  expect(undo?.stands(before)).toBe(false)
})

test('a role is taken back to what it was', () => {
  const undo = undoOf({ type: 'hand-role', to: fern!, role: 'reader' }, calm)
  expect(undo?.command).toEqual({ type: 'hand-role', to: fern, role: 'member' })
  expect(undoOf({ type: 'hand-role', to: fern!, role: 'member' }, calm)).toBeNull()
})

test('what cannot be taken back is not offered', () => {
  for (const done of [
    { type: 'remove', to: fern! },
    { type: 'admit', knock: 'k' },
    { type: 'decline', knock: 'k' },
    { type: 'end' },
  ] as const) {
    expect(undoOf(done, calm)).toBeNull()
  }
})

test('acts are taken back newest first, what others changed falls out, and a refused act was none', async () => {
  let now: MeetingSnapshot = calm
  const sent: MeetingCommand[] = []
  const { list, send, undo } = createUndoList(
    () => now,
    async (command) => {
      sent.push(command)
      return command.type === 'reverse-piece' ? { code: 'wrong-mode' } : null
    },
  )
  await send({ type: 'lock' })
  now = { ...now, locked: true }
  await send({ type: 'reverse-piece' })
  await send({ type: 'hold', to: fern! })
  now = { ...held(true), locked: true }
  expect(newestUndo(list.getState(), now)?.words).toBe('Release Fern')
  // The co-facilitator releases Fern in the meantime.
  now = { ...now, participants: calm.participants }
  await undo()
  expect(sent.at(-1)).toEqual({ type: 'unlock' })
  now = calm
  expect(newestUndo(list.getState(), now)).toBeNull()
  await undo()
  expect(sent).toHaveLength(4)
})
