import { describe, expect, it } from 'vitest'
import { createDevices } from '../../../client/audio/devices.ts'
import { createSettings } from '../../../client/settings/settings.ts'
import { settle } from '../../support/handClock.ts'

interface Plugged {
  readonly deviceId: string
  readonly kind: MediaDeviceKind
  readonly label: string
}
const desk: Plugged = { deviceId: 'desk', kind: 'audioinput', label: 'Desk microphone' }
const headset: Plugged = { deviceId: 'head', kind: 'audioinput', label: 'Headset' }
const speakers: Plugged = { deviceId: 'loud', kind: 'audiooutput', label: 'Loudspeakers' }
const camera: Plugged = { deviceId: 'cam', kind: 'videoinput', label: 'Camera' }

async function machine(first: readonly Plugged[], outputs = true) {
  let plugged = first
  const listeners = new Set<() => void>()
  const settings = createSettings(null)
  let unplugged = 0
  let changes = 0
  const devices = createDevices(
    {
      enumerateDevices: () => Promise.resolve(plugged),
      addEventListener: (_type, listener) => void listeners.add(listener),
      removeEventListener: (_type, listener) => void listeners.delete(listener),
    },
    outputs,
    settings,
    () => unplugged++,
  )
  devices.onChange(() => changes++)
  await settle()
  return {
    devices,
    settings,
    listeners,
    unplugged: () => unplugged,
    changes: () => changes,
    plug: async (next: readonly Plugged[]) => {
      plugged = next
      for (const listener of listeners) listener()
      await settle()
    },
  }
}

describe('devices', () => {
  it('are listed by name, microphones and loudspeakers apart, cameras not at all', async () => {
    const { devices } = await machine([desk, headset, speakers, camera])
    expect(devices.list.getState()).toEqual({
      inputs: [
        { id: 'desk', label: 'Desk microphone' },
        { id: 'head', label: 'Headset' },
      ],
      outputs: [{ id: 'loud', label: 'Loudspeakers' }],
    })
  })

  it('without a name, as before permission, are not offered', async () => {
    const { devices } = await machine([
      { ...desk, label: '' },
      { ...headset, deviceId: '', label: '' },
    ])
    expect(devices.list.getState().inputs).toEqual([])
  })

  it('are listed once: the system’s own choice is no device of its own', async () => {
    const usual = { ...desk, deviceId: 'default', label: 'Default - Desk microphone' }
    const calls = { ...desk, deviceId: 'communications', label: 'Communications - Desk microphone' }
    const { devices } = await machine([usual, calls, desk])
    expect(devices.list.getState().inputs).toEqual([{ id: 'desk', label: 'Desk microphone' }])
  })

  it('for output are not offered where the browser lets no page choose', async () => {
    const { devices } = await machine([desk, speakers], false)
    expect(devices.list.getState().outputs).toEqual([])
  })

  it('that were chosen and are pulled out give way to the usual ones, with a word', async () => {
    const { devices, settings, plug, unplugged, changes } = await machine([desk, headset, speakers])
    devices.chooseInput('head')
    devices.chooseOutput('loud')
    await plug([desk])
    expect(settings.getState()).toMatchObject({ inputDevice: null, outputDevice: null })
    expect([unplugged(), changes()]).toEqual([1, 1])
  })

  it('that were not chosen may come and go without a word', async () => {
    const { devices, settings, plug, unplugged, changes } = await machine([desk, headset])
    devices.chooseInput('desk')
    await plug([desk])
    await plug([desk, headset])
    expect(settings.getState().inputDevice).toBe('desk')
    expect([unplugged(), changes()]).toEqual([0, 2])
  })

  it('that were chosen on an earlier visit are kept while their names are still hidden', async () => {
    const { devices, settings, plug, unplugged } = await machine([])
    devices.chooseInput('desk')
    await plug([{ ...desk, label: '' }])
    expect(settings.getState().inputDevice).toBe('desk')
    expect(unplugged()).toBe(0)
  })

  it('are not watched any more after stop', async () => {
    const { devices, listeners } = await machine([desk])
    devices.stop()
    expect(listeners.size).toBe(0)
  })

  it('are none where the browser has none', async () => {
    const devices = createDevices(null, true, createSettings(null), () => {})
    await settle()
    expect(devices.list.getState()).toEqual({ inputs: [], outputs: [] })
  })
})
