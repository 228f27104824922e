// The microphones and loudspeakers of this machine, as far as the browser names them. What was chosen is in the settings;
// a chosen one that is unplugged gives way to the system's own choice, with a word about it.

import { createStore } from 'zustand/vanilla'
import type { DeviceList, Devices, SoundDevice } from '../meeting/session.ts'
import type { SettingsStore } from '../settings/settings.ts'

/** The part of MediaDevices that is used. */
export interface DeviceSource {
  enumerateDevices(): Promise<readonly Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>[]>
  addEventListener(type: 'devicechange', listener: () => void): void
  removeEventListener(type: 'devicechange', listener: () => void): void
}

export interface DevicesCore extends Devices {
  /** Looks again: browsers hide names until a microphone was opened once. */
  refresh(): Promise<void>
  /** Something was plugged in or out. Returns unsubscribe. */
  onChange(listener: () => void): () => void
  stop(): void
}

/** What browsers give before permission, and their names for the system's own choice, which is ours for null. */
const NO_DEVICE: readonly string[] = ['', 'default', 'communications']

export type CreateDevices = (settings: SettingsStore, onUnplugged: () => void) => DevicesCore

/** Creates the list. `source` is null where the browser has no media devices; `outputs`: pages may choose where sound goes. */
export function createDevices(
  source: DeviceSource | null,
  outputs: boolean,
  settings: SettingsStore,
  onUnplugged: () => void,
): DevicesCore {
  const list = createStore<DeviceList>(() => ({ inputs: [], outputs: [] }))
  const listeners = new Set<() => void>()

  async function refresh() {
    const found = (await source?.enumerateDevices().catch(() => [])) ?? []
    const named = (kind: MediaDeviceKind): SoundDevice[] =>
      found
        .filter((one) => one.kind === kind && one.label !== '' && !NO_DEVICE.includes(one.deviceId))
        .map((one) => ({ id: one.deviceId, label: one.label }))
    const next: DeviceList = { inputs: named('audioinput'), outputs: outputs ? named('audiooutput') : [] }
    const before = list.getState()
    list.setState(next)

    // Only a device that was there and is gone was unplugged; one never seen may only be unnamed yet.
    const { inputDevice, outputDevice } = settings.getState()
    const gone = (id: string | null, was: readonly SoundDevice[], is: readonly SoundDevice[]) =>
      id !== null && was.some((one) => one.id === id) && !is.some((one) => one.id === id)
    const inputGone = gone(inputDevice, before.inputs, next.inputs)
    const outputGone = gone(outputDevice, before.outputs, next.outputs)
    if (!inputGone && !outputGone) return
    settings.setState({ ...(inputGone && { inputDevice: null }), ...(outputGone && { outputDevice: null }) })
    onUnplugged()
  }

  async function lookAndTell() {
    await refresh()
    for (const listener of listeners) listener()
  }
  const changed = () => void lookAndTell()

  source?.addEventListener('devicechange', changed)
  void refresh()
  return {
    list,
    chooseInput: (inputDevice) => settings.setState({ inputDevice }),
    chooseOutput: (outputDevice) => settings.setState({ outputDevice }),
    refresh,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      source?.removeEventListener('devicechange', changed)
      listeners.clear()
    },
  }
}
