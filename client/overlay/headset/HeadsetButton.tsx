// Into the headset and out of it, with one press. Not there on a device without one: why, is said in the settings.

import { useHeadset } from '../../hooks/useHeadset.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Icon } from '../icons/Icon.tsx'

interface HeadsetButtonProps {
  readonly className: string
  /** What a press does from outside. */
  readonly word: string
  /** What else the press that leads in does. */
  readonly onEnter?: () => void
}

export function HeadsetButton({ className, word, onEnter }: HeadsetButtonProps) {
  const { headset } = useSession()
  const ready = useHeadset((state) => state.support === 'ready')
  const status = useHeadset((state) => state.status)
  if (!ready && status === 'out') return null

  function enter() {
    void headset.enter()
    onEnter?.()
  }

  return (
    <button
      type="button"
      className={className}
      aria-disabled={status === 'entering'}
      onClick={() => (status === 'out' ? enter() : headset.leave())}
    >
      <Icon name="headset" />
      <span>{status === 'in' ? 'Leave the headset' : status === 'entering' ? 'One moment…' : word}</span>
    </button>
  )
}
