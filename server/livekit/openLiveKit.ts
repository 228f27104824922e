// Brings up the media server that the host's configuration means: our own beside us, or somebody else's.

import { StartFault } from '../errors.ts'
import type { ExternalLiveKit, OwnLiveKit } from '../config.ts'
import { findLiveKit, LIVEKIT_VERSION } from './findLiveKit.ts'
import { livekitConfig } from './livekitConfig.ts'
import type { LiveKitKeys } from './livekitConfig.ts'
import type { LiveKitAccess } from './mediaServer.ts'
import { startLiveKit } from './supervisor.ts'

export interface OpenLiveKitOptions {
  readonly livekit: OwnLiveKit | ExternalLiveKit
  /** Where PATH and the user's cache are looked up. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Keys of our own LiveKit; asked for only when it is started. */
  readonly keys: () => LiveKitKeys
  readonly dataDir: string
  /** Where our own LiveKit posts its hints. */
  readonly webhookUrl: string
  readonly say: (sentence: string) => void
  /** Called when our own LiveKit is there again after it died. */
  readonly onRestart: () => void
}

export interface OpenedLiveKit {
  readonly access: LiveKitAccess
  /** Ends it if it is ours. */
  stop(): Promise<void>
}

/** @throws StartFault when our own is missing or does not come up. */
export async function openLiveKit(options: OpenLiveKitOptions): Promise<OpenedLiveKit> {
  const { livekit, dataDir, environment, webhookUrl, say, onRestart } = options
  if (livekit.kind === 'external') return { access: livekit, stop: () => Promise.resolve() }
  const binary = findLiveKit(livekit.binary, environment)
  if (binary === null) {
    throw new StartFault(
      `LiveKit is missing: "npm start" fetches it, or put livekit-server ${LIVEKIT_VERSION} on PATH, or set LIVEKIT_BINARY or LIVEKIT_URL.`,
    )
  }
  const keys = options.keys()
  const config = livekitConfig({ ...livekit, webhookUrl }, keys)
  const running = await startLiveKit({ binary, config, port: livekit.port, dataDir, say, onRestart })
  return { access: { url: `http://127.0.0.1:${livekit.port}`, ...keys }, stop: () => running.stop() }
}
