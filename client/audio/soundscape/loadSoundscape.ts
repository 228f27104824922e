// Gets a room's sound from a worker that lives just long enough to compute it.

import type { StereoLap } from './lap.ts'
import type { SoundscapeRequest } from './soundscape.worker.ts'
// oxlint-disable-next-line import/default -- the bundler makes this export: the address of the built worker
import workerUrl from './soundscape.worker.ts?worker&url'
import type { Soundscape } from './soundscapes.ts'

/** The Trusted Types policy that our Content-Security-Policy must name, beside 'allow-duplicates'. */
const POLICY = 'hearthside-worker'

/** The part of Trusted Types that is used; not every browser has it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes
  }
}

/** Lets our own worker through, and no other address. @throws TypeError where the page's policy does not name ours. */
export function trusted(url: string): string {
  const policy = window.trustedTypes?.createPolicy(POLICY, { createScriptURL: () => url })
  return policy?.createScriptURL(url) ?? url
}

/** Computes one lap of a soundscape, the same for the same seed; rejects where workers are forbidden or broken. */
export function loadSoundscape(kind: Soundscape, seed: number): Promise<StereoLap> {
  return new Promise<StereoLap>((resolve, reject) => {
    const worker = new Worker(trusted(workerUrl), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<StereoLap>) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', (fault) => {
      worker.terminate()
      reject(new Error(`the ${kind} could not be computed: ${fault.message}`))
    })
    const request: SoundscapeRequest = { kind, seed }
    worker.postMessage(request)
  })
}
