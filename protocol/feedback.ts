// Feedback at the door: two taps and, if one likes, a line to those who run the meeting. Sums are kept, answers are not.

import * as z from 'zod/mini'
import { ANSWER_LENGTH } from './limits.ts'

const FEELINGS = ['yes', 'partly', 'no'] as const
const feeling = z.enum(FEELINGS)

/** POST /api/feedback, once for each meeting that one sat in. 204. */
export const feedbackRequest = z.strictObject({
  /** Was it good to be here? */
  good: feeling,
  /** Did you feel safe? */
  safe: feeling,
  line: z.optional(z.string().check(z.maxLength(ANSWER_LENGTH * 2))),
})
export type FeedbackAnswer = z.infer<typeof feedbackRequest>

const counts = z.strictObject({ yes: z.int(), partly: z.int(), no: z.int() })
/** GET /api/feedback → sums of all meetings, for key-holders. They grow by five answers at a time, so that no single one shows. */
export const feedbackResponse = z.strictObject({ answers: z.int(), good: counts, safe: counts })
export type FeedbackSums = z.infer<typeof feedbackResponse>
