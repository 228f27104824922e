// How the meeting looks and sounds on this device, for this person alone.

import { useId } from 'react'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { DeviceChoice } from '../devices/DeviceChoice.tsx'
import { Dialog } from '../dialog/Dialog.tsx'
import { HeadsetButton } from '../headset/HeadsetButton.tsx'
import { HeadsetLine } from '../headset/HeadsetLine.tsx'
import { Icon } from '../icons/Icon.tsx'

interface SwitchProps {
  readonly label: string
  readonly hint?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

function Switch({ label, hint, on, onChange }: SwitchProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  )
}

interface SettingsDialogProps {
  readonly onClose: () => void
  /** Opens what takes one's chair to another device. */
  readonly onMove: () => void
}

export function SettingsDialog({ onClose, onMove }: SettingsDialogProps) {
  const [settings, change] = useSettings()
  const id = useId()
  const practice = useSessionState((state) => state.me?.group.practice ?? false)
  return (
    <Dialog title="For you alone" onClose={onClose}>
      <section className="stack">
        <h3>Seeing</h3>
        <Switch
          label="Simple page"
          hint="The same meeting as a list, without the picture."
          on={settings.simplePage}
          onChange={(simplePage) => change({ simplePage })}
        />
        <Switch
          label="Light page"
          hint="Ink on paper instead of a dim room."
          on={settings.lightTheme === true}
          onChange={(lightTheme) => change({ lightTheme })}
        />
        <Switch label="Names over heads" on={settings.namesShown} onChange={(namesShown) => change({ namesShown })} />
        <Switch
          label="Less motion"
          on={settings.reducedMotion === true}
          onChange={(on) => change({ reducedMotion: on ? true : null })}
        />
      </section>
      <section className="stack">
        <h3>Speaking and hearing</h3>
        <Switch
          label="Hold to talk"
          hint="Your microphone is live only while you hold its button or key."
          on={settings.holdToTalk}
          onChange={(holdToTalk) => change({ holdToTalk })}
        />
        <DeviceChoice />
        <div className="field">
          <label htmlFor={id}>Fire, waves and leaves</label>
          <input
            id={id}
            className="slider"
            type="range"
            min="0"
            max="100"
            step="5"
            value={Math.round(settings.ambience * 100)}
            onChange={(event) => change({ ambience: Number(event.target.value) / 100 })}
          />
        </div>
        <Switch
          label="Soft chimes"
          hint="For your turn, the door and the end."
          on={settings.chimes}
          onChange={(chimes) => change({ chimes })}
        />
      </section>
      {!practice && (
        <section className="stack">
          <h3>Another device</h3>
          <p className="small quiet">
            Your chair goes with you to a headset or a telephone; nothing has to be typed but six digits.
          </p>
          <div className="row">
            <button type="button" className="button" onClick={onMove}>
              <Icon name="another" />
              Continue in my headset
            </button>
          </div>
        </section>
      )}
      <section className="stack">
        <h3>In a headset</h3>
        <HeadsetLine always />
        <HeadsetButton className="button slim" word="Enter VR" />
      </section>
    </Dialog>
  )
}
