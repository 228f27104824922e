// This page's hold on the chair. Every claim has a name that the server tells to all pages of the person, in order: whoever hears
// a later name than their own has lost the chair to another page.

import type { Seat } from '#protocol/api.ts'
import type { Answer, Api } from '../api/api.ts'
import type { Clock } from './clock.ts'

/** The word about our own claim may come after its answer; until then, another name is that of an older claim. */
const ECHO_MS = 3_000

export interface ChairClaim {
  /** Claims the chair for this page. */
  make(): Promise<Answer<Seat>>
  /** The server's word that some page claimed the chair. */
  hear(name: string): void
  /** The chair was left: no word about it matters any more. */
  forget(): void
}

/** Creates the hold, without a chair; `onLost`: another page has it. */
export function createChairClaim(api: Pick<Api, 'seat'>, clock: Clock, onLost: () => void): ChairClaim {
  let mine: { readonly name: string; readonly atMs: number; echoed: boolean } | null = null
  let inFlight = 0
  let meanwhile: string[] = []

  return {
    async make() {
      inFlight++
      const answer = await api.seat()
      if (--inFlight > 0) return answer
      const words = meanwhile
      meanwhile = []
      if (!answer.ok) return answer
      const echo = words.lastIndexOf(answer.value.claim)
      mine = { name: answer.value.claim, atMs: clock.nowMs(), echoed: echo >= 0 }
      if (echo >= 0 && echo < words.length - 1) onLost()
      return answer
    },
    hear(name) {
      if (inFlight > 0) meanwhile.push(name)
      else if (!mine) return
      else if (name === mine.name) mine.echoed = true
      else if (mine.echoed || clock.nowMs() - mine.atMs > ECHO_MS) onLost()
    },
    forget() {
      mine = null
    },
  }
}
