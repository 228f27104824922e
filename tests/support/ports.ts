// Free ports for servers under test: chosen by chance below the range from which systems take ports for outgoing connections, so
// that nobody takes one by accident between its choice and its use.

import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

const LOWEST = 12_000
const HIGHEST = 31_999
const ATTEMPTS = 50

/** Finds a TCP port that nobody listens on. @throws Error when chance does not find one. */
export function freeTcpPort(): Promise<number> {
  return search(canListen)
}

/** Finds a UDP port that nobody is bound to. @throws Error when chance does not find one. */
export function freeUdpPort(): Promise<number> {
  return search(canBind)
}

async function search(isFree: (port: number) => Promise<boolean>): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST + 1))
    if (await isFree(port)) return port
  }
  throw new Error(`none of ${ATTEMPTS} ports was free`)
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}

function canBind(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', () => resolve(false))
    socket.bind(port, () => socket.close(() => resolve(true)))
  })
}
