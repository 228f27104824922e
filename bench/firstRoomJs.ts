// How much script a first visit runs until the first furnished frame, gzipped: porch, meeting page and room. LiveKit's own script, which
// comes beside it and for which no picture waits, is named apart.

import { type Figure, rounded } from './figure.ts'
import { firstRoom, scriptKb } from './firstRoom.ts'

const MEDIA = /\/livekitRoom-/

export const firstRoomJs: Figure = {
  name: 'first_room_js_gzip_kb',
  unit: 'KB',
  wanted: { atMost: 320 },
  async measure() {
    const scripts = (await firstRoom()).filter(({ path }) => path.endsWith('.js'))
    const kb = (media: boolean) =>
      rounded(
        scripts.filter(({ path }) => MEDIA.test(path) === media).reduce((sum, fetched) => sum + scriptKb(fetched), 0),
      )
    if (kb(true) === 0) throw new Error('the media script is not where it was')
    return {
      value: kb(false),
      how: `gzip -9 of ${scripts.length - 1} files; livekit-client beside them: ${kb(true)} KB`,
    }
  },
}
