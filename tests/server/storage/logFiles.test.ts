import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLogFiles } from '../../../server/storage/logFiles.ts'

let folder: string
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  folder = mkdtempSync(join(tmpdir(), 'hearthside-log-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

test('a log that has grown too large is set aside while the server runs, and the next line is in a new one', () => {
  const log = openLogFiles(folder, 20, 1000)
  log.destination.write('{"event":"a long evening"}\n')
  vi.advanceTimersByTime(1000)
  log.destination.write('{"event":"b"}\n')
  expect(read('hearthside.log.1')).toBe('{"event":"a long evening"}\n')
  expect(read('hearthside.log')).toBe('{"event":"b"}\n')
  expect(statSync(join(folder, 'hearthside.log')).mode & 0o777).toBe(0o600)
  log.stop()
  vi.advanceTimersByTime(10_000)
  expect(read('hearthside.log.1')).toBe('{"event":"a long evening"}\n')
})

test('LiveKit’s log begins anew in the same file', () => {
  const log = openLogFiles(folder, 20, 1000)
  appendFileSync(join(folder, 'livekit.log'), 'a warning that comes again and again\n')
  vi.advanceTimersByTime(1000)
  appendFileSync(join(folder, 'livekit.log'), 'another\n')
  expect(read('livekit.log')).toBe('another\n')
  log.stop()
})
