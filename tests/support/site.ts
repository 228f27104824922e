// The whole website in this process: real routes and real SQLite in memory, a media server in memory, and behind the signal gate
// an upstream that remembers how it was reached.

import { createFeedback } from '../../server/groups/feedback.ts'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { DatabaseSync } from 'node:sqlite'
import { WebSocketServer } from 'ws'
import { createSystemClock } from '../../server/clock.ts'
import { createGroups, ensureGroup, ensureLinks } from '../../server/groups/groups.ts'
import { createInvitations } from '../../server/groups/invitations.ts'
import { createScripts } from '../../server/groups/scripts.ts'
import { createApp } from '../../server/http/createApp.ts'
import type { AppDeps } from '../../server/http/context.ts'
import { createLog } from '../../server/log.ts'
import { createMeetings } from '../../server/meetings/meetings.ts'
import type { Meetings } from '../../server/meetings/meetings.ts'
import type { MeetingRecord } from '../../server/meetings/record.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { createGroupStore } from '../../server/storage/groupStore.ts'
import { readScenarios } from '../../server/storage/scenarioFiles.ts'
import { createPractice } from '../../server/practice/practice.ts'
import { createMeetingStore } from '../../server/storage/meetingStore.ts'
import { createSumStore } from '../../server/storage/sumStore.ts'
import { createScriptStore } from '../../server/storage/scriptStore.ts'
import { readScriptTemplates } from '../../server/storage/scriptTemplates.ts'
import { createMemoryMediaServer } from './memoryMediaServer.ts'
import type { MemoryMediaServer } from './memoryMediaServer.ts'

export interface Site {
  readonly url: string
  readonly keyLink: string
  readonly doorLink: string
  readonly practiceLink: string
  readonly database: DatabaseSync
  readonly media: MemoryMediaServer
  readonly meetings: Meetings
  /** The group's meeting as it is on disk. */
  readonly record: MeetingRecord
  /** How the media server's signalling was reached, newest last. */
  readonly reached: readonly { readonly url: string; readonly headers: IncomingHttpHeaders }[]
  /** Web sockets that are open at the media server. */
  readonly connections: () => number
  /** Every line of the log. */
  readonly log: readonly string[]
  /** Makes the signalling answer upgrades with this status instead; null opens them again. */
  refuseUpgrades(status: number | null): void
  stop(): Promise<void>
}

export interface SiteOptions {
  readonly config?: Partial<AppDeps['config']>
  readonly group?: { readonly question?: string; readonly seats?: number }
  readonly deps?: Partial<AppDeps>
}

export async function createSite({ config, group: words, deps }: SiteOptions = {}): Promise<Site> {
  const log: string[] = []
  const database = openDatabase(':memory:')
  const store = createGroupStore(database)
  const group = ensureGroup(store, {
    name: 'Our circle',
    question: words?.question ?? null,
    agreements: ['We listen.'],
    host: 'Somebody runs this.',
    seats: words?.seats ?? 12,
  })
  const clock = createSystemClock()
  const links = ensureLinks(store, group.id, null, clock.now())
  const groups = createGroups(store, () => clock.now(), links.practice)
  const invitations = createInvitations(store, () => clock.now())
  const scripts = createScripts(createScriptStore(database), readScriptTemplates())
  const sums = createSumStore(database)
  const media = createMemoryMediaServer()
  const quiet = createLog('debug', { write: (line) => void log.push(line) })
  const meetings = createMeetings({
    store: createMeetingStore(database),
    media,
    clock,
    randomBytes,
    log: quiet,
    seats: (id) => store.group(id)?.seats ?? 12,
    script: (id, script) => scripts.find(id, script),
    practice: (id) => groups.isPractice(id),
    bar: (session) => groups.block(session),
    count: (group, name, value) => sums.add(group, name, value),
  })
  const stopMeetings = meetings.start()
  const practice = createPractice({ meetings, clock, randomBytes, log: quiet })
  const stopPractice = practice.start()

  const upstream = await startUpstream()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  const site = createApp({
    config: { publicUrl: url, local: true, clientDir: '/nowhere', trustProxy: 0, ...config },
    groups,
    scripts,
    invitations,
    feedback: createFeedback(sums),
    meetings,
    practice,
    scenarios: readScenarios(null),
    media,
    mediaUrl: upstream.url,
    readHint: async () => null,
    databaseReady: () => true,
    clock,
    randomBytes,
    log: quiet,
    ...deps,
  })
  server.on('request', site.app)
  server.on('upgrade', (...both) => site.upgrade(...both))

  return {
    url,
    keyLink: `${url}/#k=${links.keyHolder}`,
    doorLink: `${url}/#d=${links.door}`,
    practiceLink: `${url}/practice/#p=${links.practice}`,
    database,
    media,
    meetings,
    log,
    reached: upstream.reached,
    connections: upstream.connections,
    refuseUpgrades: upstream.refuse,
    get record() {
      return meetings.forGroup(group.id)
    },
    async stop() {
      site.stop()
      stopPractice()
      stopMeetings()
      server.close()
      server.closeAllConnections()
      await upstream.stop()
      database.close()
    },
  }
}

async function startUpstream() {
  const reached: { url: string; headers: IncomingHttpHeaders }[] = []
  const sockets = new WebSocketServer({ noServer: true })
  const server = createServer((_request, response) => response.writeHead(404).end())
  let refusal: number | null = null
  server.on('upgrade', (request, socket, head) => {
    reached.push({ url: request.url ?? '', headers: request.headers })
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal} Refused\r\nContent-Length: 2\r\n\r\nno`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (one) => {
      one.on('message', (data) => one.send(data))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    reached,
    connections: () => sockets.clients.size,
    refuse: (status: number | null) => void (refusal = status),
    async stop() {
      for (const one of sockets.clients) one.terminate()
      server.close()
      server.closeAllConnections()
    },
  }
}
