// The double that other tests stand on keeps the same contract as the real one.

import { mediaServerContract } from '../../support/mediaServerContract.ts'
import { createMemoryMediaServer } from '../../support/memoryMediaServer.ts'

mediaServerContract('in memory', async () => {
  const media = createMemoryMediaServer()
  const unreachable = createMemoryMediaServer()
  unreachable.down = true
  return {
    media,
    stranger: createMemoryMediaServer(),
    unreachable,
    async connect(token) {
      media.connect(token)
      const named = await media.verify(token)
      return async () => media.disconnect(named?.identity ?? '')
    },
    async stop() {},
  }
})
