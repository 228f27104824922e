// The look back of a practice: what was done and what could have helped, in kind and concrete sentences. Never a score.

import type { PracticeView } from '#protocol/practice.ts'
import type { LookBackRule, Watched } from '#protocol/scenario.ts'

export interface Deed {
  readonly deed: Watched
  readonly who: string | null
  /** Server clock, ms. */
  readonly at: number
}

/** "4 s", "1 min 20 s": how somebody would say it. */
export function sayDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}

/** Answers each rule whose moment came; `momentAt` is when moments first came, by name. */
export function lookBack(
  rules: readonly LookBackRule[],
  deeds: readonly Deed[],
  momentAt: ReadonlyMap<string, number>,
): NonNullable<PracticeView['lookBack']> {
  return rules.flatMap((rule): { text: string; done: boolean }[] => {
    const since = momentAt.get(rule.after ?? 'start')
    if (since === undefined) return []
    const found = deeds.find(
      ({ deed, who, at }) => at >= since && rule.watch.includes(deed) && (rule.who === undefined || rule.who === who),
    )
    if (!found) return [{ text: rule.missed, done: false }]
    return [{ text: rule.done.replaceAll('{after}', sayDuration(found.at - since)), done: true }]
  })
}
