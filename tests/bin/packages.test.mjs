// When npm's packages count as the ones the lock file names.

import { describe, expect, it } from 'vitest'
import { samePackages } from '../../bin/prepare/packages.mjs'

const wanted = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b-darwin': { version: '2.0.0', optional: true },
}

describe('installed packages', () => {
  it('are the right ones when all but those for other systems are there', () => {
    expect(samePackages(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  })
  it('are not when one is missing', () => {
    expect(samePackages(wanted, {})).toBe(false)
  })
  it('are not when one has another version, optional or not', () => {
    expect(samePackages(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false)
    const other = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-darwin': { version: '2.0.1' } }
    expect(samePackages(wanted, other)).toBe(false)
  })
  it('are not when one is left over that the lock file has dropped', () => {
    const more = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/old': { version: '1.0.0' } }
    expect(samePackages(wanted, more)).toBe(false)
  })
})
