// Reads LiveKit's webhooks: signed with our key, checked against the body's own digest, reduced to who came and who went.

import { WebhookReceiver } from 'livekit-server-sdk'
import type { MediaHint, ReadMediaHint } from '../meetings/ports.ts'
import type { LiveKitKeys } from './livekitConfig.ts'

const KINDS: Readonly<Record<string, MediaHint['kind']>> = {
  participant_joined: 'joined',
  participant_left: 'left',
  participant_connection_aborted: 'left',
}

/** Makes the reader for hooks signed with these keys. */
export function createHintReader({ key, secret }: LiveKitKeys): ReadMediaHint {
  const receiver = new WebhookReceiver(key, secret)
  return async (body, authorization) => {
    const { event, room, participant } = await receiver.receive(body, authorization)
    const kind = KINDS[event]
    if (!kind || !room || !participant) return null
    return { kind, room: room.name, identity: participant.identity }
  }
}
