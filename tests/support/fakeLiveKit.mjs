#!/usr/bin/env node
// Stands in for the LiveKit program where only its coming and going matters: reads the port from the configuration, says OK.
// Like LiveKit it does not leave at the first request to stop. `"fail": true` in the configuration makes it die at once.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const config = JSON.parse(readFileSync(process.argv[process.argv.indexOf('--config') + 1], 'utf8'))
if (config.fail) {
  process.stdout.write(`${config.fail}\n`)
  process.exit(1)
}
let asked = 0
process.on('SIGTERM', () => ++asked > 1 && process.exit(0))
// Alive at every GET, and without any rooms at every call of its API.
createServer(({ method }, response) => {
  if (method === 'POST') response.setHeader('Content-Type', 'application/json')
  response.end(method === 'POST' ? '{}' : 'OK')
}).listen(config.port, '127.0.0.1')
