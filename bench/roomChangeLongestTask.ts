// The longest single task of the page's main thread while the facilitator changes the room for all: what a person would feel as a
// hitch. Desktop view, twelve people, each room once, from the command to the open veil; read from the browser's own trace.
// Not in it: the card's work (software here, in another process), the network.

import { ENVIRONMENTS } from '#protocol/meeting.ts'
import { openSpacePage } from '../tests/support/spacePage.ts'
import { type Figure, rounded } from './figure.ts'
import { serveBench } from './benchSite.ts'
import { longestTask } from './longestTask.ts'

const ROUTE = [...ENVIRONMENTS.slice(1), ENVIRONMENTS[0]]

export const roomChangeLongestTask: Figure = {
  name: 'room_change_longest_task_ms',
  unit: 'ms',
  wanted: { atMost: 50 },
  async measure() {
    const site = await serveBench()
    try {
      const space = await openSpacePage(site, { people: 12 }, { size: [960, 600] })
      const tasks: { to: string; ms: number }[] = []
      for (const environment of ROUTE) {
        const ms = await longestTask(space.page, () => space.show({ people: 12, environment }))
        tasks.push({ to: environment, ms })
      }
      const still = await longestTask(space.page, () =>
        space.show({ people: 12, environment: ROUTE.at(-1) ?? 'lounge' }),
      )
      await space.close()
      return {
        value: rounded(Math.max(...tasks.map(({ ms }) => ms))),
        how: `changes to ${tasks.map(({ to, ms }) => `${to} ${rounded(ms)}`).join(', ')}; without a change ${rounded(still)}`,
      }
    } finally {
      await site.stop()
    }
  },
}
