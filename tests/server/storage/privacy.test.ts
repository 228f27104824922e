// What is kept, column by column and field by field. A new one must be added here and to docs/safety.md, or this fails.

import { expect, test } from 'vitest'
import * as z from 'zod'
import { recordSchema } from '../../../server/meetings/recordSchema.ts'
import { openDatabase } from '../../../server/storage/database.ts'

const KEPT_COLUMNS = {
  groups: ['id', 'name', 'question', 'agreements', 'host', 'consent', 'seats'],
  links: ['hash', 'group_id', 'kind', 'revoked_at'],
  sessions: ['hash', 'group_id', 'key_holder', 'created_at', 'consent'],
  meetings: ['id', 'group_id', 'revision', 'document'],
  scripts: ['group_id', 'id', 'document'],
}

const AVATAR = ['character', 'palette', 'accessory']
const FLOOR = ['mode', 'speaker', 'fading', 'next', 'direction']
const KEPT_WHILE_A_MEETING_RUNS = [
  'id',
  'group',
  'epoch',
  'revision',
  'phase',
  'lockedByHand',
  'hushed',
  'fadingUntil',
  'hands',
  'seats',
  'denials',
  'blocked',
  'parted',
  'environment',
  'dim',
  'keysGoneSince',
  'closesAt',
  ...FLOOR.map((field) => `floor.${field}`),
  ...FLOOR.map((field) => `floorBeforeSafe.${field}`),
  ...[
    'identity',
    'session',
    'seat',
    'name',
    'role',
    'keyHolder',
    'firstTime',
    'resting',
    'held',
    'connected',
    'lostSince',
  ].map((field) => `people.${field}`),
  ...['id', 'session', 'name', 'firstTime', 'answer', 'since'].map((field) => `knocks.${field}`),
  ...AVATAR.flatMap((field) => [`people.avatar.${field}`, `knocks.avatar.${field}`]),
  ...['startedAt', 'endsAt'].map((field) => `lamp.${field}`),
  ...['index', 'skipped', 'startedAt', 'endsAt', 'paused', 'stoppedAt', 'lead', 'heard'].map(
    (field) => `script.${field}`,
  ),
  // What the group wrote into its own script, while it runs.
  ...['id', 'version', 'title'].map((field) => `script.script.${field}`),
  ...[
    'id',
    'title',
    'minutes',
    'role',
    'text',
    'textFor',
    'floor',
    'chat',
    'environment',
    'dim',
    'members',
    'ends',
  ].map((field) => `script.script.steps.${field}`),
  ...['id', 'kind', 'about'].map((field) => `announcement.${field}`),
]

interface JsonSchema {
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
  additionalProperties?: unknown
}

function fieldsOf(schema: JsonSchema, path: string): string[] {
  if (schema.items) return fieldsOf(schema.items, path)
  const branch = schema.anyOf?.find((one) => one.properties)
  if (branch) return fieldsOf(branch, path)
  if (!schema.properties) return [path]
  expect(schema.additionalProperties, `${path || 'the document'} takes unlisted fields`).toBe(false)
  return Object.entries(schema.properties).flatMap(([name, inner]) => fieldsOf(inner, path ? `${path}.${name}` : name))
}

test('the database has the published columns and no others', () => {
  const database = openDatabase(':memory:')
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  const columns = tables.map(({ name }) => [
    name,
    database
      .prepare(`SELECT name FROM pragma_table_info('${String(name)}')`)
      .all()
      .map((column) => column.name),
  ])
  expect(Object.fromEntries(columns)).toEqual(KEPT_COLUMNS)
})

test('a running meeting’s document has the published fields and no others', () => {
  const schema: JsonSchema = JSON.parse(
    JSON.stringify(z.toJSONSchema(recordSchema, { io: 'output', unrepresentable: 'any' })),
  )
  expect(fieldsOf(schema, '').sort()).toEqual(KEPT_WHILE_A_MEETING_RUNS.sort())
})
