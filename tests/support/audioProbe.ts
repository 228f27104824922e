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
      const [left, right] = [context.createAnalyser(), context.createAnalyser()]
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

/** Measures a tone in the last 43 ms of what the page plays: its amplitude per ear, of full scale, the loudest of all outputs. */
export async function loudnessOf(page: Page, hz: number): Promise<Loudness> {
  return page.evaluate(measureTone, hz)
}

/**
 * Begins to listen to a tone without a break; the result gives the moments at which it was heard so far, in ms since the epoch,
 * about 100 a second.
 */
export async function listenInPage(page: Page, hz: number, threshold: number): Promise<() => Promise<number[]>> {
  await page.evaluate(`(() => {
    const measure = ${measureTone.toString()}
    const moments = []
    ;(window.hearthsideMoments ??= {})[${hz}] = moments
    setInterval(() => {
      const { left, right } = measure(${hz})
      if (Math.max(left, right) >= ${threshold}) moments.push(performance.timeOrigin + performance.now())
    }, 10)
  })()`)
  return () => page.evaluate((frequency) => window.hearthsideMoments?.[frequency] ?? [], hz)
}

/** Tells whether a tone that is listened to was heard since a moment, in ms since the epoch. */
export async function heardInPage(page: Page, hz: number, fromMs: number): Promise<boolean> {
  const heard = ([frequency, from]: readonly [number, number]) =>
    (window.hearthsideMoments?.[frequency] ?? []).some((at) => at > from)
  return page.evaluate(heard, [hz, fromMs] as const)
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
