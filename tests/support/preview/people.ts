// People for pictures of pages: invented, and always the same.

import { CHARACTERS, PALETTES, type Participant } from '#protocol/meeting.ts'

const NAMES = [
  'Quiet Fern',
  'Amber Lark',
  'Old Juniper',
  'Slow River',
  'Blue Kettle',
  'Tall Thistle',
  'Warm Stone',
  'Little Owl',
  'Grey Heron',
  'Soft Moss',
  'Late Bloom',
  'Kind Badger',
  'Paper Moon',
  'Second Wind',
  'Brown Sugar',
  'Morning Fog',
]

export function identityOf(index: number): string {
  return `p_${String(index).padStart(16, 'a')}`
}

/** `count` people spread over `seats` chairs; the first runs the meeting. */
export function people(count: number, seats: number): Participant[] {
  return Array.from({ length: count }, (_, index) => ({
    identity: identityOf(index),
    seat: Math.floor((index * seats) / count),
    name: NAMES[index % NAMES.length]!,
    avatar: {
      character: CHARACTERS[index % CHARACTERS.length]!,
      palette: PALETTES[(index * 5) % PALETTES.length]!,
      accessory: (['none', 'scarf', 'none', 'glasses', 'leaf', 'none', 'hat'] as const)[index % 7]!,
    },
    role: index === 0 ? 'facilitator' : 'member',
    keyHolder: index === 0,
    presence: 'present',
    held: false,
    byDoor: false,
    aside: false,
    vouched: true,
  }))
}
