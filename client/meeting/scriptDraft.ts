// A script while somebody writes it: each change gives a new draft, the ones before can be had back. It may be wrong at any moment;
// what is wrong is said by checkScript, beside its step and field. No screen, no network.

import { checkScript, type Script, type Step } from '#protocol/script.ts'
import type { ScriptFault } from '#protocol/scriptFaults.ts'
import { MAX_STEPS } from '#protocol/scriptRun.ts'

export interface ScriptDraft {
  readonly script: Script
  readonly past: readonly Script[]
  readonly future: readonly Script[]
  /** What the last change was about: letters typed into one field are taken back together. */
  readonly about: string | null
  /** As the group keeps it; null while it does not. */
  readonly kept: Script | null
}

/** Changes that can be taken back. */
const PAST = 200

const EMPTY: Omit<Step, 'id'> = {
  title: '',
  minutes: 5,
  role: null,
  text: '',
  textFor: 'all',
  floor: 'open',
  chat: 'off',
  members: [],
  ends: 'by-hand',
}

/** Gives an id that none of `taken` is: the words of `from`, and a number where it needs one. */
export function freshId(from: string, taken: readonly string[]): string {
  const words = from
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 34)
    .replace(/-+$/, '')
  const stem = words === '' ? 'script' : words
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`
    if (!taken.includes(id)) return id
  }
}

/** Begins with a script that the group keeps already. */
export function draftOf(kept: Script): ScriptDraft {
  return { script: kept, past: [], future: [], about: null, kept }
}

/** Begins with a copy that is the group's own from now on; `taken`: ids of all scripts there are. */
export function draftFrom(template: Script, taken: readonly string[]): ScriptDraft {
  const title = `${template.title}, our own`.slice(0, 60)
  return { script: { ...template, id: freshId(title, taken), title }, past: [], future: [], about: null, kept: null }
}

/** Begins with one empty step. */
export function emptyDraft(taken: readonly string[]): ScriptDraft {
  const script: Script = {
    id: freshId('our hour', taken),
    version: 1,
    title: 'Our hour',
    steps: [{ ...EMPTY, id: 'step', title: 'Arriving' }],
  }
  return { script, past: [], future: [], about: null, kept: null }
}

function change(draft: ScriptDraft, script: Script, about: string | null): ScriptDraft {
  const joins = about !== null && about === draft.about
  const past = joins ? draft.past : [...draft.past, draft.script].slice(-PAST)
  return { ...draft, script, past, future: [], about }
}

const withSteps = (draft: ScriptDraft, steps: readonly Step[], about: string | null = null) =>
  change(draft, { ...draft.script, steps: [...steps] }, about)

export function renameScript(draft: ScriptDraft, title: string): ScriptDraft {
  return change(draft, { ...draft.script, title }, 'title')
}

/** Puts another script in its place, as from a file; it stays the group's script of the same id. */
export function replaceScript(draft: ScriptDraft, script: Script): ScriptDraft {
  return change(draft, { ...script, id: draft.script.id }, null)
}

/** `part`: of one field, so that typing is one change. A field that is undefined is as if it had not been written. */
export function changeStep(
  draft: ScriptDraft,
  at: number,
  part: { [K in keyof Step]?: Step[K] | undefined },
): ScriptDraft {
  const steps = draft.script.steps.map((step, index) => (index === at ? withPart(step, part) : step))
  return withSteps(draft, steps, `${at} ${Object.keys(part).join(' ')}`)
}

function withPart(step: Step, part: { [K in keyof Step]?: Step[K] | undefined }): Step {
  const next: Step & Record<string, unknown> = { ...step }
  for (const [key, value] of Object.entries(part)) {
    if (value === undefined) delete next[key]
    else Object.assign(next, { [key]: value })
  }
  return next
}

/** Tells whether there is room for another step. */
export function mayGrow({ script }: ScriptDraft): boolean {
  return script.steps.length < MAX_STEPS
}

function insert(draft: ScriptDraft, at: number, step: Omit<Step, 'id'>): ScriptDraft {
  if (!mayGrow(draft)) return draft
  const { steps } = draft.script
  const id = freshId(
    step.title === '' ? 'step' : step.title,
    steps.map((one) => one.id),
  )
  return withSteps(draft, steps.toSpliced(at, 0, { ...step, id }))
}

/** Adds an empty step at this place; the draft itself when it is full. */
export function addStep(draft: ScriptDraft, at: number): ScriptDraft {
  return insert(draft, at, EMPTY)
}

/** Puts a copy after it. */
export function duplicateStep(draft: ScriptDraft, at: number): ScriptDraft {
  const step = draft.script.steps[at]
  return step ? insert(draft, at + 1, step) : draft
}

/** Takes it out; the last one stays. */
export function removeStep(draft: ScriptDraft, at: number): ScriptDraft {
  const { steps } = draft.script
  return steps.length > 1 ? withSteps(draft, steps.toSpliced(at, 1)) : draft
}

/** Moves a step to another place; places outside the script are its ends. */
export function moveStep(draft: ScriptDraft, from: number, to: number): ScriptDraft {
  const { steps } = draft.script
  const step = steps[from]
  const place = Math.max(0, Math.min(steps.length - 1, to))
  if (!step || place === from) return draft
  return withSteps(draft, steps.toSpliced(from, 1).toSpliced(place, 0, step))
}

export function undoEdit(draft: ScriptDraft): ScriptDraft {
  const before = draft.past.at(-1)
  if (!before) return draft
  return {
    ...draft,
    script: before,
    past: draft.past.slice(0, -1),
    future: [draft.script, ...draft.future],
    about: null,
  }
}

export function redoEdit(draft: ScriptDraft): ScriptDraft {
  const [next, ...future] = draft.future
  return next ? { ...draft, script: next, past: [...draft.past, draft.script], future, about: null } : draft
}

/** After the group has kept it, as it was kept. */
export function markKept(draft: ScriptDraft, kept: Script): ScriptDraft {
  return { ...draft, kept, script: kept, about: null }
}

/** Tells whether something would be lost. */
export function isUnsaved({ script, kept, past }: ScriptDraft): boolean {
  return kept === null ? past.length > 0 : JSON.stringify(script) !== JSON.stringify(kept)
}

/** Everything that is wrong with it, in the order of the steps. */
export function draftFaults({ script }: ScriptDraft): readonly ScriptFault[] {
  const checked = checkScript(script)
  return checked.ok ? [] : checked.faults
}

/** Of one field; `step` null for the script itself. */
export function faultsAt(faults: readonly ScriptFault[], step: number | null, field: string): readonly ScriptFault[] {
  return faults.filter((one) => one.step === step && (one.field === field || one.field.startsWith(`${field}.`)))
}
