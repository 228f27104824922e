import { describe, expect, it } from 'vitest'
import { createApi } from '../../../client/api/api.ts'
import { someMe, someSeat, someSnapshot } from '../../support/someSnapshot.ts'

type Reply = () => Response | Promise<Response>
const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status })

/** An API over a server that gives one reply; what was asked is written down. */
function apiThatGets(reply: Reply, timeoutMs = 1_000) {
  const asked: { method: string; path: string; body: unknown; init: RequestInit }[] = []
  const api = createApi({
    base: 'https://here.test',
    timeoutMs,
    async fetch(input, init = {}) {
      if (typeof input !== 'string') throw new TypeError('addresses are strings here')
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
      asked.push({ method: init.method ?? 'GET', path: input.replace('https://here.test', ''), body, init })
      const late = new Promise<never>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('late', 'TimeoutError')))
      })
      return Promise.race([Promise.resolve().then(reply), late])
    },
  })
  return { api, asked }
}

const snapshot = someSnapshot(['Fern'])
const knock = {
  name: 'Fern',
  avatar: { character: 'fox', palette: 'moss', accessory: 'none' },
  firstTime: true,
  consent: 1,
} as const

describe('asking the server', () => {
  it('has one function for every route', async () => {
    const me = json(someMe())
    const cases = [
      [
        apiThatGets(() => new Response(null, { status: 204 })),
        'POST /api/enter',
        { kind: 'd', secret: 's'.repeat(22) },
      ],
      [apiThatGets(me), 'GET /api/me', undefined],
      [apiThatGets(json({ name: 'Warm Stone' })), 'GET /api/pseudonym', undefined],
      [apiThatGets(me), 'POST /api/knock', knock],
      [apiThatGets(me), 'DELETE /api/knock', undefined],
      [apiThatGets(json(someSeat('Fern', snapshot))), 'POST /api/seat', {}],
      [apiThatGets(json({ snapshot })), 'GET /api/meeting', undefined],
      [apiThatGets(json({ snapshot })), 'POST /api/commands', { command: { type: 'pass' } }],
    ] as const
    const acts = [
      () => cases[0][0].api.enter({ kind: 'd', secret: 's'.repeat(22) }),
      () => cases[1][0].api.me(),
      () => cases[2][0].api.pseudonym(),
      () => cases[3][0].api.knock(knock),
      () => cases[4][0].api.withdraw(),
      () => cases[5][0].api.seat(),
      () => cases[6][0].api.meeting(),
      () => cases[7][0].api.command({ type: 'pass' }),
    ]
    for (const [i, act] of acts.entries()) {
      expect((await act()).ok).toBe(true)
      const [one, route, body] = cases[i] ?? cases[0]
      expect(one.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([route])
      expect(one.asked[0]?.body).toEqual(body)
    }
  })

  it('never keeps, never follows elsewhere and always brings the cookie of this origin', async () => {
    const { api, asked } = apiThatGets(json(someMe()))
    await api.me()
    expect(asked[0]?.init).toMatchObject({ cache: 'no-store', redirect: 'error', credentials: 'same-origin' })
  })

  it('gets a refusal as a value, with its code', async () => {
    const { api } = apiThatGets(json({ code: 'too-many', retryAfterSeconds: 3 }, 429))
    expect(await api.knock(knock)).toEqual({ ok: false, refusal: { code: 'too-many', retryAfterSeconds: 3 } })
  })

  it('is offline without a network, without an answer in time, and behind a proxy whose server is away', async () => {
    const offline = { ok: false, refusal: { code: 'offline' } }
    expect(await apiThatGets(() => Promise.reject(new TypeError('failed to fetch'))).api.me()).toEqual(offline)
    expect(await apiThatGets(() => new Promise<Response>(() => {}), 20).api.me()).toEqual(offline)
    expect(await apiThatGets(() => new Response('<h1>Bad gateway</h1>', { status: 502 })).api.me()).toEqual(offline)
  })

  it('takes an answer that it cannot read for a fault on the other side, and does not throw', async () => {
    const internal = { ok: false, refusal: { code: 'internal' } }
    expect(await apiThatGets(() => new Response('<html>')).api.me()).toEqual(internal)
    expect(await apiThatGets(json({ ...someMe(), surprise: 1 })).api.me()).toEqual(internal)
    expect(await apiThatGets(json({ code: 'no-such-code' }, 400)).api.me()).toEqual(internal)
    expect(await apiThatGets(() => new Response('', { status: 500 })).api.me()).toEqual(internal)
  })

  it('leaves by a beacon, and by a request that outlives the page where there is none', () => {
    const beacons: string[] = []
    const never = () => Promise.reject(new Error('not asked'))
    createApi({ fetch: never, base: '', beacon: (url) => beacons.push(url) > 0 }).leave()
    expect(beacons).toEqual(['/api/leave'])
    const { api, asked } = apiThatGets(() => new Response(null, { status: 204 }))
    api.leave()
    expect(asked).toMatchObject([{ method: 'POST', path: '/api/leave', init: { keepalive: true } }])
  })
})
