// Time as a parameter: cores ask a clock, so that a test can move it by hand.

export interface Clock {
  /** Milliseconds, monotonic: performance.now(). */
  nowMs(): number
  /** Milliseconds since the epoch. */
  wallMs(): number
  /** Calls `act` once after `delayMs`; returns what cancels it. */
  after(delayMs: number, act: () => void): () => void
}

/** Creates the clock of this browser. */
export function createBrowserClock(): Clock {
  return {
    nowMs: () => performance.now(),
    wallMs: () => Date.now(),
    after(delayMs, act) {
      const timer = setTimeout(act, delayMs)
      return () => clearTimeout(timer)
    },
  }
}

/** Calls `act` every `periodMs` until the returned function is called; the next wait begins when `act` has returned. */
export function startEvery(clock: Clock, periodMs: number, act: () => void): () => void {
  let cancel = clock.after(periodMs, again)
  let stopped = false
  function again() {
    act()
    if (!stopped) cancel = clock.after(periodMs, again)
  }
  return () => {
    stopped = true
    cancel()
  }
}
