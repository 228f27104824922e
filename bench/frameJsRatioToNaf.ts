// What a frame with fifty people who all move costs in script, as a share of what it costs the peer: A-Frame with networked-aframe and
// six meshes a person, everybody fed 15 times a second by an adapter of ours. Same browser, three rounds one after another; the
// value is the median of the rounds' ratios. Ours is the whole room (names, chairs, things, fire), the peer has people and nothing
// else. Plain meshes of three are the third column. One eye, a small window: it says nothing of what a graphics card would do.

import { ROOM_READY, serveBench } from './benchSite.ts'
import { type Figure, median, rounded } from './figure.ts'
import { frameCost } from './frameScript.ts'
import { PEER_WORDS } from './peers.ts'

const ROUNDS = 3

export const frameJsRatioToNaf: Figure = {
  name: 'frame_js_ratio_to_naf_n50',
  unit: '',
  wanted: { atMost: 0.125 },
  async measure() {
    const site = await serveBench(true)
    try {
      const rounds: { ours: number; peer: number; meshes: number }[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const { scriptMs: ours } = await frameCost(site.room(50), ROOM_READY)
        const { scriptMs: peer } = await frameCost(site.peer(50), 'document.querySelectorAll(".person").length === 50')
        const { scriptMs: meshes } = await frameCost(site.meshes(50))
        rounds.push({ ours, peer, meshes })
      }
      const ms = (which: 'ours' | 'peer' | 'meshes') => median(rounds.map((one) => one[which])).toFixed(2)
      return {
        value: Math.round(median(rounds.map(({ ours, peer }) => ours / peer)) * 1000) / 1000,
        how: `median of ${ROUNDS} rounds; a frame's script: ours ${ms('ours')} ms, ${PEER_WORDS} ${ms('peer')} ms, plain meshes of three ${ms('meshes')} ms; ratios ${rounds.map(({ ours, peer }) => rounded((ours / peer) * 100)).join(', ')} %`,
      }
    } finally {
      await site.stop()
    }
  },
}
