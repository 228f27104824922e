// A person in a real Chromium: a browser of their own, whose microphone hears them speak in their tone. Everything the page says
// or asks for is written down: errors, console, requests, and which STUN or TURN servers it names.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { installAudioProbe, loudnessOf, type Loudness } from './audioProbe.ts'
import { toneOf } from './tone.ts'
import { writeSpeech } from './wav.ts'

const ROOT = new URL('../..', import.meta.url)
const OUT = fileURLToPath(new URL('tests/e2e/out/', ROOT))

/** Chromium's switches for tests: no sound card, no GPU, permissions given, nothing fetched behind our back. */
const SWITCHES = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-quic',
]

export interface BrowserPersonOptions {
  /** Chooses the tone, 0 to 9; null for somebody who sits in silence. */
  readonly voice?: number | null
  /** Speaks in a steady tone, without pauses in which a gap could hide; the page's microphone is opened without noise suppression. */
  readonly steady?: boolean
  readonly context?: BrowserContextOptions
  /** Scripts to run before the page's own. */
  readonly before?: readonly string[]
}

export interface BrowserPerson {
  readonly name: string
  /** 0 when there is no voice. */
  readonly hz: number
  readonly page: Page
  /** Uncaught errors and console errors of the page, in its words. */
  readonly faults: readonly string[]
  /** Every address that was asked for, web sockets too. */
  readonly requests: readonly string[]
  /** Every ICE server that the page was told to use. */
  iceServers(): Promise<readonly string[]>
  /** How loud somebody's tone is in this person's ears now. */
  hears(hz: number): Promise<Loudness>
  /** Opens another page of the same browser, with the same cookie. */
  secondTab(): Promise<Page>
  screenshot(name: string): Promise<void>
  close(): Promise<void>
}

/** Where the tests' browser is: CHROMIUM_PATH, or what bin/prepare.mjs has found. @throws Error saying what to do. */
function browserPath(): string {
  const note = new URL('node_modules/.cache/hearthside/browser', ROOT)
  const path = process.env.CHROMIUM_PATH ?? (existsSync(note) ? readFileSync(note, 'utf8') : '')
  if (path === '' || !existsSync(path)) {
    throw new Error('These tests need Chromium: "node bin/prepare.mjs test" installs it, or name one in CHROMIUM_PATH.')
  }
  return path
}

/** Starts a browser for one person and opens an address if there is one. */
export async function newPerson(
  name: string,
  url: string | null,
  options: BrowserPersonOptions = {},
): Promise<BrowserPerson> {
  const folder = mkdtempSync(join(tmpdir(), 'hearthside-voice-'))
  const hz = typeof options.voice === 'number' ? toneOf(options.voice) : 0
  const speech = options.steady ? 'steady' : 'syllables'
  writeSpeech(join(folder, 'voice.wav'), hz, hz === 0 ? 'silence' : speech)
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: [...SWITCHES, `--use-file-for-fake-audio-capture=${join(folder, 'voice.wav')}`],
    ignoreDefaultArgs: ['--mute-audio'],
  })
  const context = await browser.newContext({ permissions: ['microphone'], ...options.context })
  await installAudioProbe(context)
  await context.addInitScript(recordIceServers)
  if (options.steady) await context.addInitScript(openMicrophoneAsItIs)
  for (const script of options.before ?? []) await context.addInitScript(script)

  const faults: string[] = []
  const requests: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  context.on('weberror', (fault) => faults.push(String(fault.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  context.on('page', (opened) => opened.on('websocket', (socket) => requests.push(socket.url())))
  const page = await context.newPage()
  if (url !== null) await page.goto(url)

  return {
    name,
    hz,
    page,
    faults,
    requests,
    iceServers: () => page.evaluate(() => window.hearthsideIceServers ?? []),
    hears: (tone) => loudnessOf(page, tone),
    secondTab: () => context.newPage(),
    async screenshot(file) {
      mkdirSync(OUT, { recursive: true })
      await page.screenshot({ path: join(OUT, `${file}.png`) })
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Of some addresses, those that leave the origin. Addresses inside the page (data:, blob:, about:) leave nothing. */
export function thirdParty(addresses: readonly string[], origin: string): string[] {
  const { host } = new URL(origin)
  return addresses.filter((address) => /^(https?|wss?):/.test(address) && new URL(address).host !== host)
}

/** Takes noise suppression and gain control off every microphone that the page opens. */
function openMicrophoneAsItIs(): void {
  if (!('mediaDevices' in navigator)) return
  const media = navigator.mediaDevices
  const open = media.getUserMedia.bind(media)
  media.getUserMedia = (constraints) => {
    const audio = typeof constraints?.audio === 'object' ? constraints.audio : {}
    return open({ ...constraints, audio: { ...audio, noiseSuppression: false, autoGainControl: false } })
  }
}

declare global {
  interface Window {
    hearthsideIceServers?: string[]
  }
}

function recordIceServers(): void {
  const named: string[] = (window.hearthsideIceServers = [])
  const note = (configuration?: RTCConfiguration) => {
    for (const server of configuration?.iceServers ?? []) named.push(...[server.urls].flat())
  }
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      note(configuration)
    }
    override setConfiguration(configuration?: RTCConfiguration): void {
      super.setConfiguration(configuration)
      note(configuration)
    }
  }
}
