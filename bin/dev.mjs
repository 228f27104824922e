// The page with hot reload and the server with restarts, as one: the browser talks to Vite, Vite passes /api and /rtc on.
// Ctrl-C ends both.

import { spawn } from 'node:child_process'

const port = process.env.PORT ?? '3000'
const devPort = process.env.DEV_PORT ?? '5173'
const env = {
  ...process.env,
  PORT: port,
  DEV_PORT: devPort,
  PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${devPort}`,
}
const children = [
  spawn('vite', ['--clearScreen', 'false'], { stdio: 'inherit', env }),
  spawn('node', ['--watch', 'server/main.ts'], { stdio: 'inherit', env }),
]

const stop = () => children.forEach((child) => child.kill('SIGTERM'))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0
    stop()
  })
}
