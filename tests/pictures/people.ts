// Every character on its chair, and what one reads from four metres away: states, and gestures at their height.

import { ACCESSORIES, CHARACTERS, PALETTES } from '../../protocol/meeting.ts'
import { GESTURES, type Gesture } from '../../protocol/signals.ts'
import { acrossFrom, type Shot } from './shot.ts'

const SIZE = [360, 420] as const
/** Across from the hearth, where the light is as people see it. */
const SEAT = 6
const ONE = { seats: 12, people: 12, viewpoint: acrossFrom(12, SEAT), names: false, still: true }

const characters = CHARACTERS.map((character, at): Shot => {
  const palette = PALETTES[(at * 5 + 1) % PALETTES.length] ?? 'sea'
  const accessory = ACCESSORIES[at % ACCESSORIES.length] ?? 'none'
  return { name: `character-${character}`, size: SIZE, scene: { ...ONE, character, palette, accessory } }
})

const looks = { character: 'bear', palette: 'clay', accessory: 'none' } as const
const state = (name: string, scene: object): Shot => ({
  name: `state-${name}`,
  size: SIZE,
  scene: { ...ONE, ...looks, names: true, ...scene },
})

/** Where each gesture is at its clearest, milliseconds after it began. */
const HEIGHT: Readonly<Record<Gesture, number>> = {
  wave: 1300,
  heart: 1500,
  'warm-light': 1900,
  'open-palm': 1500,
  clap: 1250,
}

export const PEOPLE: readonly Shot[] = [
  ...characters,
  state('speaking', { speaking: [SEAT] }),
  state('resting', { resting: [SEAT] }),
  state('away', { away: [SEAT] }),
  state('hand', { hands: [SEAT] }),
  state('piece', { piece: SEAT }),
  state('held', { held: [SEAT] }),
  state('facilitator', { facilitator: SEAT }),
  ...GESTURES.map((gesture): Shot => ({
    name: `gesture-${gesture}`,
    size: SIZE,
    scene: {
      ...ONE,
      character: 'cat',
      palette: 'dusk',
      accessory: 'none',
      gestures: { [SEAT]: [gesture, HEIGHT[gesture]] },
    },
  })),
]
