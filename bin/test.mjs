// Runs every test and ends with one line: `N passed, N failed`. Arguments go to vitest: `npm test -- hostile`.
// A run that executed nothing, was cut off or left an error behind fails; so does a test that is switched off in the code.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'hearthside-tests-'))
const tallyFile = join(folder, 'tally.json')
const args = ['run', '--passWithNoTests', '--reporter=default', '--reporter=./tests/support/tallyReporter.ts']
const { status } = spawnSync('vitest', [...args, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TALLY_FILE: tallyFile },
})

const tally = existsSync(tallyFile)
  ? JSON.parse(readFileSync(tallyFile, 'utf8'))
  : { passed: 0, failed: 1, notes: ['The test run was cut off.'] }
rmSync(folder, { recursive: true, force: true })
if (tally.passed + tally.failed === 0) tally.notes.push('No test was run.')
for (const note of tally.notes) console.log(note)
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = status === 0 && tally.failed === 0 && tally.passed > 0 ? 0 : 1
