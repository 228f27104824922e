// Everything that a first visit fetches from the link to the first furnished frame, as it comes over the wire.

import { type Figure, rounded } from './figure.ts'
import { firstRoom } from './firstRoom.ts'

export const firstRoomBytes: Figure = {
  name: 'first_room_bytes_kb',
  unit: 'KB',
  wanted: { atMost: 1100 },
  async measure() {
    const fetched = await firstRoom()
    const kb = (of: (path: string) => boolean) =>
      rounded(fetched.filter(({ path }) => of(path)).reduce((sum, { bytes }) => sum + bytes, 0) / 1024)
    const is = (pattern: RegExp) => (path: string) => pattern.test(path)
    if (!fetched.some(({ path }) => path.endsWith('.glb'))) throw new Error('no room was fetched')
    return {
      value: kb(() => true),
      how: `${fetched.length} answers, Chromium on localhost, a key-holder's first visit: scripts ${kb(is(/\.js$/))}, rooms ${kb(is(/\.(glb|json)$/))}, fonts ${kb(is(/\.woff2$/))}, styles and pictures ${kb(is(/\.(css|svg)$/))}, the rest ${kb(is(/^(?!.*\.(js|glb|json|woff2|css|svg)$)/))}`,
    }
  },
}
