// Three kinds of tests: units in a moment, our real server with a real LiveKit, and real browsers over both.
// Those that need ports, sound and time run one file after another: two cores are enough.

import { defineConfig } from 'vitest/config'

/** Otherwise LiveKit's Node client tells the terminal about every connection. */
const QUIET = { NODE_ENV: 'production' }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{protocol,server,client,bin,bench}/**/*.test.{ts,tsx,mjs}'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          env: QUIET,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          env: QUIET,
        },
      },
    ],
  },
})
