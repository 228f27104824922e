// The console in its main states: the piece goes round, a script runs, somebody needs care, and on a telephone.

import type { Page } from 'playwright-core'
import type { Shot } from './shot.ts'

const DESK = [1024, 640] as const
const PHONE = [312, 675] as const

function opens(...buttons: readonly RegExp[]) {
  return async (page: Page) => {
    await page.getByRole('button', { name: /^Console/ }).click()
    for (const name of buttons) await page.getByRole('button', { name }).first().click()
  }
}

export const CONSOLE: readonly Shot[] = [
  {
    name: 'console-piece',
    size: DESK,
    query: 'scene=facilitator-piece&simple',
    prepare: opens(/^Tall Thistle, /),
  },
  { name: 'console-script', size: DESK, query: 'scene=facilitator-script&simple', prepare: opens() },
  { name: 'console-light', size: DESK, query: 'scene=facilitator-script&simple&light', prepare: opens() },
  { name: 'console-care', size: DESK, query: 'scene=care&simple', prepare: opens(/^Care: /) },
  { name: 'console-telephone', size: PHONE, query: 'scene=facilitator&simple', prepare: opens(/^Warm Stone, /) },
  {
    name: 'script-editor',
    size: DESK,
    query: 'scene=facilitator&simple',
    prepare: async (page) => page.getByRole('button', { name: 'Make it our own' }).click(),
  },
]
