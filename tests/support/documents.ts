// Reads our documents as a test needs them: the rows of the table under a heading, the words in code type, and links.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A file of the repository as text. */
export function textOf(path: string): string {
  return readFileSync(`${ROOT}/${path}`, 'utf8')
}

/** Everything between a heading and the next one of its own level or higher. @throws Error when there is no such heading. */
export function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n')
  const start = lines.indexOf(heading)
  if (start < 0) throw new Error(`there is no heading "${heading}"`)
  const level = heading.indexOf(' ')
  const after = lines.slice(start + 1)
  const end = after.findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= level)
  return (end < 0 ? after : after.slice(0, end)).join('\n')
}

/** The cells of the rows of every table in a text, without the head and the line under it. */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = []
  let inBody = false
  for (const line of text.split('\n')) {
    if (/^\|[-|]+\|$/.test(line)) inBody = true
    else if (!line.startsWith('|')) inBody = false
    else if (inBody)
      rows.push(
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      )
  }
  return rows
}

/** What stands in `code type`. */
export function codeIn(text: string): string[] {
  return Array.from(text.matchAll(/`([^`\n]+)`/g), ([, word]) => word ?? '')
}

/** The words in code type in the first cells of a section's tables: what the section lists. */
export function listedUnder(text: string, heading: string): string[] {
  return rowsOf(sectionOf(text, heading)).flatMap(([first = '']) => codeIn(first))
}
