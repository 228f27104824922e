// Which microphone and which loudspeakers. Shown only where there is a choice.

import { useId } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../../hooks/useSession.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import type { SoundDevice } from '../../meeting/session.ts'

interface OneChoiceProps {
  readonly label: string
  readonly devices: readonly SoundDevice[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

function OneChoice({ label, devices, chosen, onChoose }: OneChoiceProps) {
  const id = useId()
  if (devices.length < 2) return null
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={devices.some((device) => device.id === chosen) ? (chosen ?? '') : ''}
        onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">As the system says</option>
        {devices.map((device) => (
          <option key={device.id} value={device.id}>
            {device.label}
          </option>
        ))}
      </select>
    </div>
  )
}

export function DeviceChoice() {
  const { devices } = useSession()
  const { inputs, outputs } = useStore(devices.list)
  const [{ inputDevice, outputDevice }] = useSettings()
  return (
    <>
      <OneChoice label="Microphone" devices={inputs} chosen={inputDevice} onChoose={(id) => devices.chooseInput(id)} />
      <OneChoice
        label="Loudspeaker"
        devices={outputs}
        chosen={outputDevice}
        onChoose={(id) => devices.chooseOutput(id)}
      />
    </>
  )
}
