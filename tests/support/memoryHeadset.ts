// A headset that exists only in the test: it says yes or no as told, and its sessions can be covered, taken off and ended.

import type { XrPort } from '../../client/headset/createHeadset.ts'

export class MemoryXrSession extends EventTarget {
  visibilityState: XRVisibilityState = 'visible'
  ended = false

  /** The person, or the system, does something to the headset. */
  becomes(state: XRVisibilityState): void {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }

  async end(): Promise<void> {
    if (this.ended) throw new DOMException('ended already', 'InvalidStateError')
    this.ended = true
    this.dispatchEvent(new Event('end'))
  }
}

export interface MemoryHeadset extends XrPort {
  /** What the next press is answered with; a name is a refusal by that DOMException. */
  answer: string
  supported: boolean | 'forbidden'
  readonly sessions: MemoryXrSession[]
  /** What each session was asked for with. */
  readonly asked: XRSessionInit[]
  /** The person takes the browser's own offer. */
  takeOffer(): void
  readonly offered: () => boolean
  plug(supported: boolean): void
}

/** Creates a headset; `offers` whether its browser has a button of its own. */
export function createMemoryHeadset(offers = false): MemoryHeadset {
  const changed = new Set<() => void>()
  const sessions: MemoryXrSession[] = []
  const asked: XRSessionInit[] = []
  let offer: ((session: XRSession) => void) | null = null

  function open(init: XRSessionInit): XRSession {
    asked.push(init)
    const session = new MemoryXrSession()
    sessions.push(session)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the part of a session that a core uses; the rest is the renderer's
    return session as unknown as XRSession
  }

  const headset: MemoryHeadset = {
    answer: 'yes',
    supported: true,
    sessions,
    asked,
    offered: () => offer !== null,
    takeOffer() {
      const take = offer
      offer = null
      take?.(open({}))
    },
    plug(supported) {
      headset.supported = supported
      for (const listener of changed) listener()
    },
    async isSessionSupported() {
      if (headset.supported === 'forbidden') throw new DOMException('policy', 'SecurityError')
      return headset.supported
    },
    async requestSession(_mode, init) {
      if (headset.answer !== 'yes') throw new DOMException('no', headset.answer)
      return open(init)
    },
    addEventListener: (_type, listener) => void changed.add(listener),
    removeEventListener: (_type, listener) => void changed.delete(listener),
  }
  if (offers) headset.offerSession = () => new Promise((resolve) => (offer = resolve))
  return headset
}
