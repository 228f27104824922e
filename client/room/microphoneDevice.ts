// Opens the microphone itself. The track belongs to whoever asked for it and is stopped by them: that is what puts out
// the browser's recording light.

import type { MicrophoneTrouble } from '../meeting/session.ts'

/** Opens a microphone by id (null: the default); rejects with what getUserMedia rejects with. */
export type OpenMicrophone = (deviceId: string | null) => Promise<MediaStreamTrack>

/** Says in our words why a microphone could not be opened. */
export function microphoneTrouble(error: unknown): MicrophoneTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'no-permission'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-device'
  if (name === 'NotReadableError' || name === 'AbortError') return 'device-in-use'
  return 'other'
}

/**
 * Creates the opener for this browser: mono speech, echo cancelled against everything that plays (never 'remote-only',
 * which would let the room's own sounds back in). A chosen device that is gone gives way to the default.
 */
export function createOpenMicrophone(media: Pick<MediaDevices, 'getUserMedia'>): OpenMicrophone {
  const ask = async (deviceId: string | null) => {
    const stream = await media.getUserMedia({
      audio: {
        ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
        channelCount: 1,
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    })
    const [track] = stream.getAudioTracks()
    if (!track) throw new DOMException('a stream without a microphone', 'NotFoundError')
    return track
  }
  return async (deviceId) => {
    if (deviceId === null) return ask(null)
    try {
      return await ask(deviceId)
    } catch (error) {
      if (microphoneTrouble(error) !== 'no-device') throw error
      return ask(null)
    }
  }
}
