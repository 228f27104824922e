// One remote voice: source → loudness → direction → master. Direction is HRTF while the voice matters, else a cheap stereo pan;
// the change is a short crossfade that nobody hears.

import type { Direction } from './hearingPlaces.ts'
import { levelOf } from './level.ts'

export type Route = 'hrtf' | 'pan'

export interface Voice {
  /** Loudness 0–1 of this moment. */
  measure(): number
  setLoudness(loudness: number): void
  /** Changes how direction is made; the current direction is kept. */
  setRoute(route: Route): void
  route(): Route
  /** Writes only what changed by more than half a degree. */
  setDirection(direction: Direction): void
  close(): void
}

const LEAST_CHANGE = 0.009
const CROSSFADE_S = 0.04
/** Through the stereo panner a voice has 2 dB less power than through the HRTF, over all directions (measured in Chromium). */
const PAN_GAIN = 1.26
/** At the side one ear then hears 10 dB more than the other; a full pan would silence one. */
const WIDEST_PAN = 0.6

interface Path {
  readonly gain: GainNode
  turn(direction: Direction): void
  close(): void
}

function createPath(context: AudioContext, input: AudioNode, output: AudioNode, route: Route): Path {
  const gain = new GainNode(context, { gain: 0 })
  if (route === 'hrtf') {
    // Loudness is ours: the panner gives direction alone.
    const panner = new PannerNode(context, { panningModel: 'HRTF', distanceModel: 'linear', rolloffFactor: 0 })
    input.connect(gain).connect(panner).connect(output)
    return {
      gain,
      turn({ x, y, z }) {
        panner.positionX.value = x
        panner.positionY.value = y
        panner.positionZ.value = z
      },
      close() {
        input.disconnect(gain)
        gain.disconnect()
        panner.disconnect()
      },
    }
  }
  const panner = new StereoPannerNode(context)
  input.connect(gain).connect(panner).connect(output)
  return {
    gain,
    turn({ x }) {
      panner.pan.value = x * WIDEST_PAN
    },
    close() {
      input.disconnect(gain)
      gain.disconnect()
      panner.disconnect()
    },
  }
}

/** Builds the graph of one voice. The track must be remote audio; it is not stopped by close(). */
export function createVoice(context: AudioContext, track: MediaStreamTrack, output: AudioNode, first: Route): Voice {
  const stream = new MediaStream([track])
  // A remote track feeds Web Audio only while a media element plays it too; muted, for the sound is ours.
  const element = new Audio()
  element.muted = true
  element.srcObject = stream
  element.play().catch(() => {
    // Without a press yet: a muted element is allowed to play in every browser we know; where not, the press brings it back.
  })
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream })
  const analyser = new AnalyserNode(context, { fftSize: 1024 })
  const samples = new Float32Array(analyser.fftSize)
  const loudness = new GainNode(context, { gain: 0 })
  source.connect(analyser)
  source.connect(loudness)

  const direction: Direction = { x: 0, y: 0, z: -1 }
  let route = first
  let path = createPath(context, loudness, output, route)
  path.gain.gain.value = route === 'pan' ? PAN_GAIN : 1
  path.turn(direction)
  let wanted = 0

  return {
    measure() {
      analyser.getFloatTimeDomainData(samples)
      return levelOf(samples)
    },
    setLoudness(next) {
      if (next === wanted) return
      wanted = next
      loudness.gain.setTargetAtTime(next, context.currentTime, 0.03)
    },
    setRoute(next) {
      if (next === route) return
      route = next
      const old = path
      path = createPath(context, loudness, output, route)
      path.turn(direction)
      const now = context.currentTime
      old.gain.gain.setTargetAtTime(0, now, CROSSFADE_S / 3)
      path.gain.gain.setTargetAtTime(route === 'pan' ? PAN_GAIN : 1, now, CROSSFADE_S / 3)
      setTimeout(() => old.close(), CROSSFADE_S * 3000)
    },
    route: () => route,
    setDirection(next) {
      const change = Math.abs(next.x - direction.x) + Math.abs(next.y - direction.y) + Math.abs(next.z - direction.z)
      if (change < LEAST_CHANGE) return
      direction.x = next.x
      direction.y = next.y
      direction.z = next.z
      path.turn(direction)
    },
    close() {
      path.close()
      source.disconnect()
      analyser.disconnect()
      loudness.disconnect()
      element.srcObject = null
    },
  }
}
