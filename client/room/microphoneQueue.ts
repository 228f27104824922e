// One serialised queue that makes the published microphone equal to the permitted and wanted one. Silence never waits in it:
// the track is disabled, or the device closed, at the moment of the call; the queue then tidies up at the media server.
//
// live: permitted, wanted, not resting. muted: permitted, published before, and turned off by oneself: the device stays open so
// that unmuting is immediate and so that "you seem to be talking" can be judged. none: everything else; the device is closed.

import type { Clock } from '../meeting/clock.ts'
import type { MicrophoneState, MicrophoneStatus, MicrophoneTrouble } from '../meeting/session.ts'
import { microphoneTrouble, type OpenMicrophone } from './microphoneDevice.ts'
import type { MicrophonePort } from './roomPort.ts'

export type MicrophoneFacts = Omit<MicrophoneState, 'talkingWhileOff'>

export interface MicrophoneQueueOptions {
  readonly openDevice: OpenMicrophone
  readonly clock: Clock
  readonly wanted: boolean
  readonly deviceId: string | null
  readonly onState: (state: MicrophoneFacts) => void
  /** The open device, for a level meter: it hears what is said even while nothing is sent. Null when it was closed. */
  readonly onDevice: (track: MediaStreamTrack | null) => void
}

export interface MicrophoneQueue {
  setWanted(wanted: boolean): void
  /** What the meeting's rule says; null outside the circle. The media server's own permission comes through the port. */
  setAllowed(allowed: boolean | null): void
  setLink(port: MicrophonePort | null): void
  /** Resting: the device is closed and stays closed, whatever is wanted or permitted. */
  setResting(resting: boolean): void
  /** Null: the default. An open microphone is opened anew. */
  setDevice(deviceId: string | null): void
  /** Devices came or went: what could not be opened may be tried again. */
  retryDevice(): void
  /** The media server changed something: looks again. */
  poke(): void
  state(): MicrophoneFacts
}

/** The device as it was opened, and the copy that is published and can be switched off. Both are stopped together. */
interface Device {
  readonly source: MediaStreamTrack
  readonly sent: MediaStreamTrack
}

type Desired = 'none' | 'muted' | 'live'

const FIRST_RETRY_MS = 400
const LONGEST_RETRY_MS = 10_000

/** Creates the queue: outside the circle, no link. */
export function createMicrophoneQueue(options: MicrophoneQueueOptions): MicrophoneQueue {
  const { openDevice, clock, onState, onDevice } = options
  let { wanted, deviceId } = options
  let allowed: boolean | null = null
  let resting = false
  let port: MicrophonePort | null = null
  let device: Device | null = null
  let trouble: MicrophoneTrouble | null = null
  /** Lets the queue go on without a publication that nobody wants any more: the server never answers a refused one. */
  let abandon = () => {}
  let running = false
  let again = false
  let retryMs = FIRST_RETRY_MS
  let cancelRetry = () => {}
  let last: MicrophoneFacts = { status: 'off', wanted, trouble: null }

  const permitted = () => allowed === true && !resting && port !== null && port.permitted()
  const current = () => port?.publications().find((one) => one.track === device?.sent)

  function desired(): Desired {
    if (!permitted()) return 'none'
    if (wanted) return 'live'
    return device && current() ? 'muted' : 'none'
  }

  function status(): MicrophoneStatus {
    if (allowed === false) return 'held'
    if (allowed === null || !wanted || resting) return 'off'
    if (trouble) return 'unavailable'
    const one = current()
    return one && !one.muted && permitted() ? 'live' : 'starting'
  }

  function tell() {
    const next: MicrophoneFacts = { status: status(), wanted, trouble }
    if (next.status === last.status && next.wanted === last.wanted && next.trouble === last.trouble) return
    last = next
    onState(next)
  }

  function closeDevice() {
    if (!device) return
    device.source.stop()
    device.sent.stop()
    device = null
    onDevice(null)
    abandon()
  }

  async function openAndAdopt() {
    let source: MediaStreamTrack
    try {
      source = await openDevice(deviceId)
    } catch (error) {
      trouble = microphoneTrouble(error)
      return
    }
    trouble = null
    // The floor may have closed while the browser asked.
    if (!permitted() || !wanted) return source.stop()
    device = { source, sent: source.clone() }
    source.addEventListener('ended', () => {
      if (device?.source !== source) return
      // Unplugged: the next look opens what is left.
      closeDevice()
      look()
    })
    onDevice(source)
  }

  async function publish(link: MicrophonePort, track: MediaStreamTrack) {
    const given = new Promise<void>((resolve) => {
      abandon = resolve
    })
    // Should it be published after all, the link says so, and the next look takes it away.
    await Promise.race([link.publish(track), given])
  }

  /** Takes one step towards what is desired; false when there is none to take now. */
  async function step(): Promise<boolean> {
    const link = port
    if (!link) return false
    const goal = desired()
    const leftover = link.publications().find((one) => goal === 'none' || one.track !== device?.sent)
    if (leftover) {
      await link.unpublish(leftover.id)
      if (link.publications().some((one) => one.id === leftover.id)) throw new Error('still published')
      return true
    }
    if (goal === 'none') return false
    if (!device) {
      if (trouble) return false
      await openAndAdopt()
      return trouble === null
    }
    const one = current()
    if (!one) {
      device.sent.enabled = true
      await publish(link, device.sent)
      return true
    }
    if (one.muted === (goal === 'muted')) return false
    device.sent.enabled = goal === 'live'
    await link.setMuted(one.id, goal === 'muted')
    return true
  }

  async function run() {
    if (running) {
      again = true
      return
    }
    running = true
    cancelRetry()
    try {
      do {
        again = false
        while (await step()) tell()
      } while (again)
      retryMs = FIRST_RETRY_MS
    } catch {
      // The media server would not, or the link ended under the step: both show in what is permitted. Look again in a moment.
      cancelRetry = clock.after(again ? 0 : retryMs, look)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    } finally {
      running = false
      tell()
    }
  }

  /** Silences first, then tells, then tidies up. */
  function look() {
    const goal = desired()
    if (device && goal !== 'live') device.sent.enabled = false
    if (goal === 'none') closeDevice()
    tell()
    void run()
  }

  function change(act: () => void) {
    act()
    look()
  }

  return {
    setWanted: (next) =>
      change(() => {
        if (next && !wanted) trouble = null
        wanted = next
      }),
    setAllowed: (next) =>
      change(() => {
        allowed = next
      }),
    setLink: (next) =>
      change(() => {
        port = next
        abandon()
      }),
    setResting: (next) =>
      change(() => {
        resting = next
      }),
    setDevice: (next) =>
      change(() => {
        if (next === deviceId) return
        deviceId = next
        trouble = null
        closeDevice()
      }),
    retryDevice: () =>
      change(() => {
        if (trouble !== 'no-permission') trouble = null
      }),
    poke: look,
    state: () => last,
  }
}
