// Six digits between two devices of one person, as the pages ask for them. What is refused is said by the page that asked, so
// nothing here becomes a note.

import { collectResponse, offerResponse, pairResponse } from '#protocol/api.ts'
import type { Answer, Ask } from '../api/api.ts'

export interface Pairing {
  /** Digits to show here and type on the other device. */
  show(): Promise<Answer<string>>
  hide(): void
  /** Types digits that the other device shows; this browser then stands for whoever showed them. */
  redeem(code: string): Promise<Answer<null>>
  /** Digits to show on a device that has nobody yet, and what it collects with. */
  offer(): Promise<Answer<{ readonly code: string; readonly secret: string }>>
  /** Lets the device that shows these digits in as oneself. */
  approve(code: string): Promise<Answer<null>>
  /** Whether somebody has let this device in. */
  collect(secret: string): Promise<Answer<boolean>>
}

const nothing = () => null

/** Creates the questions over a session's way of asking. */
export function createPairing(ask: Ask): Pairing {
  return {
    show: () => ask('POST', '/api/pair', (body) => pairResponse.safeParse(body).data?.code, {}),
    hide: () => void ask('DELETE', '/api/pair', nothing),
    redeem: (code) => ask('POST', '/api/pair/redeem', nothing, { code }),
    offer: () => ask('POST', '/api/pair/offer', (body) => offerResponse.safeParse(body).data, {}),
    approve: (code) => ask('POST', '/api/pair/approve', nothing, { code }),
    collect: (secret) =>
      ask('POST', '/api/pair/collect', (body) => collectResponse.safeParse(body).data?.paired, { secret }),
  }
}
