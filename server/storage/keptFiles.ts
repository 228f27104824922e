// The small files beside the database that are written once: the secrets of the host's links, so that every start prints the same
// ones, and the keys of our LiveKit.

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { StartFault } from '../errors.ts'
import { createSecret } from '../groups/secrets.ts'
import { readJsonFile, writeJsonFile } from './dataFolder.ts'

const linksSchema = z.object({
  keyHolder: z.string().min(22),
  door: z.string().min(22),
  // Files from before there was practice have none; one is made then.
  practice: z.string().min(22).default(createSecret),
})
const keysSchema = z.object({ key: z.string().min(1), secret: z.string().min(32) })

/** Reads the secrets of the host's links; null before the first start, or when the host deleted the file to get new ones. */
export function readLinks(folder: string): z.infer<typeof linksSchema> | null {
  return read(folder, 'links.json', linksSchema, 'Delete it to get new links; the old ones open nothing then.')
}

export function writeLinks(folder: string, links: z.infer<typeof linksSchema>): void {
  writeJsonFile(folder, 'links.json', links)
}

/** Reads the keys of our LiveKit, or makes random ones. */
export function ensureLiveKitKeys(folder: string): z.infer<typeof keysSchema> {
  const kept = read(folder, 'livekit-keys.json', keysSchema, 'Delete it to get new keys.')
  if (kept) return kept
  const keys = { key: `key_${randomBytes(8).toString('hex')}`, secret: randomBytes(32).toString('base64url') }
  writeJsonFile(folder, 'livekit-keys.json', keys)
  return keys
}

function read<T>(folder: string, name: string, schema: z.ZodType<T>, advice: string): T | null {
  try {
    return z.nullable(schema).parse(readJsonFile(folder, name))
  } catch (error) {
    throw new StartFault(`${join(folder, name)} cannot be read. ${advice}`, { cause: error })
  }
}
