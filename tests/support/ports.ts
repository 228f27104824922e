// Free ports for servers under test. A port is free when it is asked for; somebody else could take it before its use, which a
// start that fails says in one sentence.

import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

/** Finds a TCP port that nobody listens on. */
export function freeTcpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Finds a UDP port that nobody is bound to. */
export function freeUdpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    socket.once('error', reject)
    socket.bind(0, '0.0.0.0', () => {
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })
}
