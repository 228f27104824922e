// The contract of the media server, over a real LiveKit and real connections.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Room } from '@livekit/rtc-node'
import { findLiveKit } from '../../server/livekit/findLiveKit.ts'
import { livekitConfig } from '../../server/livekit/livekitConfig.ts'
import { createMediaServer } from '../../server/livekit/mediaServer.ts'
import { startLiveKit } from '../../server/livekit/supervisor.ts'
import { within } from '../support/clocks.ts'
import { mediaServerContract } from '../support/mediaServerContract.ts'
import { freeTcpPort, freeUdpPort } from '../support/ports.ts'

const CONNECT_MS = 15_000
const KEYS = { key: 'key', secret: 'a secret that is long enough for HS256' }

mediaServerContract('LiveKit', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearthside-media-'))
  const [port, tcpPort, udpPort, nobody] = await Promise.all([
    freeTcpPort(),
    freeTcpPort(),
    freeUdpPort(),
    freeTcpPort(),
  ])
  const binary = findLiveKit(null, process.env)
  if (binary === null) throw new Error('LiveKit is missing: "npm test" fetches it')
  const webhookUrl = `http://127.0.0.1:${nobody}/`
  const livekit = await startLiveKit({
    binary,
    config: livekitConfig({ port, tcpPort, udpPort, mediaIp: '127.0.0.1', webhookUrl }, KEYS),
    port,
    dataDir,
    say: () => {},
    onRestart: () => {},
  })
  const url = `http://127.0.0.1:${port}`
  return {
    media: createMediaServer({ url, ...KEYS }),
    stranger: createMediaServer({ url, key: 'other', secret: 'a secret of somebody else, long enough' }),
    unreachable: createMediaServer({ url: `http://127.0.0.1:${nobody}`, ...KEYS }),
    async connect(token) {
      const room = new Room()
      await within(
        'connecting',
        CONNECT_MS,
        room.connect(url.replace('http', 'ws'), token, { autoSubscribe: true, dynacast: false }),
      )
      return () => room.disconnect()
    },
    async stop() {
      await livekit.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
})
