// Somebody who speaks to the server without a browser and without our page: any path just as it is written, any parameters, any
// headers, web socket or not.

import { randomBytes } from 'node:crypto'
import { request as open, type OutgoingHttpHeaders } from 'node:http'

const PATIENCE_MS = 10_000

export interface RawAnswer {
  readonly status: number
  readonly body: string
}

/** Sends a request whose path is not tidied up first. `url` is the http origin. */
export function rawRequest(
  url: string,
  method: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const request = open({ hostname, port, method, path, headers, timeout: PATIENCE_MS }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    // 101 Switching Protocols: a web socket is open, and is closed again at once.
    request.once('upgrade', (_response, socket) => {
      socket.destroy()
      resolve({ status: 101, body: '' })
    })
    request.once('timeout', () => request.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)))
    request.once('error', reject)
    request.end()
  })
}

/** Asks for a web socket and says what came of it: 'open' (and closes it again), or the HTTP status of the refusal. */
export async function tryGate(
  url: string,
  path: string,
  parameters: readonly (readonly [string, string])[],
  headers: OutgoingHttpHeaders = {},
): Promise<'open' | number> {
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString()
  const { status } = await rawRequest(url, 'GET', `${path}${query === '' ? '' : `?${query}`}`, {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
    ...headers,
  })
  return status === 101 ? 'open' : status
}
