// Numbers that somebody may call in the worst minute: whole, sourced, and read by the page as they are.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { helplineFileSchema } from '../../../client/meeting/helplineFile.ts'

const raw: unknown = JSON.parse(readFileSync(new URL('../../../assets/helplines.json', import.meta.url), 'utf8'))
const file = helplineFileSchema.parse(raw)

test('every country has a line, and every line a way to reach it', () => {
  expect(file.length).toBeGreaterThan(0)
  for (const { country, lines } of file) {
    expect(country).toMatch(/^[A-Z]{2}$/)
    expect(lines.length, country).toBeGreaterThan(0)
    for (const line of lines) expect(line.phone ?? line.text ?? line.chatUrl, line.name).toBeTruthy()
  }
})

test('every number names the page on which it was seen', () => {
  for (const { emergency, lines } of file) {
    const sources = [...lines.map((line) => line.source), ...(emergency ? [emergency.source] : [])]
    for (const source of sources) expect(source).toMatch(/^https?:\/\//)
  }
})

test('no country is in the list twice', () => {
  expect(new Set(file.map((one) => one.country)).size).toBe(file.length)
})
