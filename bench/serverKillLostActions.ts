// How many acknowledged commands are lost when our server is killed without warning, the moment after or in the middle of the
// next one. What was not acknowledged may be there or not, but whole.

import { setTimeout as pause } from 'node:timers/promises'
import { ENVIRONMENTS, type MeetingSnapshot } from '#protocol/meeting.ts'
import { type MeetingCommand } from '#protocol/commands.ts'
import { enter } from '../tests/support/person.ts'
import { startStack } from '../tests/support/stack.ts'
import type { Figure } from './figure.ts'

const KILLS = 100
/** A kill comes this long after the first of a row of commands, at most, ms. */
const LATEST_MS = 120

/** Commands that make eight different states in turn, so that a lost one shows. */
function stepOf(count: number): Extract<MeetingCommand, { type: 'set-environment' }> {
  const environment = ENVIRONMENTS[count % ENVIRONMENTS.length] ?? 'lounge'
  return { type: 'set-environment', environment, dim: Math.floor(count / ENVIRONMENTS.length) % 2 === 1 }
}

function shows(snapshot: MeetingSnapshot, count: number): boolean {
  const { environment, dim } = stepOf(count)
  return snapshot.environment === environment && snapshot.dim === dim
}

export const serverKillLostActions: Figure = {
  name: 'server_kill_lost_actions',
  unit: 'actions',
  wanted: { atMost: 0 },
  async measure() {
    const stack = await startStack()
    try {
      const host = await enter(stack.keyLink)
      await host.knock('Maple')
      await host.command({ type: 'open-doors' })
      let sent = 1
      let lost = 0
      let acknowledged = 0
      for (let kill = 0; kill < KILLS; kill++) {
        let done = sent - 1
        let revision = (await host.command(stepOf(sent))).revision
        done = sent++
        acknowledged++
        const killed = pause((kill / KILLS) * LATEST_MS).then(() => stack.kill('server'))
        for (;;) {
          const answer = await host.command(stepOf(sent)).catch(() => null)
          sent++
          if (!answer) break
          ;[done, revision] = [sent - 1, answer.revision]
          acknowledged++
        }
        await killed
        await stack.restartServer()
        const after = await host.meeting()
        const whole = shows(after, done) || shows(after, done + 1)
        if (!whole || after.revision < revision) lost++
        // Where we are now, whether the last one got through or not.
        sent = (shows(after, done + 1) ? done + 1 : done) + 1
      }
      return { value: lost, how: `${KILLS} kills (SIGKILL) in the middle of ${acknowledged} acknowledged commands` }
    } finally {
      await stack.stop()
    }
  },
}
