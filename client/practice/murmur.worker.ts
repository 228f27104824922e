// Computes murmurs off the main thread, one after another, and hands each over without a copy.

import { createMurmur } from '../audio/murmur.ts'

export interface MurmurRequest {
  readonly id: number
  readonly voice: number
  readonly seconds: number
  readonly utterance: number
  readonly sampleRate: number
}

export interface MurmurAnswer {
  readonly id: number
  readonly samples: Float32Array<ArrayBuffer>
}

addEventListener('message', ({ data }: MessageEvent<MurmurRequest>) => {
  const { samples } = createMurmur(data.voice).render(data.seconds, data.sampleRate, data.utterance)
  const answer: MurmurAnswer = { id: data.id, samples }
  postMessage(answer, { transfer: [samples.buffer] })
})
