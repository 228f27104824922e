// How many steps of a running script are lost, doubled or torn when our server is killed without warning at every boundary between two
// of them, in all the templates: the moment after a step was acknowledged, in the middle of the next, or while a quiet time runs out.

import { setTimeout as pause } from 'node:timers/promises'
import type { MeetingSnapshot } from '#protocol/meeting.ts'
import type { Script } from '#protocol/script.ts'
import { readScriptTemplates } from '../server/storage/scriptTemplates.ts'
import { sitDown } from '../tests/support/circle.ts'
import { until } from '../tests/support/clocks.ts'
import { enter, type Person } from '../tests/support/person.ts'
import { createServerTime, type ServerTime } from '../tests/support/serverTime.ts'
import { startStack, type Stack } from '../tests/support/stack.ts'
import type { Figure } from './figure.ts'

/** A kill comes this long after the command to go on, at most, ms. */
const LATEST_MS = 20

/** Whether a meeting is at one whole step: the script's own title, minutes and floor. */
function isWhole({ script, floor }: MeetingSnapshot, written: Script): boolean {
  const step = written.steps[script?.index ?? -1]
  return step !== undefined && script?.titles[script.index] === step.title && floor.mode === step.floor
}

/** Kills at the boundary after step `index` and comes back; returns whether the hour went on where it was. */
async function crossBoundary(stack: Stack, time: ServerTime, host: Person, script: Script, index: number) {
  const byTime = script.steps[index]?.ends === 'by-time'
  let acknowledged = index
  if (byTime) {
    await stack.kill('server')
    time.forward((script.steps[index]?.minutes ?? 1) * 60_000)
  } else {
    const asked = host.command({ type: 'next-step', from: index }).then(
      () => (acknowledged = index + 1),
      () => null,
    )
    await pause((index / script.steps.length) * LATEST_MS)
    await Promise.all([stack.kill('server'), asked])
  }
  await stack.restartServer()
  const gone = async () => {
    const now = await host.meeting()
    return !byTime || now.script?.index !== index ? now : null
  }
  const after = await until('the step to go on', gone)
  const at = after.script?.index ?? -1
  const kept = isWhole(after, script) && at >= acknowledged && at <= index + 1 && (!byTime || at === index + 1)
  if (at === index) await host.command({ type: 'next-step', from: index })
  return kept
}

export const scriptKillLostSteps: Figure = {
  name: 'script_kill_lost_steps',
  unit: 'steps',
  wanted: { atMost: 0 },
  async measure() {
    const time = createServerTime()
    const stack = await startStack({ env: time.env })
    try {
      const host = await enter(stack.keyLink)
      await host.knock('Maple')
      await host.command({ type: 'open-doors' })
      // With a connection, so that nobody misses the key-holder while time is moved.
      const { voice } = await sitDown(host, 'Maple', 0)
      let lost = 0
      let kills = 0
      const templates = readScriptTemplates()
      for (const script of templates) {
        await host.command({ type: 'start-script', script: script.id })
        for (let index = 0; index < script.steps.length - 1; index++, kills++) {
          if (!(await crossBoundary(stack, time, host, script, index))) lost++
        }
        await host.command({ type: 'stop-script' })
      }
      await voice.leave()
      return { value: lost, how: `${kills} kills (SIGKILL), one at every boundary of ${templates.length} templates` }
    } finally {
      await stack.stop()
      time.remove()
    }
  },
}
