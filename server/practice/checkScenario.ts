// Reads a scenario file, or names every fault with its line. What the rules of a circle forbid is refused here, before anybody sits
// in it: more people than chairs, an act that a role may not do, a beat for somebody who is not there.

import { findNodeAtLocation, type Node, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser'
import type { CommandType } from '#protocol/commands.ts'
import { FLOOR_MODES } from '#protocol/meeting.ts'
import { can } from '#protocol/permissions.ts'
import { faultSentence } from '#protocol/scriptFaults.ts'
import type { Beat, CastMember, Deed, Scenario } from '#protocol/scenario.ts'
import { scenarioSchema } from '#protocol/scenario.ts'
import { isTaken } from '../admissions/names.ts'

export interface ScenarioFault {
  /** In the file, from 1. */
  readonly line: number
  readonly message: string
}

export type CheckedScenario =
  { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly faults: readonly ScenarioFault[] }

type Path = readonly (string | number)[]
interface Found {
  readonly path: Path
  readonly message: string
}

const YOUR_MOMENTS = ['your-turn', 'your-hand', 'you-passed', 'you-rested', 'you-returned']
const MOMENTS = [
  'start',
  'doors-opened',
  'hushed',
  'unhushed',
  ...YOUR_MOMENTS,
  ...FLOOR_MODES.map((mode) => `floor-${mode}`),
]
const DONE_TO_SOMEBODY = ['admitted', 'declined', 'held', 'removed']
/** Deeds that are no command: comings and goings of the line, and what is said. */
const NOT_COMMANDS: readonly Deed[] = ['knock', 'leave', 'drop', 'come-back', 'say', 'gesture']

function isMoment(name: string, keys: ReadonlySet<string>, beats: ReadonlySet<string>): boolean {
  const [what, who] = name.split(':')
  if (who !== undefined) return DONE_TO_SOMEBODY.includes(what ?? '') && keys.has(who)
  return MOMENTS.includes(name) || beats.has(name)
}

function isCommand(deed: Deed): deed is Deed & CommandType {
  return !NOT_COMMANDS.includes(deed)
}

/** What a single beat lacks or may not do. */
function faultsOfBeat(beat: Beat, who: CastMember | undefined, keys: ReadonlySet<string>): [string, string][] {
  if (!who) return [['who', `Nobody here has the key "${beat.who}".`]]
  const faults: [string, string][] = []
  const { does } = beat
  if (does === 'say' && beat.line === undefined) faults.push(['line', 'Say what: a beat that says needs a line.'])
  if (does === 'gesture' && beat.gesture === undefined) faults.push(['gesture', 'Name the gesture.'])
  if (does === 'set-floor' && beat.floor === undefined) faults.push(['floor', 'Name the mode of the floor.'])
  const needsTo = does === 'hand-piece' || does === 'call'
  if (needsTo && beat.to === undefined) faults.push(['to', 'Name whom: a key, or "you".'])
  if (beat.to !== undefined && beat.to !== 'you' && !keys.has(beat.to)) {
    faults.push(['to', `Nobody here has the key "${beat.to}".`])
  }
  if (does === 'knock' && who.waits !== true)
    faults.push(['does', `${who.name} sits there already; only who waits knocks.`])
  const standing = { role: who.role ?? 'member', keyHolder: false } as const
  if (isCommand(does) && !can(standing, does)) {
    faults.push(['does', `A ${standing.role} may not do this; it is for those who run the meeting.`])
  }
  return faults
}

function faultsAcross(scenario: Scenario): Found[] {
  const { people, beats, seats, role } = scenario
  const found: Found[] = []
  const keys = new Set(people.map((one) => one.key))
  const beatIds = new Set<string>()
  if (people.length + 1 > seats) {
    const message = `${people.length} people and you need ${people.length + 1} chairs; there are ${seats}.`
    found.push({ path: ['people'], message })
  }
  for (const [index, one] of people.entries()) {
    const before = people.slice(0, index)
    const path = ['people', index]
    if (one.key === 'you') found.push({ path: [...path, 'key'], message: '"you" is the trainee.' })
    if (before.some((other) => other.key === one.key)) {
      found.push({ path: [...path, 'key'], message: 'Another person has this key already.' })
    }
    const taken = before.map((other) => other.name)
    if (isTaken(one.name, taken))
      found.push({ path: [...path, 'name'], message: 'Looks like a name that is there already.' })
    const second = one.role === 'facilitator' && before.some((other) => other.role === 'facilitator')
    if (second || (one.role === 'facilitator' && role === 'facilitator')) {
      found.push({ path: [...path, 'role'], message: 'There is one facilitator, and that is somebody else.' })
    }
  }
  if (role !== 'facilitator' && !people.some((one) => one.role === 'facilitator' && one.waits !== true)) {
    found.push({
      path: ['people'],
      message: 'Somebody must run the meeting: one person who is there needs the role facilitator.',
    })
  }
  for (const [index, beat] of beats.entries()) {
    const path = ['beats', index]
    const who = people.find((one) => one.key === beat.who)
    for (const [field, message] of faultsOfBeat(beat, who, keys)) found.push({ path: [...path, field], message })
    if (beat.after !== undefined && !isMoment(beat.after, keys, beatIds)) {
      found.push({
        path: [...path, 'after'],
        message: `"${beat.after}" is no moment, and no earlier beat has this id.`,
      })
    }
    if (beat.id === undefined) continue
    if (beatIds.has(beat.id) || MOMENTS.includes(beat.id)) {
      found.push({ path: [...path, 'id'], message: 'This id is taken already.' })
    }
    beatIds.add(beat.id)
  }
  for (const [index, rule] of scenario.lookBack.entries()) {
    const path = ['lookBack', index]
    if (rule.who !== undefined && !keys.has(rule.who)) {
      found.push({ path: [...path, 'who'], message: `Nobody here has the key "${rule.who}".` })
    }
    if (rule.after !== undefined && !isMoment(rule.after, keys, beatIds)) {
      found.push({ path: [...path, 'after'], message: `"${rule.after}" is no moment, and no beat has this id.` })
    }
  }
  return found
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** The line of a place in the file: its own, or that of the nearest thing around it which is there. */
function lineOf(text: string, root: Node, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (node) return lineAt(text, node.offset)
  }
  return lineAt(text, root.offset)
}

function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf)
  if (node.type !== 'object') return node.value
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) => {
      const [key, value] = children ?? []
      return key && value ? [[String(key.value), valueOf(value)]] : []
    }),
  )
}

/** Reads the text of a scenario file: JSON, comments allowed. Never throws. */
export function checkScenario(text: string): CheckedScenario {
  if (text.trim() === '') return { ok: false, faults: [{ line: 1, message: 'The file is empty.' }] }
  const broken: ParseError[] = []
  const root = parseTree(text, broken)
  if (!root || broken.length > 0) {
    const faults = broken.map(({ error, offset }) => ({
      line: lineAt(text, offset),
      message: `This is not JSON: ${printParseErrorCode(error)}.`,
    }))
    return { ok: false, faults }
  }
  const parsed = scenarioSchema.safeParse(valueOf(root), { reportInput: true })
  const found: Found[] = parsed.success
    ? faultsAcross(parsed.data)
    : parsed.error.issues.map((issue) => ({
        path: issue.path.filter((part) => typeof part !== 'symbol'),
        message: `${issue.path.map(String).join('.') || 'the scenario'}: ${faultSentence(issue)}`,
      }))
  if (parsed.success && found.length === 0) return { ok: true, scenario: parsed.data }
  const faults = found.map(({ path, message }) => ({ line: lineOf(text, root, path), message }))
  return { ok: false, faults: faults.toSorted((a, b) => a.line - b.line) }
}
