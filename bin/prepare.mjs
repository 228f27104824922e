// Makes a fresh machine ready for one of our commands: packages, the media server, the built page, a browser for the tests.
// Plain JavaScript for any Node from 18 on, built-ins only: it runs before anything is installed. When nothing is to do it
// says nothing and takes a moment. `node bin/prepare.mjs start|dev|build|check|test|bench|pictures`

import { prepareBrowser } from './prepare/browser.mjs'
import { prepareClient } from './prepare/client.mjs'
import { prepareMediaServer } from './prepare/mediaServer.mjs'
import { preparePackages } from './prepare/packages.mjs'
import { NotReady, say } from './prepare/say.mjs'

/** What each command needs, in order: a step may use what the one before has made. */
const NEEDS = {
  start: [preparePackages, prepareMediaServer, prepareClient],
  dev: [preparePackages, prepareMediaServer],
  build: [preparePackages],
  check: [preparePackages],
  test: [preparePackages, prepareMediaServer, prepareBrowser, prepareClient],
  bench: [preparePackages, prepareMediaServer, prepareBrowser, prepareClient],
  pictures: [preparePackages, prepareBrowser],
}

const root = new URL('..', import.meta.url)
const mode = process.argv[2] ?? 'start'
const needs = new Map(Object.entries(NEEDS)).get(mode)

try {
  if (!needs) throw new NotReady(`"${mode}" is none of ${Object.keys(NEEDS).join(', ')}.`)
  for (const prepare of needs) await prepare(root)
} catch (error) {
  if (!(error instanceof NotReady)) throw error
  say(error.message)
  process.exitCode = 1
}
