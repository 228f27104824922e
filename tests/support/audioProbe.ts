// Listens inside a page to what goes to the loudspeakers, left and right. It is put into the page before the page's own scripts
// and watches which nodes are connected to an AudioContext's destination, so the product needs no door for tests.

import type { Page } from 'playwright-core'

export interface Loudness {
  readonly left: number
  readonly right: number
}

interface Tap {
  readonly left: AnalyserNode
  readonly right: AnalyserNode
}

declare global {
  interface Window {
    hearthsideTaps?: Tap[]
    /** Per tone. */
    hearthsideMoments?: Record<number, number[]>
  }
}

/** Puts the probe into a page or context, before its scripts run. */
export async function installAudioProbe(into: { addInitScript(script: () => void): Promise<unknown> }): Promise<void> {
  await into.addInitScript(() => {
    const taps: Tap[] = (window.hearthsideTaps = [])
    const prototype = AudioNode.prototype
    // oxlint-disable-next-line typescript/unbound-method -- called with its node below
    const original = prototype.connect
    const connect = (node: AudioNode, ...to: unknown[]): unknown => Reflect.apply(original, node, to)
    const tap = (node: AudioNode) => {
      const context = node.context
      const splitter = context.createChannelSplitter(2)
      // A mono signal is heard on both sides; a splitter alone would leave the right one silent.
      const both = context.createGain()
      both.channelCount = 2
      both.channelCountMode = 'explicit'
      // 21 ms at 48 kHz: short enough to say when a voice ends, long enough to tell tones 100 Hz apart.
      const analyser = () => new AnalyserNode(context, { fftSize: 1024 })
      const [left, right] = [analyser(), analyser()]
      connect(node, both)
      connect(both, splitter)
      connect(splitter, left, 0)
      connect(splitter, right, 1)
      taps.push({ left, right })
    }
    Object.defineProperty(prototype, 'connect', {
      value(this: AudioNode, ...to: unknown[]) {
        if (to[0] instanceof AudioDestinationNode) tap(this)
        return connect(this, ...to)
      },
    })
  })
}

/** Measures a tone in the last 21 ms of what the page plays: its amplitude per ear, of full scale, the loudest of all outputs. */
export async function loudnessOf(page: Page, hz: number): Promise<Loudness> {
  return page.evaluate(measureTone, hz)
}

/** Listens for a while to all that the page plays; returns the largest sample, of full scale. */
export async function peakIn(page: Page, ms: number): Promise<number> {
  return page.evaluate(async (until) => {
    let peak = 0
    for (const end = performance.now() + until; performance.now() < end;) {
      for (const { left, right } of window.hearthsideTaps ?? []) {
        for (const node of [left, right]) {
          const samples = new Float32Array(node.fftSize)
          node.getFloatTimeDomainData(samples)
          for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    return peak
  }, ms)
}

/** The moments after `fromMs` at which a tone was heard, ms since the epoch, at most a hundred a second. */
export type PageEars = (fromMs: number) => Promise<readonly number[]>

/** Begins to listen to a tone in a page without a break. `threshold`: an amplitude of full scale. */
export async function listenInPage(page: Page, hz: number, threshold: number): Promise<PageEars> {
  await page.evaluate(`(() => {
    const measure = ${measureTone.toString()}
    const moments = []
    ;(window.hearthsideMoments ??= {})[${hz}] = moments
    setInterval(() => {
      const { left, right } = measure(${hz})
      if (Math.max(left, right) >= ${threshold}) moments.push(performance.timeOrigin + performance.now())
    }, 10)
  })()`)
  return (fromMs) =>
    page.evaluate(([tone, from]) => window.hearthsideMoments?.[tone]?.filter((at) => at > from) ?? [], [
      hz,
      fromMs,
    ] as const)
}

/** Now, on the clock of PageEars. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

/** Runs in the page. */
function measureTone(frequency: number): Loudness {
  const measure = (node: AnalyserNode) => {
    const samples = new Float32Array(node.fftSize)
    node.getFloatTimeDomainData(samples)
    const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / node.context.sampleRate)
    let [before, last] = [0, 0]
    for (let i = 0; i < samples.length; i++) {
      const hann = 1 - Math.cos((2 * Math.PI * i) / (samples.length - 1))
      ;[before, last] = [last, (samples[i] ?? 0) * hann + coefficient * last - before]
    }
    const power = last * last + before * before - coefficient * last * before
    return (2 * Math.sqrt(Math.max(0, power))) / samples.length
  }
  const all = window.hearthsideTaps ?? []
  return {
    left: Math.max(0, ...all.map((tap) => measure(tap.left))),
    right: Math.max(0, ...all.map((tap) => measure(tap.right))),
  }
}
