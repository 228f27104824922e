import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMicrophoneQueue, type MicrophoneFacts } from '../../../client/room/microphoneQueue.ts'
import { createHandClock, settle } from '../../support/handClock.ts'
import { createMemoryMicrophone, type MemoryMicrophone } from '../../support/memoryMicrophone.ts'
import { asMediaTrack, createMemoryTrack, type MemoryTrack } from '../../support/memoryTrack.ts'

type Opening = (track: MemoryTrack | Error) => void

/** One person's microphone: the queue, a device that opens when the test says so, and a media server by hand. */
function microphone({ wanted = true, permitted = true, opensAtOnce = true } = {}) {
  const clock = createHandClock()
  const opened: MemoryTrack[] = []
  const copies: MemoryTrack[] = []
  const openings: Opening[] = []
  const devices: (string | null)[] = []
  const states: MicrophoneFacts[] = []
  let metered: MediaStreamTrack | null = null
  let server: MemoryMicrophone = createMemoryMicrophone(permitted, () => queue.poke())

  function makeTrack(): MemoryTrack {
    const track = createMemoryTrack()
    const clone = track.clone.bind(track)
    track.clone = () => {
      const copy = clone()
      copies.push(copy)
      return copy
    }
    opened.push(track)
    return track
  }
  const queue = createMicrophoneQueue({
    clock,
    wanted,
    deviceId: null,
    openDevice(id) {
      devices.push(id)
      if (opensAtOnce) return Promise.resolve(asMediaTrack(makeTrack()))
      return new Promise((resolve, reject) => {
        openings.push((track) => (track instanceof Error ? reject(track) : resolve(asMediaTrack(track))))
      })
    },
    onState: (state) => states.push(state),
    onDevice: (track) => (metered = track),
  })
  return {
    queue,
    clock,
    opened,
    openings,
    devices,
    states,
    makeTrack,
    server: () => server,
    metered: () => metered,
    /** Tracks that could carry sound now: open and enabled. */
    audible: () => copies.filter((one) => one.readyState === 'live' && one.enabled),
    /** The browser's recording light. */
    light: () => [...opened, ...copies].some((one) => one.readyState === 'live'),
    /** Delivers everything until nothing moves. */
    async calm() {
      for (let i = 0; i < 50; i++) {
        await settle()
        const moved = server.toServer() || server.toClient() || server.negotiate()
        if (!moved) await settle()
        if (!moved && server.quiet()) return
      }
      throw new Error('it never becomes calm')
    },
    /** A new link with a new server side, as after a reconnect. */
    newLink(permits: boolean) {
      server = createMemoryMicrophone(permits, () => queue.poke())
      queue.setLink(server.port)
    },
  }
}

async function live() {
  const one = microphone()
  one.queue.setLink(one.server().port)
  one.queue.setAllowed(true)
  await one.calm()
  return one
}

describe('one’s own microphone', () => {
  it('is heard when it is permitted and wanted', async () => {
    const one = await live()
    expect(one.queue.state()).toEqual({ status: 'live', wanted: true, trouble: null })
    expect(one.server().heard()).toHaveLength(1)
    expect(one.audible()).toHaveLength(1)
    expect(one.server().port.lines()).toBe(1)
  })

  it('is not opened before somebody is in the circle and may speak', async () => {
    const one = microphone()
    expect(one.queue.state().status).toBe('off')
    one.queue.setLink(one.server().port)
    await one.calm()
    one.queue.setAllowed(false)
    await one.calm()
    expect(one.queue.state().status).toBe('held')
    expect(one.opened).toHaveLength(0)
  })

  it('is closed at the device in the moment of a hold, before any message has travelled', async () => {
    const one = await live()
    one.queue.setAllowed(false)
    expect(one.light()).toBe(false)
    expect(one.metered()).toBeNull()
    expect(one.queue.state().status).toBe('held')
    await one.calm()
    expect(one.server().heard()).toHaveLength(0)
    expect(one.server().port.publications()).toHaveLength(0)
  })

  it('is closed when the media server takes the permission although the snapshot is late', async () => {
    const one = await live()
    one.server().hold()
    await one.calm()
    expect(one.light()).toBe(false)
    expect(one.queue.state().status).toBe('starting')
    one.queue.setAllowed(false)
    expect(one.queue.state().status).toBe('held')
  })

  it('opens by itself when the floor comes, for somebody who wants to be heard', async () => {
    const one = await live()
    one.server().hold()
    one.queue.setAllowed(false)
    await one.calm()
    one.queue.setAllowed(true)
    one.server().grant()
    await one.calm()
    expect(one.queue.state().status).toBe('live')
    expect(one.server().heard()).toHaveLength(1)
    expect(one.opened).toHaveLength(2)
  })

  it('stays closed when the floor comes to somebody who only listens', async () => {
    const one = microphone({ wanted: false })
    one.queue.setLink(one.server().port)
    one.queue.setAllowed(true)
    await one.calm()
    expect(one.opened).toHaveLength(0)
    expect(one.queue.state().status).toBe('off')
  })

  it('that one turns off is silent at once, keeps its place, and is back at once', async () => {
    const one = await live()
    one.queue.setWanted(false)
    expect(one.audible()).toHaveLength(0)
    expect(one.queue.state().status).toBe('off')
    await one.calm()
    expect(one.server().heard()).toMatchObject([{ muted: true }])
    expect(one.metered()).not.toBeNull()

    one.queue.setWanted(true)
    await one.calm()
    expect(one.audible()).toHaveLength(1)
    expect(one.queue.state().status).toBe('live')
    expect(one.server().heard()).toMatchObject([{ muted: false }])
    expect(one.opened).toHaveLength(1)
    expect(one.server().port.lines()).toBe(1)
  })

  it('that was turned off is closed by a hold and not opened again by its end', async () => {
    const one = await live()
    one.queue.setWanted(false)
    await one.calm()
    one.queue.setAllowed(false)
    expect(one.light()).toBe(false)
    one.queue.setAllowed(true)
    await one.calm()
    expect(one.light()).toBe(false)
    expect(one.server().heard()).toHaveLength(0)
  })

  it('is closed while one rests, and says that this is one’s own choice', async () => {
    const one = await live()
    one.queue.setResting(true)
    expect(one.light()).toBe(false)
    expect(one.queue.state().status).toBe('off')
    await one.calm()
    expect(one.server().heard()).toHaveLength(0)
    one.queue.setResting(false)
    await one.calm()
    expect(one.queue.state().status).toBe('live')
  })

  it('is closed again when the floor went while the browser was still asking', async () => {
    const one = microphone({ opensAtOnce: false })
    one.queue.setLink(one.server().port)
    one.queue.setAllowed(true)
    await settle()
    one.queue.setAllowed(false)
    one.openings[0]?.(one.makeTrack())
    await one.calm()
    expect(one.light()).toBe(false)
    expect(one.server().heard()).toHaveLength(0)
  })

  it('says why it cannot be opened, does not ask again by itself, and tries when one presses', async () => {
    const one = microphone({ opensAtOnce: false })
    one.queue.setLink(one.server().port)
    one.queue.setAllowed(true)
    await settle()
    one.openings[0]?.(new DOMException('no', 'NotAllowedError'))
    await one.calm()
    expect(one.queue.state()).toEqual({ status: 'unavailable', wanted: true, trouble: 'no-permission' })
    one.queue.retryDevice()
    await one.clock.pass(60_000)
    expect(one.devices).toHaveLength(1)

    one.queue.setWanted(false)
    one.queue.setWanted(true)
    await settle()
    one.openings[1]?.(one.makeTrack())
    await one.calm()
    expect(one.queue.state().status).toBe('live')
  })

  it('tries again by itself when a device was plugged in', async () => {
    const one = microphone({ opensAtOnce: false })
    one.queue.setLink(one.server().port)
    one.queue.setAllowed(true)
    await settle()
    one.openings[0]?.(new DOMException('no', 'NotFoundError'))
    await one.calm()
    expect(one.queue.state().trouble).toBe('no-device')
    one.queue.retryDevice()
    await settle()
    one.openings[1]?.(one.makeTrack())
    await one.calm()
    expect(one.queue.state().status).toBe('live')
  })

  it('goes on with what is left when it is pulled out', async () => {
    const one = await live()
    one.opened[0]?.unplug()
    await one.calm()
    expect(one.opened).toHaveLength(2)
    expect(one.queue.state().status).toBe('live')
    expect(one.server().heard()).toHaveLength(1)
    expect(one.audible()).toHaveLength(1)
  })

  it('is opened anew when another one is chosen', async () => {
    const one = await live()
    one.queue.setDevice('desk')
    await one.calm()
    expect(one.devices).toEqual([null, 'desk'])
    expect(one.server().heard()).toHaveLength(1)
    expect(one.opened[0]?.readyState).toBe('ended')
  })

  it('is published again on a new link, with the device left open', async () => {
    const one = await live()
    one.newLink(true)
    await one.calm()
    expect(one.opened).toHaveLength(1)
    expect(one.server().heard()).toHaveLength(1)
    expect(one.server().port.lines()).toBe(1)
  })

  it('does not wait ten seconds for a publication that a hold overtook', async () => {
    const one = microphone()
    one.queue.setLink(one.server().port)
    one.queue.setAllowed(true)
    await settle()
    // The publication is on its way when the server takes the permission: it will never be answered.
    one.server().hold()
    one.queue.setAllowed(false)
    await one.calm()
    one.server().grant()
    one.queue.setAllowed(true)
    await one.calm()
    expect(one.queue.state().status).toBe('live')
    expect(one.server().heard()).toHaveLength(1)
    one.server().timeOut()
    await one.calm()
    expect(one.queue.state().status).toBe('live')
    expect(one.server().heard()).toHaveLength(1)
  })

  it('tries again in a moment when the media server stumbles', async () => {
    const one = microphone()
    one.queue.setLink(one.server().port)
    one.queue.setAllowed(true)
    await settle()
    one.server().timeOut()
    await settle()
    await one.clock.pass(500)
    await one.calm()
    expect(one.queue.state().status).toBe('live')
    expect(one.server().heard()).toHaveLength(1)
  })

  it('ends as it is permitted and wanted, whatever overtakes what, and is never heard when it is not', async () => {
    const step = fc.constantFrom(
      ...(['grant', 'hold', 'want', 'unwant', 'rest', 'return', 'newLink', 'unplug'] as const),
      // Deliveries come far more often than decisions.
      ...(['server', 'client', 'negotiate', 'open', 'wait'] as const),
      ...(['server', 'client', 'negotiate', 'open'] as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const one = microphone({ opensAtOnce: false })
        let [granted, wanted, resting] = [true, true, false]
        one.queue.setLink(one.server().port)
        one.queue.setAllowed(true)
        const open = () => one.openings.shift()?.(one.makeTrack())
        for (const next of steps) {
          if (next === 'grant' || next === 'hold') {
            granted = next === 'grant'
            one.server()[next]()
            one.queue.setAllowed(granted)
          }
          if (next === 'want' || next === 'unwant') one.queue.setWanted((wanted = next === 'want'))
          if (next === 'rest' || next === 'return') one.queue.setResting((resting = next === 'rest'))
          if (next === 'newLink') one.newLink(granted)
          if (next === 'unplug') one.opened.at(-1)?.unplug()
          if (next === 'server') one.server().toServer()
          if (next === 'client') one.server().toClient()
          if (next === 'negotiate') one.server().negotiate()
          if (next === 'open') open()
          if (next === 'wait') await one.clock.pass(200)
          if (!granted || !wanted || resting) expect(one.audible()).toHaveLength(0)
          // A device that the browser opens too late is closed as soon as it is handed over.
          if (next !== 'server' && next !== 'client') await settle()
          if (!granted || resting) expect(one.light()).toBe(false)
        }
        for (let i = 0; i < 12; i++) {
          open()
          await one.calm()
          if (i === 5) one.server().timeOut()
          await one.clock.pass(2_000)
        }
        const may = granted && wanted && !resting
        expect(
          one
            .server()
            .heard()
            .filter(({ muted }) => !muted),
        ).toHaveLength(may ? 1 : 0)
        expect(one.audible()).toHaveLength(may ? 1 : 0)
        expect(one.queue.state().status).toBe(may ? 'live' : granted ? 'off' : 'held')
        if (may) expect(one.server().heard()[0]?.track).toBe(one.audible()[0])
        expect(one.server().port.publications().length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })
})
