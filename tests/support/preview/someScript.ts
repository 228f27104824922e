// A script for pictures and checks of pages, at rest and under way.

import type { Script, Step } from '#protocol/script.ts'
import type { ScriptRunView } from '#protocol/scriptRun.ts'

const STEP = { textFor: 'all', chat: 'off', members: [], ends: 'by-hand', text: '', role: null, floor: 'open' } as const
const step = (id: string, title: string, minutes: number): Step => ({ ...STEP, members: [], id, title, minutes })

export const SOME_SCRIPT: Script = {
  id: 'talking-circle',
  version: 1,
  title: 'Talking circle',
  steps: [
    step('arrive', 'Arriving', 4),
    step('welcome', 'Welcome', 3),
    step('reading', 'A reading', 4),
    step('shares', 'Shares', 20),
    step('closing', 'Closing', 2),
  ],
}

/** The reading, with three minutes of its four left at `now` (server clock, ms). */
export function someRun(now: number, more: Partial<ScriptRunView> = {}): ScriptRunView {
  return {
    title: SOME_SCRIPT.title,
    titles: SOME_SCRIPT.steps.map((one) => one.title),
    minutes: SOME_SCRIPT.steps.map((one) => one.minutes),
    skipped: [],
    index: 2,
    role: 'reader',
    lead: null,
    assigned: [],
    members: ['say-hello', 'wave', 'stay-quiet'],
    ends: 'by-hand',
    startedAt: now - 60_000,
    endsAt: now + 180_000,
    pausedAt: null,
    paused: false,
    pauseWords: null,
    ...more,
  }
}
