import { describe, expect, it } from 'vitest'
import { createOpenMicrophone, microphoneTrouble } from '../../../client/room/microphoneDevice.ts'
import { asMediaTrack, createMemoryTrack } from '../../support/memoryTrack.ts'

/** A browser that has these devices; anything else is OverconstrainedError, as `exact` asks for. */
function browserWith(devices: readonly string[]) {
  const asked: MediaTrackConstraints[] = []
  const track = asMediaTrack(createMemoryTrack())
  return {
    asked,
    track,
    async getUserMedia(constraints?: MediaStreamConstraints): Promise<MediaStream> {
      const audio = constraints?.audio
      if (typeof audio !== 'object') throw new TypeError('nothing asked for')
      asked.push(audio)
      const { deviceId } = audio
      const wanted = typeof deviceId === 'object' && !Array.isArray(deviceId) ? deviceId.exact : undefined
      if (typeof wanted === 'string' && !devices.includes(wanted))
        throw new DOMException('gone', 'OverconstrainedError')
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only getAudioTracks is asked for
      return { getAudioTracks: () => [track] } as unknown as MediaStream
    },
  }
}

describe('opening the microphone', () => {
  it('asks for mono speech with everything that plays taken out', async () => {
    const browser = browserWith([])
    expect(await createOpenMicrophone(browser)(null)).toBe(browser.track)
    expect(browser.asked).toEqual([
      { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    ])
  })

  it('takes exactly the chosen device, and the usual one when that is gone', async () => {
    const browser = browserWith(['desk'])
    const open = createOpenMicrophone(browser)
    await open('desk')
    await open('pulled-out')
    expect(browser.asked.map(({ deviceId }) => deviceId)).toEqual([
      { exact: 'desk' },
      { exact: 'pulled-out' },
      undefined,
    ])
  })

  it('does not ask a second time when the person said no', async () => {
    let asked = 0
    const open = createOpenMicrophone({
      getUserMedia() {
        asked++
        return Promise.reject(new DOMException('no', 'NotAllowedError'))
      },
    })
    await expect(open('desk')).rejects.toThrow('no')
    expect(asked).toBe(1)
  })

  it('says what is the matter in four words of ours', () => {
    const names = ['NotAllowedError', 'NotFoundError', 'OverconstrainedError', 'NotReadableError', 'TypeError']
    expect(names.map((name) => microphoneTrouble(new DOMException('', name)))).toEqual([
      'no-permission',
      'no-device',
      'no-device',
      'device-in-use',
      'other',
    ])
    expect(microphoneTrouble('what?')).toBe('other')
  })
})
