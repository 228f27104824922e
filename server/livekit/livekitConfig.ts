// The configuration of our own LiveKit: voice only, nobody's servers but ours, limits on everything. Unknown keys are fatal to
// LiveKit, so this file and the pinned version belong together. JSON is valid YAML.

import { MAX_SEATS } from '#protocol/limits.ts'

export interface LiveKitPlaces {
  /** HTTP port for signalling and API, on loopback only: browsers come through our signal gate. */
  readonly port: number
  readonly tcpPort: number
  readonly udpPort: number
  /** The address that browsers send voice to. */
  readonly mediaIp: string
  /** Where hints about comings and goings are posted. */
  readonly webhookUrl: string
}

export interface LiveKitKeys {
  readonly key: string
  readonly secret: string
}

/** Bytes of a room's metadata: a snapshot of 50 people takes about 15 KB. */
const METADATA_BYTES = 64 * 1024

/** Writes the configuration as LiveKit reads it. */
export function livekitConfig(places: LiveKitPlaces, keys: LiveKitKeys): string {
  return JSON.stringify({
    port: places.port,
    bind_addresses: ['127.0.0.1'],
    keys: { [keys.key]: keys.secret },
    rtc: {
      tcp_port: places.tcpPort,
      udp_port: places.udpPort,
      use_external_ip: false,
      node_ip: places.mediaIp,
      enable_loopback_candidate: places.mediaIp.startsWith('127.'),
      datachannel_lossy_target_latency: '100ms',
      // Without an entry LiveKit sends every browser to a third party's STUN server. None is needed: LiveKit's own address
      // is known and it learns a browser's from its packets. So the entry is ourselves.
      stun_servers: [`${places.mediaIp.includes(':') ? `[${places.mediaIp}]` : places.mediaIp}:${places.udpPort}`],
    },
    room: {
      // A room exists because our server made it; a token alone opens none.
      auto_create: false,
      // A margin over the seats, for connections that are being replaced.
      max_participants: MAX_SEATS + 10,
      enable_remote_unmute: false,
      // Voice only: otherwise a changed client could publish video as a microphone.
      enabled_codecs: [{ mime: 'audio/opus' }, { mime: 'audio/red' }],
    },
    audio: { update_interval: 200, smooth_intervals: 2 },
    limit: {
      max_metadata_size: METADATA_BYTES,
      // Nobody sets attributes; zero would mean no limit.
      max_attributes_size: 256,
      max_room_name_length: 64,
      max_participant_identity_length: 64,
      max_participant_name_length: 64,
    },
    webhook: { api_key: keys.key, urls: [places.webhookUrl] },
    // From info on, LiveKit logs identities and addresses.
    logging: { level: 'warn', pion_level: 'error', json: true },
  })
}
