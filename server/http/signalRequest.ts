// What a signalling request may say: known parameters, each once, and the headers of a WebSocket handshake.

import type { IncomingMessage } from 'node:http'

/** What livekit-client and the Rust SDK send. `publish` is not among it: it opens a second, publishing identity. */
const PARAMETERS = new Set([
  'access_token',
  'adaptive_stream',
  'auto_subscribe',
  'auto_subscribe_data_track',
  'browser',
  'browser_version',
  'capabilities',
  'client_protocol',
  'device_model',
  'disable_ice_lite',
  'join_request',
  'network',
  'os',
  'os_version',
  'protocol',
  'reconnect',
  'reconnect_reason',
  'sdk',
  'sid',
  'subscriber_allow_pause',
  'version',
])
const HANDSHAKE = /^(connection|host|upgrade|user-agent|sec-websocket-[a-z]+)$/

export interface SignalRequest {
  /** Path and parameters without the token. */
  readonly url: string
  /** The name tag that was brought; empty for none. */
  readonly token: string
}

/** Reads a request; null for one with a parameter that is unknown or given twice. */
export function readSignalRequest(request: IncomingMessage): SignalRequest | null {
  const url = URL.parse(request.url ?? '', 'http://gate')
  if (!url) return null
  const names = [...url.searchParams.keys()]
  if (new Set(names).size < names.length || !names.every((name) => PARAMETERS.has(name))) return null
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const token = bearer ?? url.searchParams.get('access_token') ?? ''
  url.searchParams.delete('access_token')
  return { url: `${url.pathname}?${url.searchParams.toString()}`, token }
}

/** The path alone, safe to compare and to log. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? ''
}

/** The headers of the WebSocket handshake and no others: no cookie, no address, no language. */
export function handshakeHeaders(request: IncomingMessage): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(request.headers).filter(([name]) => HANDSHAKE.test(name)))
}
