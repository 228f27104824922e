// The pages that figures of the room are measured on, built as the client is: our own room with an invented circle, an empty scene,
// plain meshes, and the peer. Our room is built for circles of up to 100, which the product does not allow: one figure asks for it.

import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Asked } from '../tests/support/preview-space/handle.ts'
import { servePreviews, type PreviewSite } from '../tests/support/previewSite.ts'
import { copyPeers } from './peers.ts'

const PAGES = ['empty', 'meshes', 'peer'].map((page) => `bench/pages/${page}.html`)

const largerCircles: Plugin = {
  name: 'larger-circles',
  transform(code, id) {
    return id.endsWith('/protocol/limits.ts') ? code.replace('MAX_SEATS = 50', 'MAX_SEATS = 100') : null
  },
}

export interface BenchSite extends PreviewSite {
  /** Our own room with so many people who move all the time. */
  room(people: number, more?: Asked): string
  readonly empty: string
  meshes(people: number): string
  peer(people: number): string
}

/** When our own room has everybody in it. */
export const ROOM_READY = 'window.preview?.room === "lounge"'

/** `withPeer` fetches the peer from npm if it is not there yet. */
export async function serveBench(withPeer = false): Promise<BenchSite> {
  const site = await servePreviews({ more: PAGES, plugins: [largerCircles] })
  if (withPeer) copyPeers(join(site.folder, 'peers'))
  return {
    ...site,
    room(people, more = {}) {
      const asked: Asked = { seats: Math.max(12, people), people, fed: true, names: true, ...more }
      return `${site.space}#${encodeURIComponent(JSON.stringify(asked))}`
    },
    empty: `${site.url}/bench/pages/empty.html`,
    meshes: (people) => `${site.url}/bench/pages/meshes.html#${people}`,
    peer: (people) => `${site.url}/bench/pages/peer.html#${people}`,
  }
}
