// The room for two beside the circle, while one is in a private word: a second connection of the same kind. It gives its link to
// whoever has the one microphone, and its voice to the same ears. What brings one there and back is the snapshot, or one's own press.

import type { Api } from '../api/api.ts'
import type { Sound } from '../audio/sound.ts'
import { createRoomConnection } from '../room/roomConnection.ts'
import type { OpenLink, RoomLink } from '../room/roomPort.ts'
import type { Clock } from './clock.ts'
import type { ConnectionStatus } from './session.ts'

export interface SideRoomOptions {
  readonly api: Pick<Api, 'side'>
  readonly sound: Pick<Sound, 'setVoice'>
  readonly clock: Clock
  readonly random: () => number
  readonly openLink: OpenLink
  readonly onStatus: (status: ConnectionStatus) => void
  /** The link changed: whoever has the microphone asks `link` again. */
  readonly onLink: () => void
  readonly onMicrophoneChanged: () => void
}

export interface SideRoom {
  /** Follows the server's word whether one is aside. A press of one's own to come back holds until the server says the same. */
  follow(aside: boolean): void
  /** Back at once, before the server has heard it. */
  leave(): void
  /** One is in it, or getting there. */
  isOpen(): boolean
  /** Null until connected. */
  link(): RoomLink | null
  poke(): void
}

/** Creates the room, not entered. */
export function createSideRoom(options: SideRoomOptions): SideRoom {
  const { api, sound, onLink } = options
  let link: RoomLink | null = null
  let open = false
  let left = false

  const connection = createRoomConnection({
    claim: () => api.side(),
    open: options.openLink,
    clock: options.clock,
    random: options.random,
    onStatus: options.onStatus,
    onSeat: () => {},
    onLink(next) {
      link = next
      onLink()
    },
    relay: {
      onMetadata: () => {},
      onVoice: (identity, id, track) => sound.setVoice(identity, id, track),
      onData: () => {},
      onMicrophoneChanged: () => options.onMicrophoneChanged(),
    },
    // Over by the server's word: the snapshot says the rest.
    onOut: () => close(),
  })

  function close() {
    if (!open) return
    open = false
    connection.leave()
    onLink()
  }

  return {
    follow(aside) {
      if (!aside) left = false
      if (!aside || left) return close()
      if (open) return
      open = true
      // The circle's microphone closes in this moment, the other opens when its room is there.
      onLink()
      connection.start()
    },
    leave() {
      left = true
      close()
    },
    isOpen: () => open,
    link: () => link,
    poke: () => connection.poke(),
  }
}
