// The scripts that come with Hearthside: JSON files in assets/scripts, in the order of their names.

import { readdirSync, readFileSync } from 'node:fs'
import { checkScript } from '#protocol/script.ts'
import type { Script } from '#protocol/script.ts'
import { StartFault } from '../errors.ts'

const FOLDER = new URL('../../assets/scripts/', import.meta.url)

/** @throws StartFault for a file that is no script; the sentence names the file and the first fault. */
export function readScriptTemplates(folder = FOLDER): Script[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => {
    const checked = checkScript(parseJson(readFileSync(new URL(name, folder), 'utf8')))
    if (checked.ok) return checked.script
    const [first] = checked.faults
    const where = first?.step === null ? 'the script' : `step ${(first?.step ?? 0) + 1}`
    throw new StartFault(`assets/scripts/${name} cannot be used: ${where}, ${first?.field}: ${first?.message}`)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is no script: the check says so.
    return null
  }
}
