// After a full round of requests the log holds event names and ids, and nothing that is anybody's.

import { expect, test } from 'vitest'
import { enter } from '../../support/person.ts'
import { tryGate } from '../../support/rawRequest.ts'
import { createSite } from '../../support/site.ts'

test('the log knows no names, tokens, links, cookies, answers, addresses or query strings', async () => {
  const site = await createSite({ group: { question: 'What brings you?' } })
  const fern = await enter(site.keyLink)
  await fern.knock('Distinctive Fern')
  await fern.command({ type: 'open-doors' })
  const moss = await enter(site.doorLink)
  await moss.knock('Distinctive Moss', { answer: 'a distinctive answer' })
  await fern.command({ type: 'admit', knock: site.record.knocks[0]?.id ?? '' })
  const seat = await moss.seat()
  await tryGate(site.url, '/rtc', [['access_token', seat.token]])
  await tryGate(site.url, '/rtc', [
    ['access_token', `${seat.token}x`],
    ['publish', 'distinctive'],
  ])
  await fern.command({ type: 'hold', to: seat.identity })
  await moss.command({ type: 'ask-help' })
  await moss.command({ type: 'ask-word', crisis: true }).catch(() => null)
  await fern.command({ type: 'nudge', to: seat.identity, agreement: 0 })
  site.media.down = true
  await tryGate(site.url, '/rtc', [['access_token', seat.token]])
  await moss.seat().catch(() => null)
  site.media.down = false
  await moss.request('POST', '/api/commands', { command: { type: 'distinctive' } })
  await moss.request('POST', '/api/enter', { kind: 'd', secret: 'distinctive'.repeat(3) })
  await fetch(`${site.url}/livekit/webhook?distinctive=1`, { method: 'POST', body: 'distinctive' })
  await fetch(`${site.url}/nothing?distinctive=1`)
  await fern.command({ type: 'remove', to: seat.identity })
  await fern.command({ type: 'end' })
  await site.stop()

  const text = site.log.join('')
  for (const event of [
    'entered',
    'knocked',
    'command',
    'seat-taken',
    'gate-refused',
    'gate-not-ready',
    'link-refused',
  ]) {
    expect(text).toContain(`"event":"${event}"`)
  }
  expect(text.toLowerCase()).not.toContain('distinctive')
  for (const secret of [seat.token, fern.cookie, moss.cookie, site.keyLink, site.doorLink]) {
    for (const part of secret.split(/[=.#]/).filter((one) => one.length > 20)) expect(text).not.toContain(part)
  }
  // Who needs what is nobody's, not even when.
  expect(text).not.toMatch(/ask-help|ask-word|nudge|crisis/)
  expect(text).not.toMatch(/127\.0\.0\.1|::1|\?/)
  for (const line of site.log) {
    const known = [
      'level',
      'time',
      'event',
      'kind',
      'meeting',
      'status',
      'command',
      'code',
      'revision',
      'identity',
      'path',
      'where',
      'error',
    ]
    for (const key of Object.keys(JSON.parse(line))) expect(known).toContain(key)
  }
})
