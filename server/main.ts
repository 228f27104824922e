// Starts everything in order and ends it in order. The only file with side effects; what it wires together knows nothing of it.

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createSystemClock } from './clock.ts'
import { ConfigFault, parseConfig } from './config.ts'
import type { Config } from './config.ts'
import { StartFault, whereOf } from './errors.ts'
import { createFeedback } from './groups/feedback.ts'
import { createGroups, ensureGroup, ensureLinks } from './groups/groups.ts'
import { createInvitations } from './groups/invitations.ts'
import { createScripts } from './groups/scripts.ts'
import { isClientBuilt } from './http/clientFiles.ts'
import { createApp } from './http/createApp.ts'
import { createPlainWebsite, createSecureWebsite } from './http/website.ts'
import type { Website } from './http/website.ts'
import { lanAddresses } from './lanAddresses.ts'
import { createMediaServer } from './livekit/mediaServer.ts'
import { openLiveKit } from './livekit/openLiveKit.ts'
import { createHintReader } from './livekit/webhook.ts'
import { createLog } from './log.ts'
import { createMeetings } from './meetings/meetings.ts'
import type { MediaServer } from './meetings/ports.ts'
import { createPractice } from './practice/practice.ts'
import { lockFolder, prepareFolder } from './storage/dataFolder.ts'
import { openDatabase } from './storage/database.ts'
import { createGroupStore } from './storage/groupStore.ts'
import { ensureLanCertificate, fingerprintOf } from './storage/lanCertificate.ts'
import { ensureLiveKitKeys, readLinks, writeLinks } from './storage/keptFiles.ts'
import { openLogFiles } from './storage/logFiles.ts'
import { createMeetingStore } from './storage/meetingStore.ts'
import { createSumStore } from './storage/sumStore.ts'
import { createScriptStore } from './storage/scriptStore.ts'
import { readScenarios } from './storage/scenarioFiles.ts'
import { readScriptTemplates } from './storage/scriptTemplates.ts'
import { welcome } from './welcome.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Milliseconds that the media server may take to be ready before the host is told to wait for it. */
const READY_MS = 10_000

/** What ends each part that has been started, first started first. */
const endings: (() => unknown)[] = []

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Takes the port before anything else, so that a taken one is noticed while there is nothing to undo. */
async function listen({ front, close }: Website, { port, host }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject)
    front.listen(port, host, resolve)
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EADDRINUSE') {
      throw new StartFault(`Port ${port} is taken, perhaps by another Hearthside; stop that one or set PORT.`)
    }
    throw new StartFault(`The website cannot listen on ${host}, port ${port} (${String(code)}); see HOST and PORT.`)
  })
  endings.push(close)
}

/** The website's own address, as another program on this machine reaches it. */
function ownAddress({ host, port }: Config): string {
  const everywhere = host === '0.0.0.0' || host === '::' || host === 'localhost'
  return `http://${everywhere ? '127.0.0.1' : isIPv6(host) ? `[${host}]` : host}:${port}`
}

async function waitUntilReady(media: MediaServer): Promise<void> {
  for (const until = Date.now() + READY_MS; !(await media.ready()); await pause(200)) {
    if (Date.now() < until) continue
    say('LiveKit does not answer yet. The page works; voices begin when it does.')
    return
  }
}

async function start(config: Config): Promise<void> {
  const comeAgain: RequestListener = (_request, response) => void response.writeHead(503, { 'Retry-After': '1' }).end()
  let answer = comeAgain
  const answerNow: RequestListener = (...both) => answer(...both)
  const website = config.lan === null ? createPlainWebsite(answerNow) : createSecureWebsite(answerNow, config.publicUrl)
  await listen(website, config)

  const { dataDir } = config
  prepareFolder(dataDir)
  const unlock = lockFolder(dataDir)
  if (!unlock) throw new StartFault(`Another Hearthside is using ${dataDir}; stop that one or set DATA_DIR.`)
  endings.push(unlock)
  const logFiles = openLogFiles(dataDir)
  endings.push(() => logFiles.stop())
  const log = createLog(config.logLevel, logFiles.destination)
  // What nobody expected is written down and survived: without us nobody could come back to their chair.
  process.on('unhandledRejection', (error) => log.warn('unexpected', { where: whereOf(error) }))
  website.front.on('error', (error) => log.warn('website', { where: whereOf(error) }))

  const certificate = config.lan === null ? null : await ensureLanCertificate(dataDir, config.lan, Date.now())
  if (certificate) website.useCertificate(certificate)

  let onRestart = () => {}
  const livekit = await openLiveKit({
    livekit: config.livekit,
    environment: process.env,
    keys: () => ensureLiveKitKeys(dataDir),
    dataDir,
    webhookUrl: `${ownAddress(config)}/livekit/webhook`,
    say,
    onRestart: () => onRestart(),
  })
  endings.push(() => livekit.stop())
  const media = createMediaServer(livekit.access)

  const database = openDatabase(join(dataDir, 'hearthside.db'))
  endings.push(() => database.close())
  const clock = createSystemClock()
  const groupStore = createGroupStore(database)
  const { hostStatement, ...words } = config.group
  const group = ensureGroup(groupStore, { ...words, host: hostStatement, seats: config.seats })
  const links = ensureLinks(groupStore, group.id, readLinks(dataDir), clock.now())
  writeLinks(dataDir, links)
  const groups = createGroups(groupStore, () => clock.now(), links.practice)
  // A practice lives in memory; what a stopped server left of one is of no use to anybody.
  groups.forgetPractice()
  const scenarios = readScenarios(dataDir)
  const invitations = createInvitations(groupStore, () => clock.now())
  const scripts = createScripts(createScriptStore(database), readScriptTemplates())
  const sums = createSumStore(database)
  groups.forgetOld()
  const forgetting = setInterval(() => groups.forgetOld(), DAY_MS)
  endings.push(() => clearInterval(forgetting))

  const meetings = createMeetings({
    store: createMeetingStore(database),
    media,
    clock,
    randomBytes,
    log,
    seats: (id) => groupStore.group(id)?.seats ?? config.seats,
    practice: (id) => groups.isPractice(id),
    script: (id, script) => scripts.find(id, script),
    bar: (session) => groups.block(session),
    count: (group, name, value) => sums.add(group, name, value),
  })
  endings.push(meetings.start())
  const practice = createPractice({ meetings, clock, randomBytes, log })
  endings.push(practice.start())
  onRestart = () => {
    log.warn('livekit-restarted')
    void meetings.sweep()
  }

  const site = createApp({
    config,
    groups,
    scripts,
    invitations,
    feedback: createFeedback(sums),
    meetings,
    practice,
    scenarios,
    media,
    mediaUrl: livekit.access.url,
    readHint: createHintReader(livekit.access),
    databaseReady: () => groupStore.groups().length > 0,
    clock,
    randomBytes,
    log,
  })
  endings.push(() => {
    answer = comeAgain
    site.stop()
  })
  website.server.on('upgrade', (...both) => site.upgrade(...both))
  answer = site.app
  await waitUntilReady(media)
  log.info('started')

  const unbuilt = isClientBuilt(config.clientDir)
    ? ''
    : '\n\n  The page has not been built yet: "npm run build" makes it.'
  // In one piece: whoever waits for the last line has them all.
  say(welcome(config, links, certificate && fingerprintOf(certificate)) + unbuilt)
}

async function end(): Promise<void> {
  for (const ending of endings.splice(0).reverse()) await ending()
}

async function main(): Promise<void> {
  // A terminal that is gone is no reason to stop.
  process.stdout.on('error', () => {})
  // Whatever is written from here on is its owner's alone.
  process.umask(0o077)
  if (existsSync('.env')) process.loadEnvFile('.env')
  const starting = Promise.resolve().then(() => start(parseConfig(process.env, lanAddresses(networkInterfaces()))))
  let stopping = false
  const stop = async () => {
    // The second time somebody means it.
    if (stopping) process.exit(1)
    stopping = true
    say('Stopping.')
    await starting.catch(() => {})
    await end()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  try {
    await starting
  } catch (error) {
    await end()
    if (error instanceof ConfigFault) for (const fault of error.faults) say(fault)
    else if (error instanceof StartFault) say(error.message)
    else throw error
    process.exit(1)
  }
}

await main()
