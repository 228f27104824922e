// Saves a script as a file on this device, as it is imported again.

import type { Script } from '#protocol/script.ts'

export function saveScriptFile(script: Script): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(script, null, 2)}\n`], { type: 'application/json' }))
  Object.assign(document.createElement('a'), { href: url, download: `${script.id}.json` }).click()
  URL.revokeObjectURL(url)
}
