// Counts what a test run came to, for bin/test.mjs, into the file named by TALLY_FILE. A file that could not be loaded, an error
// outside of any test and a test that is switched off in the code count as failed.

import { writeFileSync } from 'node:fs'
import type { Reporter, Vitest } from 'vitest/node'

interface Tally {
  readonly passed: number
  readonly failed: number
  /** Sentences for the person at the terminal. */
  readonly notes: readonly string[]
}

type RunEnd = Parameters<NonNullable<Reporter['onTestRunEnd']>>

function tallyOf([modules, errors, reason]: RunEnd, namesFiltered: boolean): Tally {
  const notes: string[] = []
  const tests = modules.flatMap((one) => [...one.children.allTests()])
  // A name filter (-t) switches tests off in the same way as the code does; then it was asked for.
  const off = namesFiltered ? [] : tests.filter((test) => ['skip', 'todo'].includes(test.options.mode ?? ''))
  for (const test of off) notes.push(`Switched off: ${test.module.relativeModuleId} ${test.fullName}`)
  const broken = modules.filter((one) => failedByItself(one) || [...one.children.allSuites()].some(failedByItself))
  for (const one of broken) notes.push(`Could not be run as a whole: ${one.relativeModuleId}`)
  if (errors.length > 0) notes.push(`Errors outside of any test: ${errors.length}`)
  const interrupted = reason === 'interrupted' ? 1 : 0
  if (interrupted > 0) notes.push('The test run was interrupted.')
  const count = (state: string) => tests.filter((test) => test.result().state === state).length
  const failed = count('failed') + off.length + broken.length + errors.length + interrupted
  return { passed: count('passed'), failed, notes }
}

function failedByItself(suite: { errors(): unknown[] }): boolean {
  return suite.errors().length > 0
}

class TallyReporter implements Reporter {
  #namesFiltered = false

  onInit(vitest: Vitest): void {
    this.#namesFiltered = vitest.config.testNamePattern !== undefined
  }

  onTestRunEnd(...run: RunEnd): void {
    const file = process.env.TALLY_FILE
    if (file) writeFileSync(file, JSON.stringify(tallyOf(run, this.#namesFiltered)))
  }
}

// Vitest loads a reporter by its file's default export.
// oxlint-disable-next-line import/no-default-export
export default TallyReporter
