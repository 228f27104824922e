// Words for the worst minute: what whoever looks after the circle may read to it, and the card beside whoever is aside with somebody in
// crisis. Our own words, for peers; from a file that a host may change. Part of the page, so that it is there without a network.

import * as z from 'zod/mini'
import text from '../../assets/care.json?raw'

const careFileSchema = z.object({
  /** To be read to the circle during a care pause, in order. */
  pause: z.array(z.string()),
  /** In order: what to say, and what to know while saying it. */
  card: z.array(z.object({ title: z.string(), say: z.string(), know: z.string() })),
})
export type CareFile = z.infer<typeof careFileSchema>

/** What is left when a host's file cannot be read. */
const NO_WORDS: CareFile = { pause: ['We pause for a moment. Nobody is alone with it.'], card: [] }

/** Reads the words. */
export function readCareFile(source: string = text): CareFile {
  try {
    return careFileSchema.safeParse(JSON.parse(source)).data ?? NO_WORDS
  } catch {
    // Not JSON: a host has changed it.
    return NO_WORDS
  }
}

/** How long somebody has been aside, for a quiet timer: whole minutes. `now` and `since`: the server's clock, ms. */
export function minutesAside(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / 60_000))
}
