// Somebody who asks over https and believes exactly one certificate.

import { request as open, type RequestOptions } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'

export interface SecureAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks `url`; `ca` is the certificate in PEM. @throws Error when the other side shows another one. */
export function secureRequest(url: string, ca: string, options: RequestOptions = {}, body = ''): Promise<SecureAnswer> {
  return new Promise((resolve, reject) => {
    const request = open(url, { ca, agent: false, timeout: 10_000, ...options }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    request.once('timeout', () => request.destroy(new Error('no answer')))
    request.once('error', reject)
    request.end(body)
  })
}
