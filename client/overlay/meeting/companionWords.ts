// What a second screen says of itself: where one sits, and that it is silent.

import type { ChairAt } from '../../meeting/session.ts'

export function companionWords(chairAt: ChairAt): string {
  return `${chairAt === 'device' ? 'You sit in your headset.' : 'You sit in another window now.'} This page is silent.`
}
