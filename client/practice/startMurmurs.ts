// Gets murmurs from one worker that lives as long as the practice.

import { trusted } from '../audio/soundscape/loadSoundscape.ts'
import type { MurmurAnswer, MurmurRequest } from './murmur.worker.ts'
// oxlint-disable-next-line import/default -- the bundler makes this export: the address of the built worker
import workerUrl from './murmur.worker.ts?worker&url'
import type { RenderMurmur } from './company.ts'

/** Starts the worker. @throws TypeError where the page's policy forbids workers. */
export function startMurmurs(): { readonly render: RenderMurmur; readonly stop: () => void } {
  const worker = new Worker(trusted(workerUrl), { type: 'module' })
  const waiting = new Map<number, (samples: Float32Array<ArrayBuffer>) => void>()
  let count = 0
  worker.addEventListener('message', ({ data }: MessageEvent<MurmurAnswer>) => {
    waiting.get(data.id)?.(data.samples)
    waiting.delete(data.id)
  })
  return {
    render(voice, seconds, utterance, sampleRate) {
      const request: MurmurRequest = { id: ++count, voice, seconds, utterance, sampleRate }
      return new Promise((resolve) => {
        waiting.set(request.id, resolve)
        worker.postMessage(request)
      })
    },
    stop: () => worker.terminate(),
  }
}
