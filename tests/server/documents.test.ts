// The documents say what the code does: routes, codes, commands, fields, numbers, settings, events and paths are compared.

import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doorEntrySchema, KNOCK_STATUSES, meSchema, personalEventSchema, seatResponse } from '#protocol/api.ts'
import { ERROR_CODES } from '#protocol/errors.ts'
import type { ErrorCode } from '#protocol/errors.ts'
import * as limits from '#protocol/limits.ts'
import { can } from '#protocol/permissions.ts'
import { commandSchema } from '#protocol/commands.ts'
import { snapshotSchema } from '#protocol/meeting.ts'
import type { Role } from '#protocol/roles.ts'
import { encodePose } from '#protocol/pose.ts'
import { GESTURES, SIGNAL_BYTES } from '#protocol/signals.ts'
import { VARIABLES } from '../../server/environment.ts'
import { STATUS } from '../../server/http/problem.ts'
import { STREAMS_PER_SESSION } from '../../server/http/eventStreams.ts'
import { apply, createMeeting } from '../../server/meetings/meeting.ts'
import { codeIn, listedUnder, ROOT, rowsOf, sectionOf, textOf } from '../support/documents.ts'
import { fieldsOf } from '../support/fieldsOf.ts'
import { enter } from '../support/person.ts'
import { createSite } from '../support/site.ts'
import { anAct, inputOf, SEATS, UNDER_WAY, WITH_SCRIPT } from './meetings/acts.ts'
import type { Act } from './meetings/acts.ts'
import { MEETING_ID } from './meetings/circle.ts'

const protocol = textOf('docs/protocol.md')
const hosting = textOf('docs/self-hosting.md')
const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(`${ROOT}/docs`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]

describe('the routes', () => {
  const http = sectionOf(protocol, '## HTTP').split('\n### ')[0] ?? ''
  const published = rowsOf(http).flatMap(([route = '']) => codeIn(route))

  test('in the protocol are those of the server', () => {
    const app = textOf('server/http/createApp.ts')
    const ofApi = [...app.matchAll(/\bapi\.(get|post|put|patch|delete)\('([^']+)'/g)].map(
      ([, method = '', path = '']) => `${method.toUpperCase()} /api${path}`,
    )
    const ofPractice = [...app.matchAll(/\bpracticeApi\.(get|post|put|patch|delete)\('([^']+)'/g)].map(
      ([, method = '', path = '']) => `${method.toUpperCase()} /practice/api${path}`,
    )
    const ofApp = [...app.matchAll(/\bapp\.(get|post|put|patch|delete)\('([^']+)'/g)].map(
      ([, method = '', path = '']) => `${method.toUpperCase()} ${path}`,
    )
    const validate = /VALIDATE_PATHS = (\[.*\])/.exec(textOf('server/http/signalGate.ts'))?.[1] ?? ''
    const ofGate = [...validate.matchAll(/'([^']+)'/g)].map(([, path = '']) => `GET ${path}`)
    expect(published.sort()).toEqual([...ofApi, ...ofPractice, ...ofApp, ...ofGate].sort())
  })

  test('answer', async () => {
    const site = await createSite()
    const fern = await enter(site.keyLink)
    for (const route of published) {
      const [method = '', path = ''] = route.split(' ')
      const response = await fern.request(method, path, method === 'POST' ? {} : undefined)
      expect(response.status, route).not.toBe(404)
      await response.body?.cancel()
    }
    expect((await fern.request('GET', '/api/nothing')).status).toBe(404)
    await site.stop()
  })

  test('have the limits that are told', () => {
    const source = textOf('server/http/limits.ts')
    const budgets = sectionOf(source.replace('const BUDGETS', '# budgets\n'), '# budgets').split('as const')[0] ?? ''
    const real = [...budgets.matchAll(/^ {2}'?([a-z-]+)'?: \{(.*)\},$/gm)].map(([, what = '', both = '']) => {
      const of = (per: string) => {
        const [, times, seconds] = new RegExp(`${per}: \\[(\\d+), (\\d+)\\]`).exec(both) ?? []
        return times === undefined ? '–' : `${times} in ${seconds}`
      }
      return [`\`${what}\``, of('session'), of('source')]
    })
    const told = rowsOf(sectionOf(protocol, '### Limits')).map(([what, , session, source]) => [what, session, source])
    expect(told).toEqual(real)
  })
})

test('every code is told with its status, and no other', () => {
  const told = rowsOf(sectionOf(protocol, '### Codes')).map(([code, status]) => [code, Number(status)])
  expect(told).toEqual(ERROR_CODES.map((code) => [`\`${code}\``, STATUS[code]]))
})

describe('the commands', () => {
  const rows = rowsOf(sectionOf(protocol, '## Commands'))
  const named = new Map(rows.map((row) => [codeIn(row[0] ?? '')[0] ?? '', row]))

  test('are told with their fields, all of them', () => {
    const real = commandSchema.def.options.map(({ shape }) => {
      const { type, ...more } = shape
      const fields = Object.entries(more).map(([name, field]) => (field.def.type === 'optional' ? `${name}?` : name))
      return [type.def.values[0], fields]
    })
    expect(Array.from(named, ([type, row]) => [type, codeIn(row[1] ?? '')])).toEqual(real)
  })

  test('are told with who may give them', () => {
    const STANDINGS: readonly [Role, boolean][] = [
      ['member', false],
      ['member', true],
      ['facilitator', false],
    ]
    for (const { shape } of commandSchema.def.options) {
      const [type] = shape.type.def.values
      const may = STANDINGS.map(([role, keyHolder]) => (type && can({ role, keyHolder }, type) ? 'yes' : '–'))
      expect(named.get(type ?? '')?.slice(2, 5), type).toEqual(may)
    }
  })

  test('are refused with the codes that are told, and each of those happens', () => {
    const toldOf = ([, row]: [string, string[]]) => codeIn(row[5] ?? '')
    const seen = codesSeen([...named].flatMap((one) => toldOf(one).map((code): [string, string] => [one[0], code])))
    for (const [type, row] of named) {
      const told = toldOf([type, row])
      // Who one is decides for every command alike; these are told above the table.
      const own = [...(seen.get(type) ?? [])].filter(
        (code) => told.includes(code) || !OF_STANDING.some((one) => one === code),
      )
      expect(own.sort(), type).toEqual(told.sort())
    }
  })
})

const OF_STANDING: readonly ErrorCode[] = ['blocked', 'not-admitted', 'not-allowed']

/** In the smaller circle the last one finds no chair. */
const BEGINNING: readonly Act[] = [
  ...UNDER_WAY,
  { does: 'knock', who: 5 },
  { does: 'targeted', who: 0, type: 'admit', to: 5 },
]
/** Samples of 400 meetings; with the sixth or so, everything has happened. */
const MOST_SAMPLES = 25
const BEGINNINGS = [[], BEGINNING, WITH_SCRIPT, WITH_SCRIPT]

/** Every code that each command is refused with in random meetings, some hundred at a time until what is told has happened. */
function codesSeen(told: readonly [string, string][]): ReadonlyMap<string, ReadonlySet<string>> {
  const seen = new Map<string, Set<string>>()
  const missing = () => told.some(([type, code]) => seen.get(type)?.has(code) !== true)
  for (let seed = 7; seed < 7 + MOST_SAMPLES && missing(); seed++) playMeetings(seed, seen)
  return seen
}

function playMeetings(seed: number, seen: Map<string, Set<string>>): void {
  const meetings = fc.sample(fc.array(anAct, { minLength: 50, maxLength: 100 }), { numRuns: 400, seed })
  for (const [index, acts] of meetings.entries()) {
    let record = createMeeting({ id: MEETING_ID, group: 'g_1', seats: index % 2 === 0 ? SEATS : limits.MIN_SEATS })
    let now = 1_000_000
    let count = 0
    const fresh = () => String(count++).padStart(16, '0')
    for (const act of [...(BEGINNINGS[index % BEGINNINGS.length] ?? []), ...acts]) {
      if (act.does === 'wait') now += act.seconds * 1000
      const input = inputOf(act, record, fresh)
      if (!input || record.phase === 'ended') continue
      const outcome = apply(record, input, now, { identity: () => `p_${fresh()}` })
      if (outcome.ok) record = outcome.record
      else if (input.type === 'command') {
        const { type } = input.command
        seen.set(type, (seen.get(type) ?? new Set()).add(outcome.code))
      }
    }
  }
}

describe('the fields', () => {
  test('of the snapshot are told', () => {
    expect(listedUnder(protocol, '## The snapshot').sort()).toEqual(fieldsOf(snapshotSchema).sort())
  })

  test('of Me, a seat and a door entry are told', () => {
    const http = sectionOf(protocol, '## HTTP')
    const me = /\*Me\* \(`meSchema`\):(.*)$/m.exec(http)?.[1] ?? ''
    const flat = Object.keys(meSchema.shape).flatMap((name) =>
      name === 'group' ? ['group', ...Object.keys(meSchema.shape.group.shape)] : [name],
    )
    expect(codeIn(me)).toEqual(flat)
    for (const status of KNOCK_STATUSES) expect(http).toContain(`\`${status}\``)
    expect(http).toContain(`{${Object.keys(seatResponse.shape).join(', ')}}`)
    const [, door = ''] =
      rowsOf(sectionOf(protocol, '## The personal stream')).find(([type]) => type === '`door`') ?? []
    expect(codeIn(door)).toEqual(['entries', ...Object.keys(doorEntrySchema.shape)])
  })

  test('of the personal stream are told', () => {
    const types = personalEventSchema.def.options.map(({ shape }) => shape.type.def.values[0])
    expect(listedUnder(protocol, '## The personal stream')).toEqual(types)
    const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six']
    expect(protocol).toContain(`${words[STREAMS_PER_SESSION] ?? STREAMS_PER_SESSION} streams`)
  })
})

describe('the numbers', () => {
  test('that both sides share are told', () => {
    const told = rowsOf(sectionOf(protocol, '## Numbers')).map(([name, value]) => [name, Number(value)])
    const real = Object.entries(limits).map(([name, value]) => [`\`${name}\``, value])
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(real))
  })

  test('of gestures and poses are told', () => {
    const between = sectionOf(protocol, '## Between participants')
    expect(between).toContain(`at most ${SIGNAL_BYTES} bytes`)
    expect(codeIn(between)).toEqual(expect.arrayContaining([...GESTURES]))
    const still = { x: 0, y: 0, z: 0, qx: 0, qy: 0, qz: 0, qw: 1, left: null, right: null }
    const drawn = Array.from(encodePose(still, 0, 0), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
    expect(between).toContain(`    ${drawn}\n`)
  })
})

describe('for hosts', () => {
  test('every event of the log is told, and no other', () => {
    const files = readdirSync(`${ROOT}/server`, { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.endsWith('.ts'),
    )
    const events = files.flatMap((file) => [
      ...textOf(`server/${file}`).matchAll(/\b(?:log\.(?:info|warn)|failed)\(\s*'([a-z-]+)'/g),
    ])
    const real = new Set(events.map(([, event = '']) => event))
    expect(listedUnder(hosting, '## What the log holds').sort()).toEqual([...real].sort())
  })

  test('every setting that is named can be set', () => {
    const named = hosting.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? []
    expect([...new Set(named)].filter((one) => !VARIABLES.includes(one))).toEqual([])
    expect(named).toEqual(
      expect.arrayContaining(['PUBLIC_URL', 'MEDIA_IP', 'HOST_STATEMENT', 'TRUST_PROXY', 'DATA_DIR']),
    )
  })
})

describe('every document', () => {
  const LINK = /\]\(([^)\s]+)\)/g

  test.each(DOCUMENTS)('%s links to places that are there', (path) => {
    const anchors = (text: string) =>
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
        words
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-'),
      )
    for (const [, link = ''] of textOf(path).matchAll(LINK)) {
      if (/^https?:/.test(link)) continue
      const [file = '', anchor] = link.split('#', 2)
      const target = file === '' ? path : join(dirname(path), file)
      expect(existsSync(join(ROOT, target)), `${path}: ${link}`).toBe(true)
      if (anchor !== undefined) expect(anchors(textOf(target)), `${path}: ${link}`).toContain(anchor)
    }
  })

  test('names only tests that exist', () => {
    const all = DOCUMENTS.map(textOf).join('\n')
    const quoted = [...all.matchAll(/`([^`\n]{20,})`(?:,| \() ?\[(tests\/[^\]]+)\]/g)]
    expect(quoted.length).toBeGreaterThan(0)
    for (const [, name = '', file = ''] of quoted) expect(textOf(file)).toContain(name)
    const paths = all.match(/\btests\/[\w./-]+\.test\.\w+/g) ?? []
    expect(paths.filter((one) => !existsSync(join(ROOT, one)))).toEqual([])
  })

  test('the decisions are numbered once each, and the index has them all', () => {
    const files = readdirSync(`${ROOT}/docs/decisions`).filter((file) => /^\d/.test(file))
    const numbers = files.map((file) => Number(file.slice(0, 4)))
    expect(numbers).toEqual(files.map((_, index) => index + 1))
    const index = textOf('docs/decisions/README.md')
    for (const file of files) {
      const title = /^# \d+\. (.*)$/m.exec(textOf(`docs/decisions/${file}`))?.[1]
      expect(index).toContain(`[${title}](${file})`)
    }
  })
})
