// The helplines are a part of the page that few need and nobody may miss: fetched ahead, once the page stands.

import type { ComponentType } from 'react'

export async function loadHelpLines(): Promise<ComponentType> {
  return (await import('./HelpLines.tsx')).HelpLines
}
