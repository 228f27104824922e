// Where the made rooms are: hashed files of our own origin, listed when the client is built. A room whose files are not there
// is simply not in the list.

import type { Environment } from '#protocol/meeting.ts'

const files = import.meta.glob<string>('../../../assets/rooms/*.{glb,json}', {
  query: '?url',
  import: 'default',
  eager: true,
})

export interface RoomFiles {
  readonly model: string
  readonly facts: string
  /** Absent: the plain chairs. */
  readonly chair: string | undefined
}

/** Returns the addresses of a room's files, or null when it was not made. */
export function roomFiles(id: Environment): RoomFiles | null {
  const at = (name: string) => files[`../../../assets/rooms/${name}`]
  const model = at(`${id}.glb`)
  const facts = at(`${id}.json`)
  return model && facts ? { model, facts, chair: at(`${id}-chair.glb`) } : null
}
