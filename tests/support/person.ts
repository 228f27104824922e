// A person as the server knows one: a browser's cookie, its origin and the HTTP routes. Every answer is checked by the schemas
// of the protocol; a refusal is thrown as Refused with the status and the code.

import * as z from 'zod/mini'
import {
  commandRequest,
  commandResponse,
  enterRequest,
  meetingResponse,
  meSchema,
  problemSchema,
  pseudonymResponse,
  seatResponse,
  sideResponse,
  type Me,
  type Problem,
  type Seat,
  type SideSeat,
} from '#protocol/api.ts'
import type { Knock, MeetingSnapshot } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import { readEvents, type EventReader } from './eventReader.ts'

/** The server said no. */
export class Refused extends Error {
  readonly status: number
  readonly code: Problem['code']
  constructor(status: number, problem: Problem) {
    super(`${status} ${problem.code}`)
    this.status = status
    this.code = problem.code
  }
}

export interface Person {
  /** `name=value` of the session cookie; empty before entering. */
  readonly cookie: string
  readonly url: string
  me(): Promise<Me>
  pseudonym(): Promise<string>
  knock(name: string, more?: Partial<Knock>): Promise<Me>
  withdraw(): Promise<Me>
  seat(): Promise<Seat>
  /** Where the private word is that one is in. */
  side(): Promise<SideSeat>
  meeting(): Promise<MeetingSnapshot>
  command(command: MeetingCommand, ifRevision?: number): Promise<MeetingSnapshot>
  leave(): Promise<void>
  /** The personal stream; close it at the end. */
  events(): Promise<EventReader>
  /** Any request with this person's cookie, for those who misbehave. `headers` win over the browser's own. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
}

/** Somebody opens one of the printed links. @throws Refused */
export async function enter(link: string): Promise<Person> {
  const { origin, pathname, hash } = new URL(link)
  const person = createPerson(origin, pathname.replace(/\/$/, ''))
  const body = z.parse(enterRequest, { kind: hash.slice(1, 2), secret: hash.slice(3) })
  const response = await person.request('POST', '/api/enter', body)
  await accept(response)
  return person
}

/** A browser without a session, as it is before it has opened a link; `door` is the path before `/api`, for practice. */
export function createPerson(url: string, door = ''): Person {
  let cookie = ''
  async function request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await fetch(`${url}${door}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: url }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === '' ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    for (const one of response.headers.getSetCookie()) cookie = one.split(';', 1)[0] ?? ''
    return response
  }
  const ask = async <T>(schema: z.ZodMiniType<T>, method: string, path: string, body?: unknown): Promise<T> =>
    z.parse(schema, JSON.parse(await accept(await request(method, path, body))))

  return {
    get cookie() {
      return cookie
    },
    url,
    request,
    me: () => ask(meSchema, 'GET', '/api/me'),
    pseudonym: async () => (await ask(pseudonymResponse, 'GET', '/api/pseudonym')).name,
    async knock(name, more = {}) {
      const { group } = await ask(meSchema, 'GET', '/api/me')
      const avatar = { character: 'fox', palette: 'moss', accessory: 'none' } as const
      return ask(meSchema, 'POST', '/api/knock', { name, avatar, firstTime: false, consent: group.consent, ...more })
    },
    withdraw: () => ask(meSchema, 'DELETE', '/api/knock'),
    seat: () => ask(seatResponse, 'POST', '/api/seat', {}),
    side: () => ask(sideResponse, 'POST', '/api/side', {}),
    meeting: async () => (await ask(meetingResponse, 'GET', '/api/meeting')).snapshot,
    async command(command, ifRevision) {
      const body = z.parse(commandRequest, { command, ...(ifRevision === undefined ? {} : { ifRevision }) })
      return (await ask(commandResponse, 'POST', '/api/commands', body)).snapshot
    },
    leave: async () => {
      await accept(await request('POST', '/api/leave'))
    },
    events: () => readEvents(`${url}${door}/api/me/events`, cookie),
  }
}

async function accept(response: Response): Promise<string> {
  const text = await response.text()
  if (!response.ok) throw new Refused(response.status, z.parse(problemSchema, JSON.parse(text)))
  return text
}
