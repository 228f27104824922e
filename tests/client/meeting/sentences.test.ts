import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '#protocol/errors.ts'
import { ANNOUNCEMENTS } from '#protocol/announcements.ts'
import { announcementSentence } from '../../../client/meeting/announcementSentences.ts'
import { errorSentence } from '../../../client/meeting/errorSentences.ts'

const all = [
  ...[...ERROR_CODES, 'offline' as const].map((code) => errorSentence(code)),
  errorSentence('already-so', 'pass'),
  ...ANNOUNCEMENTS.flatMap((kind) => [
    announcementSentence(kind, 'Fern', false),
    announcementSentence(kind, 'Fern', true),
  ]),
]

describe('what is said', () => {
  it('is a whole sentence, short enough to be read in passing', () => {
    for (const sentence of all) {
      expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(sentence.length).toBeLessThanOrEqual(110)
    }
  })

  it('has no word of machines or of force', () => {
    for (const sentence of all) {
      expect(sentence).not.toMatch(/error|invalid|server|kick|mute|user|forbidden|denied|fail|session|LiveKit/i)
    }
  })

  it('tells a holder who finds nobody to pass to that the piece stays, and everybody else only that it is so already', () => {
    expect(errorSentence('already-so', 'pass')).toMatch(/^Nobody else can take the piece just now/)
    expect(errorSentence('already-so', 'raise-hand')).toBe(errorSentence('already-so'))
  })

  it('speaks to the person it is about', () => {
    expect(announcementSentence('held', 'Fern', false)).toBe('Fern’s microphone is held.')
    expect(announcementSentence('held', 'Fern', true)).toBe('Your microphone is held for now.')
    expect(announcementSentence('joined', null, false)).toBe('Somebody sat down.')
  })
})
