// A practice by its link, in a real browser over a real LiveKit: one press, then company that is heard while the floor lets it, is held
// by the same buttons as everybody, and at the end a look back.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { peakIn } from '../support/audioProbe.ts'
import type { BrowserPerson } from '../support/browser.ts'
import { until } from '../support/clocks.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { arrive, PATIENCE_MS } from '../support/visitor.ts'

/** −20 dBFS, and what is nothing at all. */
const LOUDEST = 0.1
const NOTHING = 0.0005

let stack: Stack
let trainee: BrowserPerson

beforeAll(async () => {
  stack = await startStack()
  trainee = await arrive(stack.practiceLink, 'Fern', null)
})
afterAll(async () => {
  await trainee.close()
  await stack.stop()
})

it('seats somebody among simulated company by one press, and says what it is', async () => {
  const { page } = trainee
  await page.getByRole('button', { name: 'Sit down', exact: true }).click()
  await page.getByText('Practice: everybody but you is simulated').waitFor()
  const people = page.getByRole('button', { name: /\(simulated\)/ })
  await until('the company to sit', async () => (await people.count()) >= 4, { timeoutMs: PATIENCE_MS })
  await page.getByText('This is your chair.').waitFor()
  expect(page.url()).not.toContain('#p=')
})

it('lets the company be heard, softly, with what it says in words', async () => {
  const { page } = trainee
  await page.getByText('Welcome. Take your time; nothing here is real but you.').waitFor()
  const peak = async () => {
    const now = await peakIn(page, 1500)
    return now > NOTHING && now
  }
  const loudest = await until('a murmur', peak, { timeoutMs: PATIENCE_MS })
  expect(loudest).toBeLessThan(LOUDEST)
})

it('looks back kindly when one leaves, and offers another practice', async () => {
  const { page } = trainee
  await page
    .getByRole('button', { name: /^Leave/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'Looking back: Sit down for a minute' }).waitFor()
  await page.getByText('You did not raise your hand. That is fine: many only listen at first.').waitFor()
})

it('holds somebody simulated by the same act as anybody, and nothing of them is heard', async () => {
  const { page } = trainee
  const choice = page.getByRole('listitem').filter({ hasText: 'Somebody takes all the room' })
  await choice.getByRole('button', { name: /^Sit down/ }).click()
  await page.getByText('Practice: everybody but you is simulated').waitFor()
  await page.getByRole('button', { name: /^Rolf \(simulated\)/ }).click()
  await page.getByRole('button', { name: 'Hand over the piece' }).click()
  const speaks = async () => (await peakIn(page, 1000)) > NOTHING
  await until('Rolf to talk', speaks, { timeoutMs: PATIENCE_MS })
  await page.getByRole('button', { name: 'Hold microphone' }).click()
  await page.getByRole('button', { name: 'Release microphone' }).waitFor()
  await until('silence', async () => (await peakIn(page, 1000)) < NOTHING, { timeoutMs: PATIENCE_MS })
  expect(await peakIn(page, 4000)).toBeLessThan(NOTHING)
  expect(trainee.faults).toEqual([])
})
