// One act in its fixed place: it stays where it is and as large as it is, whether or not there is something to do.

import { useSettings } from '../../hooks/useSettings.ts'
import { Icon, type IconName } from '../icons/Icon.tsx'

interface DeskButtonProps {
  readonly icon: IconName
  readonly word: string
  /** Null: nothing to do just now. */
  readonly onPress: (() => void) | null
  readonly keyLabel?: string | undefined
  readonly pressed?: boolean
  readonly danger?: boolean
  /** Somebody waits for this press. */
  readonly calls?: boolean
}

export function DeskButton({ icon, word, onPress, keyLabel, pressed, danger = false, calls = false }: DeskButtonProps) {
  const [{ keys }] = useSettings()
  const shown = keys ? keyLabel : undefined
  return (
    <button
      type="button"
      className={danger ? 'desk-button danger' : 'desk-button'}
      data-calls={calls}
      aria-disabled={onPress === null}
      aria-pressed={pressed}
      aria-keyshortcuts={shown}
      onClick={() => onPress?.()}
    >
      <Icon name={icon} />
      <span className="desk-word">{word}</span>
      {shown && <kbd>{shown}</kbd>}
    </button>
  )
}
