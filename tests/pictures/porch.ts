// The five steps of the porch, and what waiting looks like.

import type { Page } from 'playwright-core'
import type { PageShot, Shot } from './shot.ts'

const SIZE = [960, 640] as const

const step = (label: string, prepare?: PageShot['prepare']): Shot => ({
  name: `porch-${label.toLowerCase()}`,
  size: SIZE,
  query: 'scene=porch&known',
  async prepare(page: Page) {
    await page.getByRole('button', { name: label, exact: true }).click()
    await prepare?.(page)
  },
})

export const PORCH: readonly Shot[] = [
  step('Welcome'),
  step('Agreements'),
  step('Name'),
  step('Look', async (page) => {
    await page.locator('.porch-stand[data-shown="true"]').waitFor()
    await page.waitForTimeout(3000)
  }),
  step('Voice'),
  { name: 'porch-waiting', size: SIZE, query: 'scene=waiting' },
]
