// Small messages between participants, sent reliably over LiveKit data under topic 'signal' as UTF-8 JSON.
// Who sent one is what the media server says, never what the payload says.

import * as z from 'zod/mini'

export const GESTURES = ['wave', 'heart', 'warm-light', 'open-palm', 'clap'] as const
export type Gesture = (typeof GESTURES)[number]

/** recentre: whoever runs the meeting asks those in headsets to sit down in the middle anew; each answers for themselves. */
const ASKS = ['recentre'] as const

export const signalSchema = z.union([
  z.strictObject({ gesture: z.enum(GESTURES) }),
  z.strictObject({ ask: z.enum(ASKS) }),
])
export type Signal = z.infer<typeof signalSchema>

export const SIGNAL_TOPIC = 'signal'
export const POSE_TOPIC = 'pose'
/** A signal's payload in bytes; more is dropped unread. */
export const SIGNAL_BYTES = 64
