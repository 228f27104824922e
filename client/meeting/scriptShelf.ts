// The group's scripts as those who run the meeting see them: listed, brought and put away. Fetched when a panel asks, never kept.

import type { Script } from '#protocol/script.ts'
import { scriptResponse, scriptsResponse } from '#protocol/script.ts'
import type { Answer, Ask } from '../api/api.ts'

export interface ScriptShelf {
  list(): Promise<Answer<{ readonly scripts: readonly Script[]; readonly templates: readonly Script[] }>>
  /** Adds it, or puts it in the place of the one of its id; a refusal names every fault. */
  save(script: unknown): Promise<Answer<Script>>
  remove(id: string): Promise<Answer<null>>
}

export function createScriptShelf(ask: Ask): ScriptShelf {
  return {
    list: () => ask('GET', '/api/scripts', (body) => scriptsResponse.safeParse(body).data),
    save: (script) => ask('PUT', '/api/scripts', (body) => scriptResponse.safeParse(body).data?.script, { script }),
    remove: (id) => ask('DELETE', `/api/scripts/${encodeURIComponent(id)}`, () => null),
  }
}
