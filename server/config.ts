// Turns the environment into one checked Config. Every fault is collected and named in a sentence, so that a host sees all at once.

import { resolve } from 'node:path'
import { AGREEMENT_LENGTH, MAX_AGREEMENTS } from '#protocol/limits.ts'
import { environmentSchema, VARIABLES } from './environment.ts'
import type { Environment, LogLevel } from './environment.ts'

/** Our own media server, started beside us. */
export interface OwnLiveKit {
  readonly kind: 'own'
  /** Signalling and API; loopback only. */
  readonly port: number
  readonly tcpPort: number
  readonly udpPort: number
  /** The address that browsers send voice to. */
  readonly mediaIp: string
  /** Where the binary is, when the host says so. */
  readonly binary: string | null
}

/** A media server that somebody else runs. */
export interface ExternalLiveKit {
  readonly kind: 'external'
  readonly url: string
  readonly key: string
  readonly secret: string
}

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly clientDir: string
  /** Origin without a slash at the end; links and the Origin check are built from it. */
  readonly publicUrl: string
  /** Whether people reach it from this one computer only. */
  readonly local: boolean
  /** The address on the network at home for which we speak https ourselves, with a certificate of our own; null for none. */
  readonly lan: string | null
  readonly livekit: OwnLiveKit | ExternalLiveKit
  readonly seats: number
  readonly group: {
    readonly name: string
    readonly question: string | null
    readonly agreements: readonly string[]
    readonly hostStatement: string
  }
  /** Reverse proxies in front of us whose X-Forwarded-For is believed. */
  readonly trustProxy: number
  readonly logLevel: LogLevel
}

/** Every fault of the environment, one sentence each. */
export class ConfigFault extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

const TRIAL_STATEMENT =
  'This is a trial on one person’s own computer: whoever gave you the link runs it and pays for it.'
const AGREEMENTS = [
  'What is said here stays here.',
  'Speak for yourself; nobody has to speak.',
  'No advice unless it is asked for.',
  'Let others finish.',
]

/**
 * Reads a Config from environment variables; an empty variable counts as absent. `ownAddresses`: this computer's on its networks.
 * @throws ConfigFault naming every fault at once.
 */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
  ownAddresses: readonly string[] = [],
): Config {
  const given = Object.fromEntries(
    VARIABLES.flatMap((name) => {
      const value = environment[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const faults: string[] = []
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => issue.message))
  // What is wrong falls back to its default, so that the questions below can still be asked.
  const bad = new Set(parsed.error?.issues.map((issue) => String(issue.path[0])))
  const good = Object.fromEntries(Object.entries(given).filter(([name]) => !bad.has(name)))
  const values = parsed.data ?? environmentSchema.parse(good)

  const lan = readLan(values, ownAddresses, faults)
  const place = lan === null ? readPublicUrl(values, faults) : { origin: `https://${lan}:${values.PORT}`, local: false }
  const config: Config = {
    port: values.PORT,
    host: lan ?? values.HOST ?? (place.local ? '127.0.0.1' : '0.0.0.0'),
    dataDir: resolve(values.DATA_DIR),
    clientDir: resolve(values.CLIENT_DIR),
    publicUrl: place.origin,
    local: place.local,
    lan,
    livekit: readLiveKit(values, place.local, lan, faults),
    seats: values.SEATS,
    group: readGroup(values, place.local || lan !== null, faults),
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
  }
  if (faults.length > 0) throw new ConfigFault(faults)
  return config
}

/** Tells whether a host name means this very computer. */
export function isLocalHost(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$|\.localhost$/.test(hostname)
}

function readPublicUrl(values: Environment, faults: string[]): { origin: string; local: boolean } {
  const fallback = { origin: `http://localhost:${values.PORT}`, local: true }
  if (!values.PUBLIC_URL) return fallback
  const url = URL.parse(values.PUBLIC_URL)
  if (!url || !/^https?:$/.test(url.protocol)) {
    faults.push('PUBLIC_URL must be a web address, such as https://circle.example.org.')
    return fallback
  }
  const local = isLocalHost(url.hostname)
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    faults.push('PUBLIC_URL must end after the host name and port, without a path.')
  }
  if (!local && url.protocol !== 'https:') {
    faults.push('PUBLIC_URL must begin with https:// because browsers give no microphone to other pages.')
  }
  return { origin: url.origin, local }
}

/** The address for `npm run lan`; null when it is not wanted. */
function readLan(values: Environment, ownAddresses: readonly string[], faults: string[]): string | null {
  const wanted = values.LAN_ADDRESS
  if (!wanted) return null
  for (const name of ['PUBLIC_URL', 'HOST', 'MEDIA_IP', 'LIVEKIT_URL'] as const) {
    if (values[name]) faults.push(`${name} and LAN_ADDRESS do not go together: leave one of them empty.`)
  }
  if (wanted !== 'auto') return wanted
  const [first] = ownAddresses
  if (first === undefined) {
    faults.push('This computer has no address on a network at home; connect it, or name the address in LAN_ADDRESS.')
  }
  return first ?? '127.0.0.1'
}

function readLiveKit(
  values: Environment,
  local: boolean,
  lan: string | null,
  faults: string[],
): OwnLiveKit | ExternalLiveKit {
  const { LIVEKIT_URL: address, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = values
  if (address && key && secret) {
    const url = URL.parse(address.replace(/^ws/, 'http'))
    if (!url || !/^https?:$/.test(url.protocol)) {
      faults.push('LIVEKIT_URL must be an address, such as wss://media.example.org.')
    }
    return { kind: 'external', url: url?.origin ?? '', key, secret }
  }
  if (address ?? key ?? secret) {
    faults.push('LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET belong together: give all three or none.')
  }
  const ports = [values.PORT, values.LIVEKIT_PORT, values.LIVEKIT_TCP_PORT]
  if (new Set(ports).size < ports.length) {
    faults.push('PORT, LIVEKIT_PORT and LIVEKIT_TCP_PORT must be three different ports.')
  }
  if (!local && !lan && !values.MEDIA_IP && !address) {
    faults.push('MEDIA_IP must be the address at which browsers reach this machine, because PUBLIC_URL is not local.')
  }
  return {
    kind: 'own',
    port: values.LIVEKIT_PORT,
    tcpPort: values.LIVEKIT_TCP_PORT,
    udpPort: values.LIVEKIT_UDP_PORT,
    mediaIp: lan ?? values.MEDIA_IP ?? '127.0.0.1',
    binary: values.LIVEKIT_BINARY ?? null,
  }
}

function readGroup(values: Environment, local: boolean, faults: string[]): Config['group'] {
  const agreements = values.AGREEMENTS?.split(/\s*\|\s*|\n/).filter((line) => line !== '') ?? AGREEMENTS
  if (agreements.length > MAX_AGREEMENTS) faults.push(`AGREEMENTS may have at most ${MAX_AGREEMENTS} lines.`)
  if (agreements.some((line) => line.length > AGREEMENT_LENGTH)) {
    faults.push(`Each line of AGREEMENTS must be at most ${AGREEMENT_LENGTH} characters long.`)
  }
  if (!local && !values.HOST_STATEMENT) {
    faults.push('HOST_STATEMENT must say who runs and pays for this, because PUBLIC_URL is not local.')
  }
  return {
    name: values.GROUP_NAME ?? 'Our circle',
    question: values.GROUP_QUESTION ?? null,
    agreements,
    hostStatement: values.HOST_STATEMENT ?? TRIAL_STATEMENT,
  }
}
