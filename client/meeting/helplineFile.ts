// The dated file of helplines and its shape. It is part of the page, so that it is there when the network is not. What cannot be read
// is not shown at all.

import * as z from 'zod/mini'
import text from '../../assets/helplines.json?raw'

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

/** Countries by name; null when the file cannot be read. */
export function readHelplines(): HelplineFile | null {
  try {
    const file = helplineFileSchema.safeParse(JSON.parse(text))
    return file.success ? file.data.toSorted((a, b) => a.countryName.localeCompare(b.countryName)) : null
  } catch {
    // Not JSON: a host has changed it. The sentence about the emergency number is on screen all the same.
    return null
  }
}
