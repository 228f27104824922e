// What listens on the website's port. Mostly plain HTTP, with a proxy's https in front; on a network at home https by ourselves,
// where somebody who types the address without https:// is sent there instead of reading about a broken connection.

import { createServer as createPlain } from 'node:http'
import type { RequestListener, Server, ServerOptions } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { createServer as createFront } from 'node:net'
import type { Server as Front } from 'node:net'

export interface Website {
  /** What takes the port. */
  readonly front: Front
  /** Where requests and upgrades of browsers arrive. */
  readonly server: Server
  /** From now on https can be spoken. */
  useCertificate(certificate: { readonly key: string; readonly cert: string }): void
  readonly close: () => void
}

const OPTIONS: ServerOptions = { maxHeaderSize: 32 * 1024, requestTimeout: 30_000, keepAliveTimeout: 70_000 }
/** The first byte of a TLS handshake. */
const HANDSHAKE = 0x16
/** Milliseconds in which a new connection has to say something. */
const FIRST_WORD_MS = 10_000
/** LiveKit's hints come from this computer and are signed; it would not know our certificate. */
const HINTS = '/livekit/webhook'

/** Makes a website that speaks HTTP. */
export function createPlainWebsite(answer: RequestListener): Website {
  const server = createPlain(OPTIONS, answer)
  return {
    front: server,
    server,
    useCertificate() {},
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Makes a website that speaks https at `origin`, once it has a certificate, and sends plain requests there. */
export function createSecureWebsite(answer: RequestListener, origin: string): Website {
  const secure = createSecure(OPTIONS, answer)
  const plain = createPlain(OPTIONS, (request, response) => {
    if (request.url === HINTS) return answer(request, response)
    // Not for good: the same address may be somebody else's tomorrow.
    response.writeHead(307, { Location: new URL(pathOf(request.url), origin).href, Connection: 'close' }).end()
  })
  const front = createFront((socket) => {
    // A browser that goes away meanwhile is no fault.
    socket.on('error', () => socket.destroy())
    socket.setTimeout(FIRST_WORD_MS, () => socket.destroy())
    socket.once('data', (first) => {
      socket.setTimeout(0)
      socket.removeAllListeners('timeout')
      socket.pause()
      socket.unshift(first)
      const server = first[0] === HANDSHAKE ? secure : plain
      server.emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  })
  return {
    front,
    server: secure,
    useCertificate: (certificate) => secure.setSecureContext(certificate),
    close() {
      front.close()
      for (const server of [secure, plain]) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

/** A path of our own origin, whatever was asked for: never another host. */
function pathOf(url: string | undefined): string {
  return `/${(url ?? '').replace(/^[/\\]+/, '')}`
}
