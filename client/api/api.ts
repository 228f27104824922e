// Every HTTP route as one function. A refusal is a value, a network that fails is the refusal `offline`, an answer that
// cannot be read is `internal`: nothing here throws.

import * as z from 'zod/mini'
import {
  commandResponse,
  type enterRequest,
  type Me,
  meetingResponse,
  meSchema,
  type Problem,
  problemSchema,
  pseudonymResponse,
  type Seat,
  seatResponse,
  type SideSeat,
  sideResponse,
} from '#protocol/api.ts'
import type { practiceRequest } from '#protocol/practice.ts'
import type { FeedbackAnswer } from '#protocol/feedback.ts'
import type { Knock, MeetingSnapshot } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'

export type Refusal = Omit<Problem, 'code'> & { readonly code: Problem['code'] | 'offline' }
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }
export type EnterRequest = z.infer<typeof enterRequest>

/** Asks any route; `read` gives undefined for an answer that it cannot read. */
export type Ask = <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  read: (body: unknown) => T | undefined,
  body?: unknown,
) => Promise<Answer<T>>

export interface Api {
  /** For what only one panel needs: its schemas stay with the panel, and off the porch. */
  readonly ask: Ask
  enter(request: EnterRequest): Promise<Answer<null>>
  me(): Promise<Answer<Me>>
  pseudonym(): Promise<Answer<string>>
  knock(knock: Knock): Promise<Answer<Me>>
  practise(request: z.infer<typeof practiceRequest>): Promise<Answer<Me>>
  withdraw(): Promise<Answer<Me>>
  /** Claims the chair for this page. */
  seat(): Promise<Answer<Seat>>
  /** Asks where the private word is that one is in. */
  side(): Promise<Answer<SideSeat>>
  meeting(): Promise<Answer<MeetingSnapshot>>
  say(text: string): Promise<Answer<null>>
  /** Once for each meeting that one sat in. */
  giveFeedback(answer: FeedbackAnswer): Promise<Answer<null>>
  command(command: MeetingCommand): Promise<Answer<MeetingSnapshot>>
  /** Gives the chair back; outlives the page. Resolves to nothing worth knowing. */
  leave(): void
  /** Where the stream of personal events is. */
  readonly eventsUrl: string
}

export interface ApiOptions {
  readonly fetch: typeof fetch
  /** Origin of the server without a trailing slash; empty for the page's own. */
  readonly base: string
  readonly timeoutMs?: number
  /** Sends an empty POST that outlives the page; `navigator.sendBeacon` where there is one. */
  readonly beacon?: (url: string) => boolean
}

const DEFAULT_TIMEOUT_MS = 10_000
const internal: Refusal = { code: 'internal' }

/** Reads a refusal; a proxy's own error page (502, 503, 504) means that the server is away, not that it said no. */
async function readRefusal(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => null)
  const problem = problemSchema.safeParse(body)
  if (problem.success) return problem.data
  return response.status >= 502 && response.status <= 504 ? { code: 'offline' } : internal
}

/** Creates the one door to the server. */
export function createApi({ fetch, base, timeoutMs = DEFAULT_TIMEOUT_MS, beacon }: ApiOptions): Api {
  const call: Ask = async (method, path, read, body) => {
    let response: Response
    try {
      response = await fetch(`${base}${path}`, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
    } catch {
      // No network, no server or no answer in time: for a person these are one thing.
      return { ok: false, refusal: { code: 'offline' } }
    }
    if (!response.ok) return { ok: false, refusal: await readRefusal(response) }
    const value = read(response.status === 204 ? null : await response.json().catch(() => undefined))
    return value === undefined ? { ok: false, refusal: internal } : { ok: true, value }
  }

  const nothing = () => null
  const reader =
    <T>(schema: z.ZodMiniType<T>) =>
    (body: unknown) =>
      schema.safeParse(body).data
  const readMe = reader(meSchema)
  const readSnapshot = (body: unknown) => commandResponse.safeParse(body).data?.snapshot

  return {
    ask: call,
    enter: (request) => call('POST', '/api/enter', nothing, request),
    me: () => call('GET', '/api/me', readMe),
    pseudonym: () => call('GET', '/api/pseudonym', (body) => pseudonymResponse.safeParse(body).data?.name),
    knock: (knock) => call('POST', '/api/knock', readMe, knock),
    practise: (request) => call('POST', '/api/practice', readMe, request),
    withdraw: () => call('DELETE', '/api/knock', readMe),
    seat: () => call('POST', '/api/seat', reader(seatResponse), {}),
    side: () => call('POST', '/api/side', reader(sideResponse), {}),
    meeting: () => call('GET', '/api/meeting', (body) => meetingResponse.safeParse(body).data?.snapshot),
    giveFeedback: (answer) => call('POST', '/api/feedback', nothing, answer),
    say: (text) => call('POST', '/api/chat', nothing, { text }),
    command: (command) => call('POST', '/api/commands', readSnapshot, { command }),
    leave() {
      const url = `${base}/api/leave`
      if (beacon?.(url)) return
      // The answer is of no interest: whoever left is gone here already.
      fetch(url, { method: 'POST', credentials: 'same-origin', keepalive: true }).catch(nothing)
    },
    eventsUrl: `${base}/api/me/events`,
  }
}
