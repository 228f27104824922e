// Looks over a page with axe, in the dim and in the light, and says in short what is wrong with it for whom it concerns.

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Everything that axe finds wrong with the page as it is: rule, place and why. */
export async function findings(page: Page): Promise<string[]> {
  await untilColoursRest(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** The same in both lights; `turn` is how a person changes the light of this page. */
export async function findingsInBothLights(page: Page, turn: () => Promise<void>): Promise<string[]> {
  const first = await findings(page)
  await turn()
  const second = await findings(page)
  await turn()
  return [...first, ...second]
}

/** Buttons go softly from one light to the other, and what is between is nobody's reading. */
async function untilColoursRest(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition))
}
