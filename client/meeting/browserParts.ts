// The session's parts as this browser has them. The media SDK is a chunk of its own: the porch is there before it.

import { createApi } from '../api/api.ts'
import { createSound } from '../audio/createSound.ts'
import type { Soundscape } from '../audio/soundscape/soundscapes.ts'
import { createDevices } from '../audio/devices.ts'
import { startMicCheck } from '../audio/micCheck.ts'
import { createOpenMicrophone, type OpenMicrophone } from '../room/microphoneDevice.ts'
import type { OpenLink } from '../room/roomPort.ts'
import { createBrowserClock } from './clock.ts'
import type { SessionParts } from './createSession.ts'

/** Private windows may forbid even looking at storage. */
function storageOf(window: Window): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** Fire and waves are the same for everybody. */
const SOUND_SEED = 1

function subscribe(target: EventTarget, types: readonly string[], act: (event: Event) => void): () => void {
  for (const type of types) target.addEventListener(type, act)
  return () => {
    for (const type of types) target.removeEventListener(type, act)
  }
}

/** Gathers the parts from a window. */
export function browserParts(window: Window & typeof globalThis): SessionParts {
  const { document, location, history, navigator } = window
  const clock = createBrowserClock()
  const createContext = () => new AudioContext({ latencyHint: 'interactive' })
  // Absent on pages without a secure origin: then there is simply no microphone.
  const media: MediaDevices | null = 'mediaDevices' in navigator ? navigator.mediaDevices : null
  const openMicrophone: OpenMicrophone = media
    ? createOpenMicrophone(media)
    : () => Promise.reject(new DOMException('no media devices', 'NotFoundError'))
  /** Under it the same page practises, by routes and with a cookie of their own. */
  const door = location.pathname.startsWith('/practice') ? '/practice' : ''
  let noticeDevices = () => {}

  return {
    api: createApi({
      fetch: window.fetch.bind(window),
      base: door,
      beacon: (url) => navigator.sendBeacon(url),
    }),
    openEvents: (url) => new EventSource(url),
    address: { location, history },
    clock,
    random: () => Math.random(),
    storage: storageOf(window),
    xr: navigator.xr ?? null,
    secure: window.isSecureContext,
    createSound: (output, events) => createSound({ createContext, clock, output }, events),
    createDevices(settings, onUnplugged) {
      const devices = createDevices(media, 'setSinkId' in AudioContext.prototype, settings, onUnplugged)
      noticeDevices = () => void devices.refresh()
      return devices
    },
    createOpenLink(context) {
      let loading: Promise<OpenLink> | null = null
      const load = () => {
        loading ??= import('../room/livekitRoom.ts').then(({ createOpenLivekit }) => createOpenLivekit(context))
        // A chunk that did not load (offline) is asked for again by the next try.
        loading.catch(() => (loading = null))
        return loading
      }
      const open: OpenLink = async (seat, events, signal) => {
        try {
          return await (
            await load()
          )(seat, events, signal)
        } catch {
          return { ok: false, end: 'lost' }
        }
      }
      return { open, preload: () => void load().catch(() => {}) }
    },
    async openMicrophone(deviceId) {
      const track = await openMicrophone(deviceId)
      noticeDevices()
      return track
    },
    checkMicrophone: (deviceId, onLevel) =>
      startMicCheck({ openMicrophone, createContext, clock, onOpened: () => noticeDevices() }, deviceId, onLevel),
    startPractice(store, relay, context) {
      let end: (() => void) | null = null
      let ended = false
      const off = store.subscribe(({ practice }) => {
        if (!practice) return
        off()
        void begin()
      })
      /** Without their sound the simulated people still sit there, with captions. */
      async function begin() {
        try {
          const [{ startCompany }, { startMurmurs }] = await Promise.all([
            import('../practice/company.ts'),
            import('../practice/startMurmurs.ts'),
          ])
          if (ended) return
          const murmurs = startMurmurs()
          const stop = startCompany({ store, clock, context, relay, render: murmurs.render })
          end = () => {
            stop()
            murmurs.stop()
          }
        } catch {
          ended = true
        }
      }
      return () => {
        ended = true
        off()
        end?.()
      }
    },
    startRoomSound(store, settings, context) {
      let end: (() => void) | null = null
      let ended = false
      const off = store.subscribe(({ place, connection }) => {
        if (place !== 'circle' || connection !== 'connected') return
        off()
        void begin()
      })
      /** A room without its sound is a quiet room: nothing to be said about it. */
      async function begin() {
        try {
          const [{ startRoomSound }, { loadSoundscape }] = await Promise.all([
            import('../audio/roomSound.ts'),
            import('../audio/soundscape/loadSoundscape.ts'),
          ])
          const load = (kind: Soundscape) => loadSoundscape(kind, SOUND_SEED)
          if (!ended) end = startRoomSound({ store, settings, context, load })
        } catch {
          ended = true
        }
      }
      return () => {
        ended = true
        off()
        end?.()
      }
    },
    vanish() {
      // A page that asks before it is left would stay on the screen while it asks.
      window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
      document.title = ''
      document.body.replaceChildren()
      location.replace('about:blank')
    },
    onAwake(act) {
      const visible = () => {
        if (document.visibilityState === 'visible') act()
      }
      const offs = [
        subscribe(document, ['visibilitychange', 'resume'], visible),
        subscribe(window, ['online', 'pageshow'], visible),
      ]
      return () => {
        for (const off of offs) off()
      }
    },
    onPress: (act) => subscribe(window, ['pointerup', 'keydown'], act),
  }
}
