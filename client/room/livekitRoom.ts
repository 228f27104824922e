// A link over LiveKit: the only file that imports its SDK, loaded when somebody is about to sit down. It translates and
// decides nothing: names, roles and rights are what the media server says, and recovery beyond the SDK's own is roomConnection's.

import {
  AudioPresets,
  ConnectionError,
  ConnectionErrorReason,
  DefaultReconnectPolicy,
  DisconnectReason,
  LocalAudioTrack,
  LogLevel,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
} from 'livekit-client'
import { SIGNAL_TOPIC } from '#protocol/signals.ts'
import { createPoseTransport } from './poseTransport.ts'
import { received } from './received.ts'
import type { LinkEnd, LinkEvents, MicrophonePort, Opened, OpenLink, Ticket } from './roomPort.ts'

/** The SDK's own tries, ms: sooner and fewer than its default; after them a fresh claim and link do better. */
const RETRY_DELAYS_MS = [0, 300, 700, 1_200, 2_000, 3_000, 4_000]
const SIGNAL_TIMEOUT_MS = 8_000
const MEDIA_TIMEOUT_MS = 10_000

/** The SDK opens an AudioContext for 0.2 s at each publication to look for silence, and nobody reads the answer. */
class SpeechTrack extends LocalAudioTrack {
  override async checkForSilence(): Promise<boolean> {
    return false
  }
}

function endOf(reason: DisconnectReason | undefined): LinkEnd {
  if (reason === DisconnectReason.DUPLICATE_IDENTITY) return 'duplicate'
  if (reason === DisconnectReason.PARTICIPANT_REMOVED) return 'removed'
  if (reason === DisconnectReason.USER_REJECTED) return 'refused'
  // A deleted room, a stopped server, a frozen page (CLIENT_INITIATED without our asking) and the rest: try again.
  return 'lost'
}

function endOfFailure(error: unknown): LinkEnd {
  if (!(error instanceof ConnectionError)) return 'lost'
  if (error.reason === ConnectionErrorReason.NotAllowed) return 'refused'
  return error.reason === ConnectionErrorReason.LeaveRequest ? endOf(error.context) : 'lost'
}

const sending = (room: Room) => room.engine?.pcManager?.publisher.getTransceivers() ?? []

/**
 * Lets the next publication take the line of the last one in the connection's offers. Without it each adds a line for good, 1 KB
 * and a millisecond or two a time (measured: 62 KB after 60 passes, 1.9 KB with it). It must come before the SDK's next offer.
 */
function recycle(room: Room): void {
  for (const transceiver of sending(room)) {
    if (transceiver.direction === 'inactive' && !transceiver.sender.track) transceiver.stop()
  }
}

function createMicrophonePort(room: Room): MicrophonePort {
  const own = room.localParticipant
  const find = (id: string) => {
    const publication = own.audioTrackPublications.get(id)
    if (!publication?.track) throw new Error('this publication is gone')
    return { publication, track: publication.track }
  }
  return {
    lines: () => sending(room).length,
    permitted: () => own.permissions?.canPublish ?? false,
    publications: () =>
      [...own.audioTrackPublications.values()].flatMap(({ trackSid, isMuted, track }) =>
        track ? [{ id: trackSid, muted: isMuted, track: track.mediaStreamTrack }] : [],
      ),
    async publish(mediaTrack) {
      const track = new SpeechTrack(mediaTrack, undefined, true)
      track.source = Track.Source.Microphone
      await own.publishTrack(track, {
        source: Track.Source.Microphone,
        audioPreset: AudioPresets.speech,
        forceStereo: false,
        dtx: true,
        red: true,
      })
    },
    async unpublish(id) {
      await own.unpublishTrack(find(id).track, false)
    },
    async setMuted(id, muted) {
      const { publication } = find(id)
      await (muted ? publication.mute() : publication.unmute())
    },
  }
}

/** Passes on what the room tells, until the returned function says that nobody listens any more. */
function relay(room: Room, events: LinkEvents, isOver: () => boolean): void {
  const tell = (act: () => void) => {
    if (!isOver()) act()
  }
  const isVoice = (publication: RemoteTrackPublication) => publication.source === Track.Source.Microphone
  room
    .on(RoomEvent.SignalReconnecting, () => tell(() => events.onSignalLost()))
    .on(RoomEvent.Reconnecting, () => tell(() => events.onRecovering()))
    .on(RoomEvent.Reconnected, () => tell(() => events.onRecovered()))
    .on(RoomEvent.RoomMetadataChanged, (text) => tell(() => events.onMetadata(text)))
    .on(RoomEvent.TrackSubscribed, (track, publication, { identity }) => {
      if (track.kind !== Track.Kind.Audio || !isVoice(publication)) return
      tell(() => events.onVoice(identity, publication.trackSid, track.mediaStreamTrack))
    })
    .on(RoomEvent.TrackUnsubscribed, (_track, publication, { identity }) => {
      tell(() => events.onVoice(identity, publication.trackSid, null))
    })
    .on(RoomEvent.ParticipantPermissionsChanged, (_before, participant) => {
      if (participant.isLocal) tell(() => events.onMicrophoneChanged())
    })
    .on(RoomEvent.LocalTrackUnpublished, () => {
      recycle(room)
      tell(() => events.onMicrophoneChanged())
    })
    .on(RoomEvent.LocalTrackPublished, () => tell(() => events.onMicrophoneChanged()))
    .on(RoomEvent.DataReceived, (payload, _participant, _kind, topic, _encryption, identity) => {
      // A sender may be unknown still (joins are told in batches): the packet itself names them, as the media server does.
      if (topic !== undefined && identity) tell(() => events.onData(topic, identity, payload))
    })
}

/** Creates the opener; every link shares the one AudioContext, so that the SDK makes none of its own. */
export function createOpenLivekit(context: () => AudioContext | null): OpenLink {
  // What goes wrong is said on the page, in words; its own log names tokens and addresses.
  setLogLevel(LogLevel.silent)

  return async function openLivekit(ticket: Ticket, events: LinkEvents, signal: AbortSignal): Promise<Opened> {
    const audioContext = context()
    const room = new Room({
      // With audio-only codecs the single connection cannot be negotiated, and two are faster here (FACTS).
      singlePeerConnection: false,
      webAudioMix: audioContext ? { audioContext } : false,
      stopLocalTrackOnUnpublish: false,
      reconnectPolicy: new DefaultReconnectPolicy(RETRY_DELAYS_MS),
      disconnectOnPageLeave: true,
    })
    let over = false
    const isOver = () => over
    function close() {
      over = true
      // Its own errors are of no interest: the link is over for us.
      room.disconnect(false).catch(() => {})
    }

    relay(room, events, isOver)
    const poses = createPoseTransport(room, (identity, payload) => {
      if (!over) events.onData('pose', identity, payload)
    })
    let connected = false
    room.on(RoomEvent.Disconnected, (reason) => {
      if (over || !connected) return
      over = true
      events.onEnded(endOf(reason))
    })
    signal.addEventListener('abort', close, { once: true })
    if (signal.aborted) close()

    try {
      await room.connect(ticket.url, ticket.token, {
        maxRetries: 0,
        websocketTimeout: SIGNAL_TIMEOUT_MS,
        peerConnectionTimeout: MEDIA_TIMEOUT_MS,
      })
    } catch (error) {
      over = true
      return { ok: false, end: endOfFailure(error) }
    }
    connected = true
    if (room.metadata) events.onMetadata(room.metadata)
    poses.start()

    return {
      ok: true,
      link: {
        microphone: createMicrophonePort(room),
        sendSignal: (payload) =>
          room.localParticipant.publishData(new Uint8Array(payload), { reliable: true, topic: SIGNAL_TOPIC }),
        sendPose: (payload) => poses.send(payload),
        received: () => received(room),
        close,
      },
    }
  }
}
