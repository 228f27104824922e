// Everything that can be said about the code without running the product: types, lint, format, unit tests, dead exports.
// Each step is named; the first that fails ends the run.

import { spawnSync } from 'node:child_process'

const STEPS = [
  ['types', 'tsc -b'],
  ['types of the scripts', 'tsc -p bin'],
  ['lint', 'oxlint --type-aware --deny-warnings'],
  ['format', 'prettier --check --log-level warn .'],
  ['unit tests', 'vitest run --project unit --reporter dot'],
  ['dead exports', 'knip --no-progress'],
]

for (const [name, command] of STEPS) {
  const startedAt = Date.now()
  console.log(`— ${name}: ${command}`)
  const { status } = spawnSync(`npx --no-install ${command}`, { shell: true, stdio: 'inherit' })
  if (status !== 0) {
    console.log(`✗ ${name}`)
    process.exit(1)
  }
  console.log(`✓ ${name}, ${Math.round((Date.now() - startedAt) / 1000)} s`)
}
