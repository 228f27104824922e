// The one AudioContext and what hangs on it: everybody's voices, one's own measure, the chimes. Opened when somebody sits down,
// running from the first press on, woken when the browser or the machine put it to sleep.

import type { Identity } from '#protocol/meeting.ts'
import type { Clock } from '../meeting/clock.ts'
import { startEvery } from '../meeting/clock.ts'
import type { SoundStatus } from '../meeting/session.ts'
import { playChime } from './chimes.ts'
import { createMaster } from './master.ts'
import { createOwnVoice, type OwnVoice } from './ownVoice.ts'
import type { Hearing, Sound, SoundEvents } from './sound.ts'
import { createSpatialVoices, type SpatialVoices } from './spatialVoices.ts'

const TICK_MS = 40
/** A context that says it runs while its time stands still has lost its device: it is woken after so long. */
const STUCK_MS = 3_000

export interface SoundParts {
  readonly createContext: () => AudioContext
  readonly clock: Clock
  /** Id of the chosen output; null: the system's own choice. */
  readonly output: string | null
}

/** Everything that exists only once the context does. */
interface Open {
  readonly context: AudioContext
  readonly master: AudioNode
  readonly voices: SpatialVoices
  readonly stop: () => void
}

/** Creates the sound, not opened. */
export function createSound({ createContext, clock, output }: SoundParts, events: SoundEvents): Sound {
  let open: Open | null = null
  let status: SoundStatus = 'idle'
  let outputId = output
  let own: { identity: Identity; track: MediaStreamTrack; voice: OwnVoice | null } | null = null
  let ownHeard = false
  let ownTalking = false
  let hearing: Hearing | null = null
  let gains: Readonly<Record<Identity, number>> = {}
  let othersSpeaking: ReadonlySet<Identity> = new Set()
  let toldOwn = false

  function setStatus(next: SoundStatus) {
    if (next === status) return
    status = next
    events.onStatus(next)
  }

  function tellSpeaking() {
    toldOwn = ownHeard && (own?.voice?.speaking() ?? false)
    events.onSpeaking(toldOwn && own ? new Set([...othersSpeaking, own.identity]) : othersSpeaking)
  }

  function measureOwn() {
    if (own && !own.voice && open) own.voice = createOwnVoice(open.context, own.track)
  }

  function applyOutput() {
    const context = open?.context
    if (!context || !('setSinkId' in context) || typeof context.setSinkId !== 'function') return
    // A device that is gone is refused; the default then plays on.
    Promise.resolve(context.setSinkId(outputId ?? '')).catch(() => {})
  }

  function openNow(): Open {
    if (open) return open
    const context = createContext()
    const master = createMaster(context)
    const voices = createSpatialVoices({
      context,
      output: master.input,
      onSpeaking(speaking) {
        othersSpeaking = speaking
        tellSpeaking()
      },
    })
    voices.setQuieter(gains)
    voices.setHearing(hearing)
    const told = () => setStatus(context.state === 'running' ? 'running' : 'suspended')
    context.addEventListener('statechange', told)

    let lastTime = -1
    let movedAtMs = clock.nowMs()
    const stopTick = startEvery(clock, TICK_MS, () => {
      const nowMs = clock.nowMs()
      voices.tick(nowMs)
      if (own?.voice) {
        own.voice.tick(nowMs, ownHeard)
        if ((ownHeard && own.voice.speaking()) !== toldOwn) tellSpeaking()
        const talking = own.voice.talking()
        if (talking !== ownTalking) events.onOwnTalking((ownTalking = talking))
      }
      if (context.currentTime !== lastTime || context.state !== 'running') movedAtMs = nowMs
      lastTime = context.currentTime
      if (nowMs - movedAtMs > STUCK_MS) {
        movedAtMs = nowMs
        void context.suspend().then(() => context.resume())
      }
    })
    open = {
      context,
      master: master.input,
      voices,
      stop() {
        stopTick()
        context.removeEventListener('statechange', told)
        voices.stop()
        // Closing twice or during a change is refused; either way it is gone.
        context.close().catch(() => {})
      },
    }
    applyOutput()
    measureOwn()
    told()
    return open
  }

  return {
    status: () => status,
    open: () => void openNow(),
    resume() {
      // Refused without a press: the status says so, and the next press tries again.
      openNow()
        .context.resume()
        .catch(() => {})
    },
    context: () => open?.context ?? null,
    setVoice: (identity, id, track) => openNow().voices.setVoice(identity, id, track),
    setHearing(next) {
      hearing = next
      open?.voices.setHearing(next)
    },
    setOwnMicrophone(identity, track) {
      own?.voice?.close()
      own = track && { identity, track, voice: null }
      measureOwn()
      if (ownTalking) events.onOwnTalking((ownTalking = false))
      if (toldOwn) tellSpeaking()
    },
    setOwnHeard(heard) {
      ownHeard = heard
    },
    setQuieter(next) {
      gains = next
      open?.voices.setQuieter(next)
    },
    setListener: (yaw, pitch) => open?.voices.setListener(yaw, pitch),
    level(identity) {
      if (own?.identity === identity) return ownHeard ? (own.voice?.level() ?? 0) : 0
      return open?.voices.level(identity) ?? 0
    },
    setOutput(deviceId) {
      outputId = deviceId
      applyOutput()
    },
    chime(chime, forYou) {
      if (!open || status !== 'running') return
      if (forYou || (othersSpeaking.size === 0 && !toldOwn)) playChime(open.context, open.master, chime)
    },
    stop() {
      own?.voice?.close()
      own = null
      open?.stop()
      open = null
      setStatus('idle')
    },
  }
}
