// The secrets that links and cookies carry: 256 random bits in base64url. The server keeps their hashes only.

import { randomBytes } from 'node:crypto'

/** Makes a new secret of 43 characters. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url')
}
