// Can one be heard? A meter that nobody else sees, and the choice to come and only listen.

import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import type { MicrophoneCheck, MicrophoneTrouble } from '../../meeting/session.ts'
import { DeviceChoice } from '../devices/DeviceChoice.tsx'
import { microphoneTrouble } from '../devices/microphoneTrouble.ts'
import { Icon } from '../icons/Icon.tsx'
import { Meter, type MeterHandle } from './Meter.tsx'

/** Above this a meter has heard somebody, 0–1. */
const HEARD = 0.25

export function VoiceStep() {
  const session = useSession()
  const wanted = useSessionState((state) => state.microphone.wanted)
  const [check, setCheck] = useState<MicrophoneCheck | 'opening' | null>(null)
  const [trouble, setTrouble] = useState<MicrophoneTrouble | null>(null)
  const [heard, setHeard] = useState(false)
  const meter = useRef<MeterHandle>(null)
  const stop = useRef(() => {})

  useEffect(() => () => stop.current(), [])

  async function start() {
    setCheck('opening')
    let unwanted = false
    stop.current = () => (unwanted = true)
    const opened = await session.checkMicrophone((level) => {
      meter.current?.show(level)
      if (level > HEARD) setHeard(true)
    })
    if (typeof opened === 'string') {
      setTrouble(opened)
      setCheck(null)
      return
    }
    if (unwanted) return opened.stop()
    stop.current = () => opened.stop()
    setTrouble(null)
    setCheck(opened)
  }

  function end() {
    stop.current()
    stop.current = () => {}
    setCheck(null)
  }

  return (
    <>
      <p>Headphones make it best: you then hear everybody from where they sit.</p>
      <div className="voice-check">
        <Meter handle={meter} running={check !== null} />
        <p className="voice-word" role="status">
          {check === null && !trouble && 'Nobody hears this but your own device.'}
          {check === 'opening' && 'Your browser may ask whether the microphone is allowed.'}
          {check !== null &&
            check !== 'opening' &&
            (heard ? 'We can hear you.' : 'Say something, as you would to a friend.')}
          {trouble && check === null && microphoneTrouble(trouble)}
        </p>
        <button type="button" className="button" onClick={() => (check === null ? void start() : end())}>
          <Icon name={check === null ? 'mic' : 'close'} />
          {check === null ? 'Try my microphone' : 'That is enough'}
        </button>
      </div>
      <DeviceChoice />
      <label className="choice">
        <input
          type="checkbox"
          checked={!wanted}
          onChange={(event) => session.acts.setMicrophoneWanted(!event.target.checked)}
        />
        <span>
          I come to listen only
          <span className="hint">
            Your microphone stays off until you turn it on yourself. Listening is taking part.
          </span>
        </span>
      </label>
    </>
  )
}
