// The porch's microphone check: opens the device, shows how loud it is, closes it. Nothing leaves this page.

import type { MicrophoneCheck, MicrophoneTrouble } from '../meeting/session.ts'
import { microphoneTrouble, type OpenMicrophone } from '../room/microphoneDevice.ts'
import { type Clock, startEvery } from '../meeting/clock.ts'
import { levelOf, smoothLevel } from './level.ts'

const PERIOD_MS = 66

/** Starts the check; a refusal is a value. Call it from a press, so that the browser asks and the context runs. */
export async function startMicCheck(
  parts: {
    readonly openMicrophone: OpenMicrophone
    readonly createContext: () => AudioContext
    readonly clock: Clock
    /** The device was opened: its name, and others', can be read now. */
    readonly onOpened: () => void
  },
  deviceId: string | null,
  onLevel: (level: number) => void,
): Promise<MicrophoneCheck | MicrophoneTrouble> {
  const context = parts.createContext()
  let track: MediaStreamTrack
  try {
    track = await parts.openMicrophone(deviceId)
  } catch (error) {
    await context.close()
    return microphoneTrouble(error)
  }
  parts.onOpened()
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) })
  const analyser = new AnalyserNode(context, { fftSize: 2048 })
  const samples = new Float32Array(analyser.fftSize)
  source.connect(analyser)
  let level = 0
  const stopTimer = startEvery(parts.clock, PERIOD_MS, () => {
    analyser.getFloatTimeDomainData(samples)
    level = smoothLevel(level, levelOf(samples))
    onLevel(level)
  })
  let stopped = false
  return {
    stop() {
      if (stopped) return
      stopped = true
      stopTimer()
      track.stop()
      source.disconnect()
      // Closing is the end of it either way.
      context.close().catch(() => {})
    },
  }
}
