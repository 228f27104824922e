// Words for the worst minute: what whoever looks after the circle may say to it, and the card beside whoever is aside with somebody in
// crisis. Our own words, for peers; from a file that a host may change. Part of the page, so that it is there without a network.

import * as z from 'zod/mini'
import text from '../../assets/care.json?raw'

const careFileSchema = z.object({
  pause: z.string(),
  /** In order; `{name}` stands for whoever is in crisis. */
  card: z.array(z.object({ title: z.string(), text: z.string() })),
})
type CareFile = z.infer<typeof careFileSchema>

/** What is left when a host's file cannot be read. */
const NO_WORDS: CareFile = { pause: 'We pause for a moment. Nobody is alone with it.', card: [] }

/** Reads the words, with somebody's name where the file leaves room for one. */
export function readCareFile(name = '', source: string = text): CareFile {
  try {
    const file = careFileSchema.safeParse(JSON.parse(source)).data ?? NO_WORDS
    return { ...file, card: file.card.map((one) => ({ ...one, text: one.text.replaceAll('{name}', () => name) })) }
  } catch {
    // Not JSON: a host has changed it.
    return NO_WORDS
  }
}
