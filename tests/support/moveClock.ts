// Loaded before our server in tests that move its time: gives it the movable clock in place of the machine's.

import { registerHooks } from 'node:module'

const MOVABLE = new URL('movableClock.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    return found.url.endsWith('/server/clock.ts') ? { ...found, url: MOVABLE } : found
  },
})
