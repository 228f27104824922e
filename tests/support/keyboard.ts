// Somebody who uses no mouse: moves by Tab, presses by Enter or the space bar, and always sees where they are.

import type { Page } from 'playwright-core'

/** More stops than any of our pages has. */
const FAR = 80

/** What the focus is on, as it is read out: role and name, such as `button "Knock"`. */
export async function focused(page: Page): Promise<string> {
  const focus = page.locator(':focus')
  if ((await focus.count()) === 0) return 'nothing'
  const [line = ''] = (await focus.ariaSnapshot()).split('\n')
  return line.replace(/^- '?/, '').replace(/( \[[^\]]*\])*:?$/, '')
}

/**
 * Presses Tab until the focus is on something that is read like this; returns all that was passed, it included.
 * @throws Error when it is not reached, or when one cannot see where the focus is.
 */
export async function tabsTo(page: Page, wanted: RegExp): Promise<string[]> {
  const passed: string[] = []
  while (passed.length < FAR) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    passed.push(here)
    if (here !== 'nothing' && !(await isVisiblyFocused(page))) throw new Error(`one does not see the focus on ${here}`)
    if (wanted.test(here)) return passed
  }
  throw new Error(`no Tab leads to ${wanted}; on the way were ${passed.join(', ')}`)
}

/** Tabs to it and presses it. */
export async function pressesByKey(page: Page, wanted: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabsTo(page, wanted)
  await page.keyboard.press(key)
}

/** Whether a ring is drawn round what has the focus, or round the label that stands for it, inside the window. */
async function isVisiblyFocused(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focus = document.activeElement
    if (!focus?.matches(':focus-visible')) return false
    return [focus, focus.closest('label')].some((element) => {
      if (!element) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
      return within && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
  })
}
