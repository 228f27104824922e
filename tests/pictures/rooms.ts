// Every room from a seat, from above, and dim.

import { ENVIRONMENTS } from '../../protocol/meeting.ts'
import { fromSeat, type Shot } from './shot.ts'

const SIZE = [960, 600] as const
const CIRCLE = { seats: 12, people: 9, speaking: [5], piece: 5, facilitator: 2, minutesLeft: 6 }

export const ROOMS: readonly Shot[] = [
  ...ENVIRONMENTS.flatMap((environment): Shot[] => {
    const scene = { ...CIRCLE, environment, viewpoint: fromSeat(12, 0) }
    const above = { from: [0.35, 2.65, 3.2], to: [0, 0.3, -0.4], field: 74 } as const
    return [
      { name: `${environment}-seat`, size: SIZE, scene },
      { name: `${environment}-above`, size: SIZE, scene: { ...scene, viewpoint: above, names: false } },
      { name: `${environment}-dim`, size: SIZE, scene: { ...scene, dim: true } },
    ]
  }),
  {
    name: 'lounge-fifty',
    size: SIZE,
    scene: { seats: 50, people: 50, viewpoint: fromSeat(50, 0), facilitator: 2 },
  },
]
