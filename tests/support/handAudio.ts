// A Web Audio of which only what one graph needs exists, on a clock that is moved by hand: gains with their automation, looping
// sources that end when they were told to. What reaches the destination can be asked at any time.

interface Target {
  readonly from: number
  readonly value: number
  readonly timeConstant: number
}

class HandParam {
  readonly #now: () => number
  #start = 1
  #targets: Target[] = []

  constructor(now: () => number) {
    this.#now = now
  }

  set value(value: number) {
    this.#start = value
    this.#targets = []
  }

  get value(): number {
    return this.at(this.#now())
  }

  setTargetAtTime(value: number, from: number, timeConstant: number): this {
    if (!(timeConstant > 0) || !Number.isFinite(value)) throw new RangeError('not a course to take')
    this.#targets = [...this.#targets, { from, value, timeConstant }].sort((a, b) => a.from - b.from)
    return this
  }

  cancelScheduledValues(from: number): this {
    this.#targets = this.#targets.filter((target) => target.from < from)
    return this
  }

  /** The value at a time, by the formula of the Web Audio specification. */
  at(seconds: number): number {
    let value = this.#start
    for (const [i, target] of this.#targets.entries()) {
      const until = Math.min(seconds, this.#targets[i + 1]?.from ?? Infinity)
      if (until <= target.from) continue
      value = target.value + (value - target.value) * Math.exp((target.from - until) / target.timeConstant)
    }
    return value
  }
}

class HandNode {
  readonly outputs = new Set<HandNode>()

  connect<T extends HandNode>(to: T): T {
    this.outputs.add(to)
    return to
  }

  disconnect(): void {
    this.outputs.clear()
  }
}

class HandGain extends HandNode {
  readonly gain: HandParam

  constructor(now: () => number) {
    super()
    this.gain = new HandParam(now)
  }
}

class HandBuffer {
  readonly length: number
  readonly sampleRate: number
  readonly channels: Float32Array[]

  constructor(channels: number, length: number, sampleRate: number) {
    if (length < 1) throw new RangeError('an empty buffer')
    this.length = length
    this.sampleRate = sampleRate
    this.channels = Array.from({ length: channels }, () => new Float32Array(length))
  }

  copyToChannel(samples: Float32Array, channel: number, from = 0): void {
    this.channels[channel]!.set(samples, from)
  }
}

class HandSource extends HandNode {
  buffer: HandBuffer | null = null
  loop = false
  stopsAt = Infinity
  playing = false
  readonly #onEnded: (() => void)[] = []

  addEventListener(_: 'ended', act: () => void): void {
    this.#onEnded.push(act)
  }

  start(): void {
    this.playing = true
  }

  stop(at: number): void {
    this.stopsAt = at
  }

  end(): void {
    this.playing = false
    for (const act of this.#onEnded) act()
  }
}

export interface HandAudio {
  /** Stands in for a BaseAudioContext. */
  readonly context: BaseAudioContext
  readonly destination: AudioNode
  /** Lets time pass; sources end on the way. */
  advance(seconds: number): void
  /** How loud the loop whose first sample is `mark` reaches the destination now: the product of the gains on its way. */
  heard(mark: number): number
  /** How many sources play. */
  sources(): number
  /** How many nodes lead into the destination. */
  inputs(): number
}

/** Creates it, at time 0. */
export function createHandAudio(): HandAudio {
  let now = 0
  const nodes: HandNode[] = []
  const destination = new HandNode()
  function made<T extends HandNode>(node: T): T {
    nodes.push(node)
    return node
  }
  const context = {
    get currentTime() {
      return now
    },
    createGain: () => made(new HandGain(() => now)),
    createBufferSource: () => made(new HandSource()),
    createBuffer: (channels: number, length: number, rate: number) => new HandBuffer(channels, length, rate),
  }
  const playing = () => nodes.filter((node): node is HandSource => node instanceof HandSource && node.playing)
  function reaches(node: HandNode): number {
    if (node === destination) return 1
    const through = node instanceof HandGain ? node.gain.at(now) : 1
    return [...node.outputs].reduce((sum, output) => sum + through * reaches(output), 0)
  }
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stand-in for the few members that are used
    context: context as unknown as BaseAudioContext,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    destination: destination as unknown as AudioNode,
    advance(seconds) {
      now += seconds
      for (const source of playing()) if (source.stopsAt <= now) source.end()
    },
    heard: (mark) =>
      playing()
        .filter((source) => source.loop && source.buffer?.channels[0]?.[0] === mark)
        .reduce((sum, source) => sum + reaches(source), 0),
    sources: () => playing().length,
    inputs: () => nodes.filter((node) => node.outputs.has(destination)).length,
  }
}
