// What is wrong with a script's file, in sentences for the person who wrote it. They never repeat what was written.

import * as z from 'zod/mini'

export const scriptFaultSchema = z.strictObject({
  /** Place of the step, from 0; null for the script itself. */
  step: z.nullable(z.int()),
  field: z.string(),
  message: z.string(),
})
export type ScriptFault = z.infer<typeof scriptFaultSchema>

/** Control characters, direction marks and overrides, invisible spaces and separators, halves of characters. */
const STRAY = /[\p{Cc}\p{Cs}\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** Names the characters that do not belong into a text, by number; null when there are none. `lines`: line ends are meant. */
export function strayCharacters(text: string, lines: boolean): string | null {
  const found = new Set(text.match(STRAY)?.filter((one) => !(lines && one === '\n')))
  if (found.size === 0) return null
  const numbers = [...found].slice(0, 5).map((one) => {
    const number = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `U+${number}${DIRECTION.test(one) ? ' (direction)' : one === '\n' ? ' (line end)' : ''}`
  })
  return `Holds characters that cannot be seen: ${numbers.join(', ')}. Please type it anew.`
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

function size(origin: string, limit: number | bigint): string {
  if (origin === 'string') return `${limit} character${limit === 1 ? '' : 's'}`
  return origin === 'array' ? `${limit} in the list` : `${limit}`
}

/** One sentence for one of the schema's complaints. */
export function faultSentence(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return 'Is missing.'
  switch (issue.code) {
    case 'invalid_type':
      return `Must be ${KINDS[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `Must be ${issue.values.map(String).join(', ')}${issue.values.length > 1 ? ': one of these' : ''}.`
    case 'too_big':
      return `Too much: ${size(issue.origin, issue.maximum)} at most.`
    case 'too_small':
      return `Too little: ${size(issue.origin, issue.minimum)} at least.`
    case 'unrecognized_keys':
      return 'Is not known here.'
    case 'invalid_format':
      return 'Small letters, digits and hyphens only, 40 at most.'
    case 'custom':
      return issue.message
    default:
      return 'Cannot be read.'
  }
}
