// Watches the main thread of a page and says how long its longest task was, by the browser's own trace.

import type { Page } from 'playwright-core'
import * as z from 'zod/mini'

const eventsSchema = z.object({
  value: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      dur: z.optional(z.number()),
      args: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
})

/** Milliseconds of the longest task of the page's main thread while `act` goes on. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const events: z.infer<typeof eventsSchema>['value'] = []
  session.on('Tracing.dataCollected', (batch) => events.push(...z.parse(eventsSchema, batch).value))
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve())
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] },
  })
  // Only this page's own thread writes this mark, and so says which one it is.
  await page.evaluate(() => performance.mark('hearthside-here'))
  await act()
  await session.send('Tracing.end')
  await complete
  await session.detach()
  const here = events.find(({ name }) => name === 'hearthside-here')
  if (!here) throw new Error('the trace does not name the page’s thread')
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && pid === here.pid && tid === here.tid,
  )
  if (tasks.length === 0) throw new Error('the trace has no tasks')
  return Math.max(...tasks.map(({ dur = 0 }) => dur / 1000))
}
