// A script: the steps of a group's own hour, as it is written, kept, imported and exported. checkScript reads one or names every
// fault with its step and field; nothing is taken by halves. What of a running one everybody sees is scriptRun.ts.

import * as z from 'zod/mini'
import { ENVIRONMENTS, FLOOR_MODES } from './meeting.ts'
import {
  MAX_STEPS,
  MEMBER_ACTS,
  PAUSE_WORDS_LENGTH,
  SCRIPT_TITLE_LENGTH,
  STEP_CHATS,
  STEP_ENDS,
  STEP_ROLES,
  shareSecondsSchema,
  stepMinutesSchema,
  stepTitleSchema,
} from './scriptRun.ts'
import { faultSentence, strayCharacters } from './scriptFaults.ts'
import type { ScriptFault } from './scriptFaults.ts'

const SCRIPT_VERSION = 1
export const STEP_TEXT_LENGTH = 2000
/** All texts of a script together. */
export const SCRIPT_TEXT_LENGTH = 20_000
/** Bytes of a script's file that the server reads at most. */
export const SCRIPT_BYTES = 128 * 1024
/** Scripts that one group keeps. */
export const MAX_SCRIPTS = 20
/** Who reads a step's text while it runs: everybody, who leads the step, or only those who run the meeting (who always may). */
const TEXT_FOR = ['all', 'reader', 'facilitator'] as const

const title = (inner: typeof stepTitleSchema) => inner.check(z.check(refuseStray(false)))
const idSchema = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/))

function refuseStray(lines: boolean): z.core.CheckFn<string> {
  return (context) => {
    const message = strayCharacters(context.value, lines)
    if (message !== null) context.issues.push({ code: 'custom', message, input: context.value })
  }
}

/** What those who run the meeting say with a care pause, for everybody to read. */
export const pauseWordsSchema = z
  .string()
  .check(z.minLength(1), z.maxLength(PAUSE_WORDS_LENGTH), z.check(refuseStray(true)))

export const stepSchema = z.strictObject({
  id: idSchema,
  title: title(stepTitleSchema),
  minutes: stepMinutesSchema,
  role: z.nullable(z.enum(STEP_ROLES)),
  /** Shown only while the step runs, and only to those whom `textFor` names. */
  text: z.string().check(z.maxLength(STEP_TEXT_LENGTH), z.check(refuseStray(true))),
  textFor: z.enum(TEXT_FOR),
  floor: z.enum(FLOOR_MODES),
  chat: z.enum(STEP_CHATS),
  /** Absent: the room stays as it is. */
  environment: z.optional(z.enum(ENVIRONMENTS)),
  dim: z.optional(z.boolean()),
  members: z.array(z.enum(MEMBER_ACTS)).check(z.maxLength(MEMBER_ACTS.length)),
  ends: z.enum(STEP_ENDS),
  /** How long a share is in this step; absent: nobody counts. */
  shareSeconds: z.optional(shareSecondsSchema),
})
export type Step = z.infer<typeof stepSchema>

export const scriptSchema = z.strictObject({
  id: idSchema,
  version: z.literal(SCRIPT_VERSION),
  title: title(z.string().check(z.minLength(1), z.maxLength(SCRIPT_TITLE_LENGTH))),
  steps: z.array(stepSchema).check(z.minLength(1), z.maxLength(MAX_STEPS)),
})
export type Script = z.infer<typeof scriptSchema>

export type CheckedScript =
  { readonly ok: true; readonly script: Script } | { readonly ok: false; readonly faults: ScriptFault[] }

/** GET /api/scripts → the group's own scripts and the ones that come with Hearthside; key-holders and who runs the meeting. */
export const scriptsResponse = z.strictObject({ scripts: z.array(scriptSchema), templates: z.array(scriptSchema) })
/** PUT /api/scripts → the script as it is kept; 422 `bad-script` with `faults`. DELETE /api/scripts/:id → 204. */
export const scriptRequest = z.strictObject({ script: z.unknown() })
export const scriptResponse = z.strictObject({ script: scriptSchema })

/** Strings as they are kept: one form of each letter, lines ended in one way, spaces for tabs, none around. */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').trim()
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner)]))
}

const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

function toFaults(issue: z.core.$ZodIssue): ScriptFault[] {
  const inStep = issue.path[0] === 'steps' && typeof issue.path[1] === 'number'
  const step = inStep ? Number(issue.path[1]) : null
  const named = issue.path.slice(inStep ? 2 : 0).filter((part) => typeof part === 'string')
  const message = faultSentence(issue)
  if (issue.code !== 'unrecognized_keys') return [{ step, field: named.join('.'), message }]
  // A key is what somebody else wrote: named where it is a plain word.
  return issue.keys.map((key) => ({ step, field: /^[\w-]{1,40}$/.test(key) ? key : 'unknown', message }))
}

/** What no single field can know. Reads whatever is there, so that these are named beside all other faults. */
function acrossFields(steps: readonly Record<string, unknown>[]): ScriptFault[] {
  const faults: ScriptFault[] = []
  const ids = steps.map((one) => one.id)
  for (const [step, { id, ends, floor, role, textFor }] of steps.entries()) {
    const add = (field: string, message: string) => faults.push({ step, field, message })
    if (typeof id === 'string' && ids.indexOf(id) < step) add('id', 'Another step has this id already.')
    if (ends === 'round-complete' && floor !== 'piece') add('ends', 'Only a step with the piece ends with the round.')
    if (textFor === 'reader' && role === null) add('textFor', 'A text for the reader needs a role that reads it.')
  }
  const length = steps.reduce((sum, { text }) => sum + (typeof text === 'string' ? text.length : 0), 0)
  if (length > SCRIPT_TEXT_LENGTH) {
    const message = `All texts together have ${length} characters; ${SCRIPT_TEXT_LENGTH} are the most.`
    faults.push({ step: null, field: 'steps', message })
  }
  return faults
}

/** Reads a script, cleaned, or names every fault in the order of the steps. Never throws. */
export function checkScript(value: unknown): CheckedScript {
  const tidied = tidy(value)
  const parsed = scriptSchema.safeParse(tidied, { reportInput: true })
  const { steps } = fields(tidied)
  const across = Array.isArray(steps) ? acrossFields(steps.slice(0, MAX_STEPS).map(fields)) : []
  const faults = [...(parsed.success ? [] : parsed.error.issues.flatMap(toFaults)), ...across]
  if (parsed.success && faults.length === 0) return { ok: true, script: parsed.data }
  return { ok: false, faults: faults.sort((a, b) => (a.step ?? -1) - (b.step ?? -1)) }
}

/** How long a script takes as it is written. */
export function totalMinutes(script: Pick<Script, 'steps'>): number {
  return script.steps.reduce((sum, step) => sum + step.minutes, 0)
}
