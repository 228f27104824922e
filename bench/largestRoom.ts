// How large the largest room is on its way to a browser: model with its baked light, chair and facts, as the server sends them.

import { readdirSync, statSync } from 'node:fs'
import { ENVIRONMENTS } from '#protocol/meeting.ts'
import { type Figure, rounded } from './figure.ts'

const BUILT = new URL('../dist/client/assets/', import.meta.url)

/** Kilobytes of each room's files, packed where they were packed. */
function rooms(): { name: string; kb: number }[] {
  const all = readdirSync(BUILT)
  return ENVIRONMENTS.map((name) => {
    const files = all.filter((file) => new RegExp(`^${name}(-chair)?-[\\w-]{8}\\.(glb|json)$`).test(file))
    if (files.length < 2) throw new Error(`the room ${name} is not in the built page`)
    const sent = files.map((file) => (all.includes(`${file}.br`) ? `${file}.br` : file))
    return { name, kb: sent.reduce((sum, file) => sum + statSync(new URL(file, BUILT)).size, 0) / 1024 }
  })
}

export const largestRoom: Figure = {
  name: 'largest_room_kb',
  unit: 'KB',
  wanted: { atMost: 900 },
  measure() {
    const sizes = rooms().toSorted((a, b) => b.kb - a.kb)
    return Promise.resolve({
      value: rounded(sizes[0]?.kb ?? 0),
      how: sizes.map(({ name, kb }) => `${name} ${rounded(kb)}`).join(', '),
    })
  },
}
