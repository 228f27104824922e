// Tells the person at the terminal what is being made ready, and runs the programs that do it: quiet while all goes well,
// a sign of life for slow ones, and the end of their own words when one fails.

import { spawn } from 'node:child_process'

const LIFE_EVERY_MS = 5000
/** Of a failed program's words, npm says the reason first and Go says it last. */
const FIRST_LINES = 10
const LAST_LINES = 15

/** One sentence for the person: what is missing and what they can do. */
export class NotReady extends Error {}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a program under a title, printing a dot every five seconds; keeps its output to itself unless it fails.
 * @param {string} title
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: URL, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<boolean>} whether it ended well
 */
export function runSaying(title, program, args, options = {}) {
  process.stderr.write(`${title} …`)
  const startedAt = Date.now()
  const life = setInterval(() => process.stderr.write('.'), LIFE_EVERY_MS)
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {string[]} */
    const words = []
    const keep = (/** @type {Buffer} */ chunk) => words.push(chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const end = (/** @type {boolean} */ well) => {
      clearInterval(life)
      say(well ? ` done, ${Math.round((Date.now() - startedAt) / 1000)} s` : ' failed')
      if (!well) say(shortened(words.join('')))
      resolve(well)
    }
    child.once('error', (error) => {
      words.push(error.message)
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

/** @param {string} words */
function shortened(words) {
  const lines = words.trim().split('\n')
  if (lines.length <= FIRST_LINES + LAST_LINES) return lines.join('\n')
  return [...lines.slice(0, FIRST_LINES), '[…]', ...lines.slice(-LAST_LINES)].join('\n')
}
