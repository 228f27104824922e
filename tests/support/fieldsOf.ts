// Every field that a schema lets through, as a path: what a document must list.

import * as z from 'zod'

interface JsonSchema {
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
  additionalProperties?: unknown
}

/**
 * Lists the fields of a schema of strict objects, such as `people.name`; lists and absent values count as what is in them.
 * @throws Error when an object takes fields that it does not name.
 */
export function fieldsOf(schema: z.core.$ZodType): string[] {
  const json: JsonSchema = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })))
  return pathsOf(json, '')
}

function pathsOf(schema: JsonSchema, path: string): string[] {
  if (schema.items) return pathsOf(schema.items, path)
  const branch = schema.anyOf?.find((one) => one.properties ?? one.items)
  if (branch) return pathsOf(branch, path)
  if (!schema.properties) return [path]
  if (schema.additionalProperties !== false) throw new Error(`${path || 'the schema'} takes unlisted fields`)
  return Object.entries(schema.properties).flatMap(([name, inner]) => pathsOf(inner, path ? `${path}.${name}` : name))
}
