// The scenarios that come with Hearthside, and a host's own in the data folder's `practice`: JSON files, in the order of their names.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Scenario } from '#protocol/scenario.ts'
import { StartFault } from '../errors.ts'
import { checkScenario } from '../practice/checkScenario.ts'

const SHIPPED = fileURLToPath(new URL('../../assets/practice/', import.meta.url))

function readFolder(folder: string): { name: string; text: string }[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}

/**
 * Reads all of them; a host's own goes before a shipped one of the same id.
 * @throws StartFault naming every fault of every file with its line.
 */
export function readScenarios(dataDir: string | null, shipped = SHIPPED): Scenario[] {
  const files = [...readFolder(shipped), ...(dataDir === null ? [] : readFolder(join(dataDir, 'practice')))]
  const byId = new Map<string, Scenario>()
  const faults: string[] = []
  for (const { name, text } of files) {
    const checked = checkScenario(text)
    if (checked.ok) byId.set(checked.scenario.id, checked.scenario)
    else faults.push(...checked.faults.map(({ line, message }) => `  ${name}:${line} ${message}`))
  }
  if (faults.length > 0) throw new StartFault(`A practice scenario cannot be used:\n${faults.join('\n')}`)
  return [...byId.values()]
}
