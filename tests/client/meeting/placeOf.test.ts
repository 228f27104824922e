import { describe, expect, it } from 'vitest'
import { endedAt, placeOf } from '../../../client/meeting/placeOf.ts'

const nothing = { left: false, again: false, ended: false, chairAt: null, pairing: false }

describe('where a person is', () => {
  it('follows from how they stand with the door', () => {
    const place = (knock: Parameters<typeof placeOf>[0]['knock']) => placeOf({ knock, phase: 'open' }, nothing)
    expect(place('none')).toEqual({ place: 'porch', out: null })
    expect(place('waiting')).toEqual({ place: 'waiting', out: null })
    expect(place('wait-closed')).toEqual({ place: 'waiting', out: null })
    expect(place('admitted')).toEqual({ place: 'circle', out: null })
    expect(place('declined')).toEqual({ place: 'out', out: 'declined' })
    expect(place('blocked')).toEqual({ place: 'out', out: 'blocked' })
    expect(place('removed')).toEqual({ place: 'out', out: 'removed' })
    expect(place('left')).toEqual({ place: 'out', out: 'left' })
  })

  it('is out as soon as they left, although the server has not heard it', () => {
    expect(placeOf({ knock: 'admitted', phase: 'open' }, { ...nothing, left: true })).toEqual({
      place: 'out',
      out: 'left',
    })
  })

  it('is a second screen when another page of theirs has the chair, and nothing more than that', () => {
    const moved = { ...nothing, chairAt: 'device' as const }
    expect(placeOf({ knock: 'admitted', phase: 'open' }, moved)).toEqual({ place: 'companion', out: null })
    expect(placeOf({ knock: 'waiting', phase: 'open' }, moved).place).toBe('waiting')
    expect(placeOf({ knock: 'none', phase: 'open' }, moved).place).toBe('porch')
    expect(placeOf({ knock: 'removed', phase: 'open' }, moved)).toEqual({ place: 'out', out: 'removed' })
    expect(placeOf({ knock: 'admitted', phase: 'open' }, { ...moved, left: true })).toEqual({
      place: 'out',
      out: 'left',
    })
    expect(placeOf({ knock: 'admitted', phase: 'ended' }, moved)).toEqual({ place: 'out', out: 'ended' })
  })

  it('is the keypad for who came to type six digits, whoever this browser was before', () => {
    const pairing = { ...nothing, pairing: true }
    for (const knock of ['none', 'waiting', 'admitted', 'removed'] as const) {
      expect(placeOf({ knock, phase: 'open' }, pairing)).toEqual({ place: 'pairing', out: null })
    }
  })

  it('is the porch again for who chose so after leaving or being declined, never after a removal', () => {
    const again = { ...nothing, again: true }
    expect(placeOf({ knock: 'left', phase: 'open' }, again).place).toBe('porch')
    expect(placeOf({ knock: 'declined', phase: 'open' }, again).place).toBe('porch')
    expect(placeOf({ knock: 'removed', phase: 'open' }, again).place).toBe('out')
    expect(placeOf({ knock: 'blocked', phase: 'open' }, again).place).toBe('out')
  })

  it('is out when the meeting has ended, and still the porch while it is only closed', () => {
    expect(placeOf({ knock: 'admitted', phase: 'ended' }, nothing)).toEqual({ place: 'out', out: 'ended' })
    expect(placeOf({ knock: 'none', phase: 'closed' }, nothing).place).toBe('porch')
    expect(placeOf({ knock: 'admitted', phase: 'closing' }, nothing).place).toBe('circle')
  })

  it('stays out of a meeting that ended until they have read so, although the next one already stands there', () => {
    expect(endedAt('circle', { knock: 'admitted', phase: 'ended' })).toBe(true)
    expect(endedAt('circle', { knock: 'none', phase: 'closed' })).toBe(true)
    expect(endedAt('circle', { knock: 'admitted', phase: 'closing' })).toBe(false)
    expect(endedAt('porch', { knock: 'none', phase: 'closed' })).toBe(false)
    const ended = { ...nothing, ended: true }
    expect(placeOf({ knock: 'none', phase: 'closed' }, ended)).toEqual({ place: 'out', out: 'ended' })
    expect(placeOf({ knock: 'admitted', phase: 'open' }, ended).place).toBe('circle')
  })
})
