// A group's scripts beside the ones that come with Hearthside. The group's own goes before a template of the same id.

import { MAX_SCRIPTS } from '#protocol/script.ts'
import type { Script } from '#protocol/script.ts'
import type { ScriptStore } from './ports.ts'

export interface Scripts {
  readonly templates: readonly Script[]
  list(group: string): Script[]
  /** What a group means by an id; null when there is no such script. */
  find(group: string, id: string): Script | null
  /** Inserts or replaces; false when the group keeps as many as it may. */
  save(group: string, script: Script): boolean
  remove(group: string, id: string): void
}

export function createScripts(store: ScriptStore, templates: readonly Script[]): Scripts {
  return {
    templates,
    list: (group) => store.scripts(group),
    find: (group, id) => store.script(group, id) ?? templates.find((one) => one.id === id) ?? null,
    save(group, script) {
      const isNew = store.script(group, script.id) === null
      if (isNew && store.scripts(group).length >= MAX_SCRIPTS) return false
      store.saveScript(group, script)
      return true
    },
    remove: (group, id) => store.deleteScript(group, id),
  }
}
