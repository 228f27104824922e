// Somebody with a valid token and a client of their own making tries everything; the test is always the same question: is it heard,
// or does anything change? Each listening has a control, a voice that must be heard, so that silence is never deafness.

import {
  dispose,
  LocalVideoTrack,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node'
import { AccessToken } from 'livekit-server-sdk'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCircle, type Circle, type Sitter } from '../support/circle.ts'
import { pause, until } from '../support/clocks.ts'
import { tonesHeard } from '../support/listening.ts'
import { createPerson } from '../support/person.ts'
import { viewRooms } from '../support/roomView.ts'
import { rawRequest, tryGate } from '../support/rawRequest.ts'
import { startStack, type Stack } from '../support/stack.ts'
import { connectVoice, type Voice } from '../support/voice.ts'

const LISTEN_MS = 800

let stack: Stack
let circle: Circle
let maple: Sitter
let fern: Sitter
/** The hostile one. */
let thorn: Sitter
let more: Voice[]

/** Which tones Maple and Fern hear of others. The control: Fern speaks all the time. */
const heard = () =>
  tonesHeard(
    [maple, fern],
    fern,
    [...circle.everybody, ...more].map((one) => one.hz),
  )

/** Connects once more as the hostile one with some token, in a tone that nobody else has. */
async function connectAgain(token: string): Promise<Voice> {
  const voice = await connectVoice({ ...thorn.seat, token }, 7)
  more.push(voice)
  return voice
}

beforeAll(async () => {
  stack = await startStack()
})
afterAll(async () => {
  await stack.stop()
  await dispose()
})
beforeEach(async () => {
  more = []
  circle = await openCircle(stack, ['Fern', 'Thorn'])
  const [first, second] = circle.members
  if (!first || !second) throw new Error('two members are needed')
  ;[maple, fern, thorn] = [circle.facilitator, first, second]
  await fern.voice.speak()
  await maple.voice.ears.untilHeard(fern.hz)
})
afterEach(async () => {
  await maple.person.command({ type: 'end' })
  await Promise.all(more.map((voice) => voice.leave()))
  await circle.disperse()
  const view = viewRooms(stack)
  await until('the room to be taken down', async () => (await view.rooms()).length === 0)
})

describe('under a hold', () => {
  /** Lets Thorn be heard, saves what that brought, and holds the microphone. */
  async function holdAfterSpeaking(): Promise<string> {
    await maple.person.command({ type: 'hold', to: thorn.identity })
    await until('the hold', () => !thorn.voice.permitted)
    await maple.person.command({ type: 'release', to: thorn.identity })
    await until('the release', () => thorn.voice.permitted)
    const saved = thorn.voice.token
    await thorn.voice.speak()
    await maple.voice.ears.untilHeard(thorn.hz)
    await maple.person.command({ type: 'hold', to: thorn.identity })
    await until('the hold', () => !thorn.voice.permitted)
    await maple.voice.ears.untilSilent(thorn.hz)
    return saved
  }

  it('publishing again and again brings nothing', async () => {
    await holdAfterSpeaking()
    for (let attempt = 0; attempt < 2; attempt++) {
      const outcome = thorn.voice.publishAnyway().then(
        () => 'published',
        () => 'refused',
      )
      expect(await heard()).toEqual([fern.hz])
      expect(await outcome).toBe('refused')
    }
  })

  it('the token that a grant brought, saved and replayed, brings no voice back', async () => {
    const saved = await holdAfterSpeaking()
    const again = await connectAgain(saved)
    void again.publishAnyway().catch(() => null)
    expect(await heard()).toEqual([fern.hz])
    expect(await viewRooms(stack).mayPublish()).toEqual([maple.identity, fern.identity].toSorted())
  })

  it('twenty reconnections leave one connection, held as before', async () => {
    const saved = await holdAfterSpeaking()
    for (let round = 0; round < 20; round++) {
      const again = await connectAgain(round % 2 === 0 ? saved : thorn.seat.token)
      void again.publishAnyway().catch(() => null)
    }
    expect(await heard()).toEqual([fern.hz])
    const people = (await viewRooms(stack).people()).map((one) => one.identity)
    expect(people.toSorted()).toEqual(circle.everybody.map((one) => one.identity).toSorted())
    const { participants } = await maple.person.meeting()
    expect(participants.find((one) => one.identity === thorn.identity)?.held).toBe(true)
  })

  it('a chair taken anew is held as before', async () => {
    await holdAfterSpeaking()
    const seat = await thorn.person.seat()
    const again = await connectAgain(seat.token)
    expect(again.permitted).toBe(false)
    void again.publishAnyway().catch(() => null)
    expect(await heard()).toEqual([fern.hz])
  })
})

describe('after a removal', () => {
  it('no token that was ever given lets anybody in, by any way in, and the voice is gone', async () => {
    await thorn.voice.speak()
    await maple.voice.ears.untilHeard(thorn.hz)
    const tokens = [thorn.seat.token, thorn.voice.token]
    await maple.person.command({ type: 'remove', to: thorn.identity })
    await maple.voice.ears.untilSilent(thorn.hz)
    for (const token of tokens) {
      for (const path of ['/rtc', '/rtc/v1']) {
        expect(await tryGate(stack.url, path, [['access_token', token]])).toBe(403)
        expect(await tryGate(stack.url, path, [], { authorization: `Bearer ${token}` })).toBe(403)
        const resume = [
          ['access_token', token],
          ['reconnect', '1'],
        ] as const
        expect(await tryGate(stack.url, path, resume)).toBe(403)
      }
    }
    expect(await heard()).toEqual([fern.hz])
    expect((await viewRooms(stack).people()).map((one) => one.identity)).not.toContain(thorn.identity)
  })

  it('one is blocked: no seat, no command, no second knock', async () => {
    await maple.person.command({ type: 'remove', to: thorn.identity })
    await expect(thorn.person.seat()).rejects.toMatchObject({ status: 403 })
    await expect(thorn.person.command({ type: 'raise-hand' })).rejects.toMatchObject({ code: 'blocked' })
    await expect(thorn.person.knock('Nettle')).rejects.toMatchObject({ code: 'blocked' })
    expect((await thorn.person.me()).knock).toBe('removed')
  })
})

describe('at the signal gate', () => {
  it('a second connection for publishing is refused', async () => {
    const token = ['access_token', thorn.seat.token] as const
    for (const path of ['/rtc', '/rtc/v1']) {
      expect(await tryGate(stack.url, path, [token, ['publish', 'second']])).toBe(400)
      expect(await tryGate(stack.url, path, [token, ['PUBLISH', 'second']])).toBe(400)
      expect(await tryGate(stack.url, path, [token, ['auto_subscribe', '1'], ['auto_subscribe', '0']])).toBe(400)
    }
    expect((await viewRooms(stack).people()).every((one) => !one.identity.includes('#'))).toBe(true)
  })

  it('a token of one’s own making is worth nothing, whoever it names', async () => {
    const room = (await viewRooms(stack).rooms())[0] ?? ''
    const forged = new AccessToken(stack.livekit.key, 'a secret that is not the secret of this server', {
      identity: fern.identity,
    })
    forged.addGrant({ roomJoin: true, room, roomAdmin: true, canPublish: true })
    expect(await tryGate(stack.url, '/rtc', [['access_token', await forged.toJwt()]])).toBe(403)
    const [head, body] = thorn.seat.token.split('.')
    expect(await tryGate(stack.url, '/rtc', [['access_token', `${head}.${body}.`]])).toBe(403)
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
    expect(await tryGate(stack.url, '/rtc', [['access_token', `${none}.${body}.`]])).toBe(403)
  })

  it('another site’s page does not get through with a right token', async () => {
    const token = ['access_token', thorn.seat.token] as const
    expect(await tryGate(stack.url, '/rtc', [token], { origin: 'https://elsewhere.example' })).toBe(403)
    expect(await tryGate(stack.url, '/rtc', [token], { origin: stack.url })).toBe('open')
  })

  it('LiveKit’s API is not to be reached through us, even with its own key', async () => {
    const admin = new AccessToken(stack.livekit.key, stack.livekit.secret, { ttl: 60 })
    admin.addGrant({ roomList: true, roomAdmin: true, roomCreate: true })
    const authorization = `Bearer ${await admin.toJwt()}`
    const paths = [
      '/twirp/livekit.RoomService/ListRooms',
      '/rtc/../twirp/livekit.RoomService/ListRooms',
      '/rtc/%2e%2e/twirp/livekit.RoomService/ListRooms',
      '/rtc/v1/../../twirp/livekit.RoomService/ListRooms',
      '//twirp/livekit.RoomService/ListRooms',
    ]
    for (const path of paths) {
      const { status, body } = await rawRequest(stack.url, 'POST', path, { authorization, origin: stack.url })
      expect([400, 404], path).toContain(status)
      expect(body).not.toContain('rooms')
    }
    for (const path of ['/rtc/../agent', '/agent', '/settings/regions', '/debug/pprof', '/whip/v1']) {
      expect(await tryGate(stack.url, path, []).catch(() => 'cut off'), path).not.toBe('open')
    }
  })

  it('LiveKit’s own port answers on loopback alone', async () => {
    const { port } = new URL(stack.livekit.url)
    expect((await fetch(`http://127.0.0.1:${port}/`)).ok).toBe(true)
    // All of 127/8 is this machine, so a server that listened on every address would answer here as well.
    await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow()
  })
})

describe('in the room', () => {
  it('video published as a microphone reaches nobody', async () => {
    const seen: string[] = []
    maple.voice.room.on(RoomEvent.TrackSubscribed, (track, _publication, participant) => {
      if (track.kind === TrackKind.KIND_VIDEO) seen.push(participant.identity)
    })
    const source = new VideoSource(64, 64)
    const track = LocalVideoTrack.createVideoTrack('microphone', source)
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE })
    void thorn.voice.room.localParticipant?.publishTrack(track, options).catch(() => null)
    for (let frame = 0; frame < 20; frame++) {
      source.captureFrame(new VideoFrame(new Uint8Array(64 * 64 * 4).fill(frame * 9), 64, 64, VideoBufferType.RGBA))
      await pause(40)
    }
    expect(seen).toEqual([])
    expect(await heard()).toEqual([fern.hz])
    await source.close()
  })

  it('a screen or a camera is refused, and nobody sees it', async () => {
    const seen: string[] = []
    maple.voice.room.on(RoomEvent.TrackPublished, (_publication, participant) => seen.push(participant.identity))
    for (const source of [TrackSource.SOURCE_CAMERA, TrackSource.SOURCE_SCREENSHARE]) {
      const video = new VideoSource(64, 64)
      const track = LocalVideoTrack.createVideoTrack('camera', video)
      const options = new TrackPublishOptions({ source })
      void thorn.voice.room.localParticipant?.publishTrack(track, options).catch(() => null)
    }
    await pause(LISTEN_MS)
    expect(seen).not.toContain(thorn.identity)
  })

  it('a message in another’s name arrives in the sender’s own', async () => {
    // The names of people who publish nothing arrive a little later than the people.
    await until('Maple to know Thorn', () => maple.voice.room.remoteParticipants.has(thorn.identity))
    const senders: (string | undefined)[] = []
    maple.voice.room.on(RoomEvent.ChatMessage, (_message, participant) => senders.push(participant?.identity))
    maple.voice.room.on(RoomEvent.DataReceived, (_payload, participant) => senders.push(participant?.identity))
    await thorn.voice.room.localParticipant?.sendChatMessage('it is me', undefined, fern.identity)
    await thorn.voice.room.localParticipant?.publishData(new TextEncoder().encode('{"gesture":"wave"}'), {
      reliable: true,
      topic: 'signal',
    })
    await until('something to arrive', () => senders.length > 0)
    await pause(LISTEN_MS)
    expect(new Set(senders)).toEqual(new Set([thorn.identity]))
  })

  it('nobody gives themselves another name, role or mark', async () => {
    const before = await viewRooms(stack).people()
    const me = thorn.voice.room.localParticipant
    await me?.updateName('Maple').catch(() => null)
    await me?.updateMetadata('{"role":"facilitator"}').catch(() => null)
    await me?.setAttributes({ role: 'facilitator' }).catch(() => null)
    await pause(LISTEN_MS)
    const after = await viewRooms(stack).people()
    const marks = (people: typeof before) =>
      people.map(({ identity, name, metadata, attributes }) => ({ identity, name, metadata, attributes }))
    expect(marks(after)).toEqual(marks(before))
    expect((await maple.person.meeting()).participants.find((one) => one.identity === thorn.identity)?.role).toBe(
      'member',
    )
  })

  it('a flood of data drowns nobody: voices go on and the server answers', async () => {
    const payload = new Uint8Array(15_000).fill(120)
    const flood = (async () => {
      for (let i = 0; i < 400; i++) {
        await thorn.voice.room.localParticipant?.publishData(payload, { reliable: i % 2 === 0, topic: 'signal' })
      }
    })()
    const from = performance.now()
    await maple.voice.ears.untilHeard(fern.hz, undefined, from)
    await maple.person.command({ type: 'hold', to: thorn.identity })
    await flood.catch(() => null)
    expect(await heard()).toEqual([fern.hz])
    await maple.person.command({ type: 'remove', to: thorn.identity })
    expect(await heard()).toEqual([fern.hz])
  })
})

describe('over HTTP', () => {
  it('another origin changes nothing, nor does one without an origin', async () => {
    const before = await maple.person.meeting()
    const body = { command: { type: 'end' } }
    for (const origin of ['https://elsewhere.example', 'null', stack.url.replace('http:', 'https:')]) {
      const response = await maple.person.request('POST', '/api/commands', body, { origin })
      expect(response.status).toBe(403)
    }
    expect(await maple.person.meeting()).toEqual(before)
  })

  it('what is malformed, oversized or unknown is refused by its code and changes nothing', async () => {
    const before = await maple.person.meeting()
    const bodies: unknown[] = [
      '{',
      '[]',
      { command: { type: 'explode' } },
      { command: { type: 'hold' } },
      { command: { type: 'hold', to: thorn.identity, also: true } },
      { command: { type: 'hold', to: 'p_../../etc/passwd' } },
      { command: { type: 'hold', to: thorn.identity }, ifRevision: 'now' },
      { command: { type: 'hold', to: thorn.identity }, extra: 1 },
    ]
    for (const body of bodies) {
      const response = await maple.person.request('POST', '/api/commands', body)
      expect(response.status, JSON.stringify(body)).toBe(400)
      expect(await response.json()).toMatchObject({ code: 'bad-request' })
    }
    const large = { command: { type: 'hold', to: 'x'.repeat(100_000) } }
    const response = await maple.person.request('POST', '/api/commands', large)
    expect([400, 413]).toContain(response.status)
    expect(await response.text()).not.toContain('xxxx')
    expect(await maple.person.meeting()).toEqual(before)
  })

  it('nobody gives a command by somebody else’s role', async () => {
    const commands = [
      { type: 'end' },
      { type: 'hush' },
      { type: 'lock' },
      { type: 'remove', to: fern.identity },
      { type: 'hand-role', to: thorn.identity, role: 'facilitator' },
      { type: 'set-floor', mode: 'one-voice', speaker: thorn.identity },
    ] as const
    for (const command of commands) {
      await expect(thorn.person.command(command), command.type).rejects.toMatchObject({
        status: 403,
        code: 'not-allowed',
      })
    }
    const stranger = createPerson(stack.url)
    await expect(stranger.command({ type: 'hush' })).rejects.toMatchObject({ code: 'no-session' })
  })
})
