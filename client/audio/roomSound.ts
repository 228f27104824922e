// Lets the room's sound follow the meeting: begins when the chair is taken and everything is heard, changes with the
// environment, gives way to whoever speaks, ends with the chair.

import type { StoreApi } from 'zustand/vanilla'
import type { SessionState } from '../meeting/session.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { createAmbience, type Ambience, type AmbienceOptions } from './ambience.ts'
import { SOUNDSCAPE_OF } from './soundscape/soundscapes.ts'

/** As slow as the light that changes with it. */
const FADE_SECONDS = 3

export interface RoomSoundParts extends Pick<AmbienceOptions, 'load' | 'onTrouble'> {
  readonly store: StoreApi<SessionState>
  readonly settings: SettingsStore
  /** The page's one context; null until somebody sits down. */
  readonly context: () => AudioContext | null
}

/** Starts following; returns what ends it and the sound. */
export function startRoomSound({ store, settings, context, load, onTrouble }: RoomSoundParts): () => void {
  let ambience: Ambience | null = null

  function end() {
    ambience?.stop()
    ambience = null
  }

  function follow() {
    const { place, connection, sound, snapshot, speaking } = store.getState()
    if (place !== 'circle' || snapshot === null) return end()
    if (ambience === null) {
      const ready = connection === 'connected' && sound === 'running' ? context() : null
      // Voices first: the room is computed when they are there.
      if (ready === null) return
      // Not through the voices' limiter: a loud voice must not make the fire flicker.
      ambience = createAmbience({ context: ready, destination: ready.destination, load, onTrouble })
      ambience.setVolume(settings.getState().ambience)
    }
    ambience.set(SOUNDSCAPE_OF[snapshot.environment], { fadeSeconds: FADE_SECONDS })
    ambience.duck(speaking.size > 0)
  }

  const offStore = store.subscribe(follow)
  const offSettings = settings.subscribe((now, before) => {
    if (now.ambience !== before.ambience) ambience?.setVolume(now.ambience)
  })
  follow()
  return () => {
    offStore()
    offSettings()
    end()
  }
}
