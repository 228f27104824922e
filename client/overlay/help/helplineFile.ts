// The dated file of helplines: its shape, and how it is fetched. What cannot be read is not shown at all.

import * as z from 'zod/mini'
import url from '../../../assets/helplines.json?url'

const lineSchema = z.object({
  name: z.string(),
  phone: z.optional(z.string()),
  text: z.optional(z.string()),
  chatUrl: z.optional(z.url()),
  hours: z.string(),
  languages: z.array(z.string()),
  forWhom: z.string(),
  note: z.optional(z.string()),
  source: z.url(),
  seen: z.string(),
})
export type Helpline = z.infer<typeof lineSchema>

export const helplineFileSchema = z.array(
  z.object({
    country: z.string(),
    countryName: z.string(),
    emergency: z.nullish(z.object({ number: z.string(), source: z.url() })),
    lines: z.array(lineSchema),
  }),
)
export type HelplineFile = z.infer<typeof helplineFileSchema>

/** When the lines were gathered from public pages. Nobody dialled them. */
export const GATHERED = 'November 2026'

/** Fetches the file from our own origin, countries by name; null when it cannot be had or read. */
export async function fetchHelplines(): Promise<HelplineFile | null> {
  try {
    const file = helplineFileSchema.safeParse(await (await fetch(url)).json())
    return file.success ? file.data.toSorted((a, b) => a.countryName.localeCompare(b.countryName)) : null
  } catch {
    // No network: the sentence about the emergency number is on screen all the same.
    return null
  }
}
