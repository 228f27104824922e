// `npm run lan` as a home has it: https by the server itself at this computer's own address, with a certificate that nobody vouches
// for. Browsers whose people went on past the warning hear each other.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { BrowserPerson } from '../support/browser.ts'
import { isLetIn, knocks, listenToEachOther, opensTheDoors } from '../support/journey.ts'
import { secureRequest } from '../support/secureRequest.ts'
import { startStack, type Stack } from '../support/stack.ts'

const ADDRESS = '127.0.0.2'
const BOTH = { Maple: ['Fern'], Fern: ['Maple'] }

let stack: Stack
let ca: string
const people: BrowserPerson[] = []

beforeAll(async () => {
  stack = await startStack({ lan: ADDRESS })
  const file = readFileSync(join(stack.dataDir, 'lan-certificate.json'), 'utf8')
  ca = z.parse(z.object({ cert: z.string() }), JSON.parse(file)).cert
})
afterAll(async () => {
  await Promise.all(people.map((one) => one.close()))
  await stack?.stop()
})

it('speaks https at the address of this computer, and everything in it names that address', async () => {
  expect(stack.url).toMatch(/^https:\/\/127\.0\.0\.2:\d+$/)
  expect(statSync(join(stack.dataDir, 'lan-certificate.json')).mode & 0o777).toBe(0o600)
  const page = await secureRequest(`${stack.url}/pair`, ca)
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain(stack.url.replace('https', 'wss'))

  const secret = new URL(stack.doorLink).hash.slice(3)
  const enter = (origin: string) =>
    secureRequest(
      `${stack.url}/api/enter`,
      ca,
      { method: 'POST', headers: { origin, 'content-type': 'application/json' } },
      JSON.stringify({ kind: 'd', secret }),
    )
  const entered = await enter(stack.url)
  expect([entered.status, entered.headers['set-cookie']?.[0]]).toEqual([204, expect.stringContaining('; Secure')])
  for (const origin of [stack.url.replace('https', 'http'), stack.url.replace(ADDRESS, 'localhost')]) {
    expect((await enter(origin)).status, origin).toBe(403)
  }
})

it('prints what people need: the links, a picture of one, where to type six digits, and the warning', () => {
  const words = stack.output()
  expect(stack.keyLink.startsWith(`${stack.url}/#k=`)).toBe(true)
  expect(words).toContain(`${stack.url}/pair`)
  expect(words).toMatch(/[▀▄█ ]{20}\n/)
  expect(words).toContain(`"Proceed to ${ADDRESS}"`)
})

it('carries voices between browsers that went on past the warning', async () => {
  const maple = await opensTheDoors(stack, 'Maple', 3, { trusting: true })
  people.push(maple)
  const fern = await knocks(stack, 'Fern', 6, { trusting: true })
  people.push(fern)
  await isLetIn(fern, maple)
  const ears = await listenToEachOther([maple, fern])
  expect(await ears.heardAfter(BOTH)).toEqual(BOTH)
  expect(await fern.page.evaluate(() => window.isSecureContext)).toBe(true)
  expect(fern.requests.filter((address) => !address.startsWith(stack.url) && /^(https?|wss?):/.test(address))).toEqual(
    fern.requests.filter((address) => address.startsWith(stack.url.replace('https', 'wss'))),
  )
}, 240_000)
