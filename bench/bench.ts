// Measures what we promise and prints it: a table for people, with --json one line per figure. `npm run bench -- --only name,name`
// measures some. A figure that could not be measured says why and makes the run fail; one that misses its promise is marked.

import './quiet.ts'
import { admitToHearing } from './admitToHearing.ts'
import { type Figure, keeps, type Reading } from './figure.ts'
import { giveToSound } from './giveToSound.ts'
import { holdToSilence } from './holdToSilence.ts'
import { malformedPackets } from './malformedPackets.ts'
import { porchJsGzip } from './porchJsGzip.ts'
import { poseBytes } from './poseBytes.ts'
import { serverKillAudioGap } from './serverKillAudioGap.ts'
import { serverKillLostActions } from './serverKillLostActions.ts'
import { sfuKillToAllHearing } from './sfuKillToAllHearing.ts'
import { stuckMicrophones } from './stuckMicrophones.ts'
import { thirdPartyRequests } from './thirdPartyRequests.ts'

const FIGURES: readonly Figure[] = [
  poseBytes,
  malformedPackets,
  porchJsGzip,
  thirdPartyRequests,
  holdToSilence,
  giveToSound,
  stuckMicrophones,
  admitToHearing,
  serverKillLostActions,
  serverKillAudioGap,
  sfuKillToAllHearing,
]

interface Row {
  readonly figure: Figure
  readonly reading: Reading | null
  readonly fault: string
}

const args = process.argv.slice(2)
const asJson = args.includes('--json')
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : []
const unknown = only.filter((name) => !FIGURES.some((figure) => figure.name === name))
const chosen = FIGURES.filter((figure) => only.length === 0 || only.includes(figure.name))

if (unknown.length > 0) {
  console.error(`No such figure: ${unknown.join(', ')}. There are: ${FIGURES.map((one) => one.name).join(', ')}.`)
  process.exitCode = 1
} else {
  await measureAll()
}

async function measureAll(): Promise<void> {
  const rows: Row[] = []
  for (const figure of chosen) {
    if (!asJson) console.error(`measuring ${figure.name} …`)
    const row = await measureOne(figure)
    rows.push(row)
    if (asJson && row.reading) {
      const { value, how } = row.reading
      console.log(JSON.stringify({ figure: figure.name, value, unit: figure.unit, how }))
    }
    if (row.reading === null) console.error(`${figure.name} could not be measured: ${row.fault}`)
  }
  if (!asJson) printTable(rows)
  if (rows.some((row) => row.reading === null)) process.exitCode = 1
}

async function measureOne(figure: Figure): Promise<Row> {
  try {
    return { figure, reading: await figure.measure(), fault: '' }
  } catch (error) {
    return { figure, reading: null, fault: error instanceof Error ? error.message : String(error) }
  }
}

function wantedText({ wanted }: Figure): string {
  if (wanted === null) return ''
  return 'atMost' in wanted ? `≤ ${wanted.atMost}` : `≥ ${wanted.atLeast}`
}

function printTable(rows: readonly Row[]): void {
  const cells = rows.map(({ figure, reading }) => {
    const verdict = reading === null ? 'not measured' : keeps(figure, reading.value) ? '' : 'missed'
    const value = reading === null ? '–' : `${reading.value} ${figure.unit}`
    return [figure.name, value, wantedText(figure), verdict, reading?.how ?? '']
  })
  const head = ['figure', 'value', 'wanted', '', 'how']
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((row) => (row[column] ?? '').length)))
  for (const row of [head, ...cells]) {
    console.log(
      row
        .map((cell, column) => (column === head.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
  }
}
