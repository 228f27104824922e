// Measures what we promise and prints it: a table for people, with --json one line per figure. `npm run bench -- --only name,name`
// measures some. Each figure is measured in a process of its own. One that could not be measured says why and makes the run fail;
// one that misses its promise is marked.

import './quiet.ts'
import { type Figure, keeps } from './figure.ts'
import { MEASURE, measureApart, measureHere, type Outcome } from './measureApart.ts'

const FIGURES: readonly Figure[] = await Promise.all([
  import('./poseBytes.ts').then((file) => file.poseBytes),
  import('./malformedPackets.ts').then((file) => file.malformedPackets),
  import('./porchJsGzip.ts').then((file) => file.porchJsGzip),
  import('./thirdPartyRequests.ts').then((file) => file.thirdPartyRequests),
  import('./holdToSilence.ts').then((file) => file.holdToSilence),
  import('./hushToSilence.ts').then((file) => file.hushToSilence),
  import('./giveToSound.ts').then((file) => file.giveToSound),
  import('./stuckMicrophones.ts').then((file) => file.stuckMicrophones),
  import('./admitToHearing.ts').then((file) => file.admitToHearing),
  import('./consoleAction.ts').then((file) => file.consoleAction),
  import('./serverKillLostActions.ts').then((file) => file.serverKillLostActions),
  import('./scriptKillLostSteps.ts').then((file) => file.scriptKillLostSteps),
  import('./floorModelRuns.ts').then((file) => file.floorModelRuns),
  import('./serverKillAudioGap.ts').then((file) => file.serverKillAudioGap),
  import('./sfuKillToAllHearing.ts').then((file) => file.sfuKillToAllHearing),
  import('./largestRoom.ts').then((file) => file.largestRoom),
  import('./firstRoomBytes.ts').then((file) => file.firstRoomBytes),
  import('./firstRoomJs.ts').then((file) => file.firstRoomJs),
  import('./textureMb.ts').then((file) => file.textureMb),
  import('./roomChangeLongestTask.ts').then((file) => file.roomChangeLongestTask),
  import('./garbagePerFrame.ts').then((file) => file.garbagePerFrame),
  import('./frameJsRatioToNaf.ts').then((file) => file.frameJsRatioToNaf),
  import('./frameJsHundredOverTen.ts').then((file) => file.frameJsHundredOverTen),
  import('./practiceHours.ts').then((file) => file.practiceHours),
  import('./practiceReady.ts').then((file) => file.practiceReady),
  import('./stereoDraws12.ts').then((file) => file.stereoDraws12),
  import('./stereoDraws50.ts').then((file) => file.stereoDraws50),
  import('./stereoTriangles12.ts').then((file) => file.stereoTriangles12),
  import('./stereoTriangles50.ts').then((file) => file.stereoTriangles50),
])

interface Row {
  readonly figure: Figure
  readonly outcome: Outcome
}

const args = process.argv.slice(2)
const asJson = args.includes('--json')
const named = (option: string) => (args.includes(option) ? (args[args.indexOf(option) + 1] ?? '').split(',') : [])
const [here] = FIGURES.filter((figure) => named(MEASURE).includes(figure.name))
const only = named('--only')
const unknown = only.filter((name) => !FIGURES.some((figure) => figure.name === name))

if (here) {
  await measureHere(here)
} else if (unknown.length > 0) {
  console.error(`No such figure: ${unknown.join(', ')}. There are: ${FIGURES.map((one) => one.name).join(', ')}.`)
  process.exitCode = 1
} else {
  await measureAll(FIGURES.filter((figure) => only.length === 0 || only.includes(figure.name)))
}

async function measureAll(chosen: readonly Figure[]): Promise<void> {
  const rows: Row[] = []
  for (const figure of chosen) {
    if (!asJson) console.error(`measuring ${figure.name} …`)
    const outcome = await measureApart(figure)
    rows.push({ figure, outcome })
    if ('fault' in outcome) console.error(`${figure.name} could not be measured: ${outcome.fault}`)
    else if (asJson)
      console.log(JSON.stringify({ figure: figure.name, value: outcome.value, unit: figure.unit, how: outcome.how }))
  }
  if (!asJson) printTable(rows)
  if (rows.some(({ outcome }) => 'fault' in outcome)) process.exitCode = 1
}

function wantedText({ wanted }: Figure): string {
  if (wanted === null) return ''
  return 'atMost' in wanted ? `≤ ${wanted.atMost}` : `≥ ${wanted.atLeast}`
}

function printTable(rows: readonly Row[]): void {
  const cells = rows.map(({ figure, outcome }) => {
    if ('fault' in outcome) return [figure.name, '–', wantedText(figure), 'not measured', '']
    const verdict = keeps(figure, outcome.value) ? '' : 'missed'
    return [figure.name, `${outcome.value} ${figure.unit}`, wantedText(figure), verdict, outcome.how]
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
