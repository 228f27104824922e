// What is kept, column by column, field by field and file by file, is what docs/safety.md says. One that is not listed there fails here.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingsSchema } from '../../../client/settings/settings.ts'
import { recordSchema } from '../../../server/meetings/recordSchema.ts'
import { openDatabase } from '../../../server/storage/database.ts'
import { listedUnder, ROOT, sectionOf, textOf } from '../../support/documents.ts'
import { fieldsOf } from '../../support/fieldsOf.ts'

const safety = textOf('docs/safety.md')

/** Every source file under a folder of the repository. */
function sources(folder: string): string[] {
  const files = readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(`${ROOT}/${folder}/${file}`, 'utf8'))
}

test('the database has the published columns and no others', () => {
  const database = openDatabase(':memory:')
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  const names = tables.map((table) => String(table.name))
  const published = [...sectionOf(safety, '### In the database, for good').matchAll(/^#### `(\w+)`$/gm)]
  expect(published.map(([, name = '']) => name).sort()).toEqual(names)
  for (const name of names) {
    const columns = database.prepare(`SELECT name FROM pragma_table_info('${name}')`).all()
    expect(listedUnder(safety, `#### \`${name}\``), name).toEqual(columns.map((column) => column.name))
  }
})

test('a running meeting’s document has the published fields and no others', () => {
  const published = listedUnder(safety, '### In the database, while a meeting runs')
  expect(published.sort()).toEqual(fieldsOf(recordSchema).sort())
})

test('the data folder has the published files and no others', () => {
  const written = sources('server').flatMap((text) => [...text.matchAll(/'([a-z-]+\.(?:db|json|log|pid)|lock)'/g)])
  const names = new Set(written.map(([, name]) => name ?? ''))
  expect(listedUnder(safety, '### In files of the data folder').sort()).toEqual([...names].sort())
})

test('a device remembers the published settings and nothing else', () => {
  const published = listedUnder(safety, '### On each device')
  expect(published.sort()).toEqual(fieldsOf(settingsSchema).sort())
})

test('the page has no other place to remember anything', () => {
  const places =
    /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|caches\.open|document\.cookie|storage\.getDirectory)\b/g
  const withoutComments = (text: string) => text.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
  const used = sources('client').flatMap((text) => withoutComments(text).match(places) ?? [])
  expect(used).toEqual(['localStorage'])
  const keys = sources('client').flatMap((text) => text.match(/\.(?:getItem|setItem)\(\w+/g) ?? [])
  expect(new Set(keys)).toEqual(new Set(['.getItem(KEY', '.setItem(KEY']))
})
