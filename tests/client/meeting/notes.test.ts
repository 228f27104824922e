import { describe, expect, it } from 'vitest'
import { createNotes } from '../../../client/meeting/notes.ts'
import { createSessionStore } from '../../../client/meeting/sessionStore.ts'
import { createHandClock } from '../../support/handClock.ts'

function noting() {
  const clock = createHandClock()
  const store = createSessionStore(true)
  return { clock, notes: createNotes(store, clock), said: () => store.getState().notes }
}

describe('notes', () => {
  it('are kept in order, with their moment and tone', async () => {
    const { clock, notes, said } = noting()
    notes.add('The door is locked.')
    await clock.pass(1_000)
    notes.add('You have the word.', 'attention')
    expect(said()).toEqual([
      { id: 1, text: 'The door is locked.', tone: 'calm', atMs: 1_000_000 },
      { id: 2, text: 'You have the word.', tone: 'attention', atMs: 1_001_000 },
    ])
  })

  it('say the same thing once when it comes twice in a breath, and again later', async () => {
    const { clock, notes, said } = noting()
    notes.add('It is not your turn just now.')
    notes.add('It is not your turn just now.')
    await clock.pass(5_000)
    notes.add('It is not your turn just now.')
    expect(said()).toHaveLength(2)
  })

  it('can be dismissed one by one', () => {
    const { notes, said } = noting()
    notes.add('One.')
    notes.add('Two.')
    notes.dismiss(1)
    expect(said().map(({ text }) => text)).toEqual(['Two.'])
  })

  it('of a long evening do not grow without end', () => {
    const { notes, said } = noting()
    for (let i = 0; i < 1_000; i++) notes.add(`Note ${i}.`)
    expect(said()).toHaveLength(200)
    expect(said().at(-1)?.text).toBe('Note 999.')
  })
})
