// What this device remembers between visits: comfort and devices, never who one was or what was said.
// Versioned; anything unreadable becomes the default, silently and completely.

import * as z from 'zod/mini'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { comfortSchema, PRESETS } from '../headset/comfort.ts'
import { identitySchema } from '#protocol/identity.ts'

const share = z.number().check(z.gte(0), z.lte(1))

export const settingsSchema = z.strictObject({
  version: z.literal(1),
  /** Highest version of the consent text that somebody agreed to on this device; 0 for none. */
  consent: z.int(),
  /** Null: as the system says. */
  reducedMotion: z.nullable(z.boolean()),
  /** The page without a canvas was chosen. */
  simplePage: z.boolean(),
  /** Null: not chosen; the page is dim, as the room is. */
  lightTheme: z.nullable(z.boolean()),
  /** Single keys such as M act; off for people whose software types them (WCAG 2.1.4). */
  keys: z.boolean(),
  namesShown: z.boolean(),
  /** The microphone is live only while its key or button is held. */
  holdToTalk: z.boolean(),
  /** What one wants whenever one may speak; a reload keeps it. */
  microphoneWanted: z.boolean(),
  /** Ids of devices as the browser names them for this origin; null: the system's own choice. */
  inputDevice: z.nullable(z.string().check(z.maxLength(200))),
  outputDevice: z.nullable(z.string().check(z.maxLength(200))),
  /** Volume of fire, waves and leaves, 0–1. */
  ambience: share,
  chimes: z.boolean(),
  /** Where somebody looks for helplines: chosen by them, never guessed, never sent. Two letters, or "other". */
  helpCountry: z.catch(z.nullable(z.string().check(z.maxLength(5))), null),
  /** How one is treated in a headset. */
  comfort: comfortSchema,
  /** "Quieter for me", forgotten with the meeting: identities are new in each. */
  quieter: z.strictObject({ meeting: z.nullable(z.string()), gains: z.record(identitySchema, share) }),
})
export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  consent: 0,
  reducedMotion: null,
  simplePage: false,
  lightTheme: null,
  keys: true,
  namesShown: true,
  holdToTalk: false,
  microphoneWanted: true,
  inputDevice: null,
  outputDevice: null,
  ambience: 0.5,
  chimes: true,
  helpCountry: null,
  comfort: PRESETS.calm,
  quieter: { meeting: null, gains: {} },
}

const KEY = 'hearthside.settings'

/** The part of localStorage that is used; it may throw, as it does in some private windows. */
export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem'>

export type SettingsStore = StoreApi<Settings>

function read(storage: SettingsStorage | null): Settings {
  try {
    const stored = settingsSchema.safeParse(JSON.parse(storage?.getItem(KEY) ?? 'null'))
    return stored.success ? stored.data : DEFAULT_SETTINGS
  } catch {
    // Not JSON, or storage is forbidden here: both mean that nothing is remembered.
    return DEFAULT_SETTINGS
  }
}

/** Creates the settings of this device; changes are written as they happen. Without storage they last as long as the page. */
export function createSettings(storage: SettingsStorage | null): SettingsStore {
  const store = createStore<Settings>(() => read(storage))
  store.subscribe((settings) => {
    try {
      storage?.setItem(KEY, JSON.stringify(settings))
    } catch {
      // Full or forbidden: the choice still holds for this visit.
      storage = null
    }
  })
  return store
}
