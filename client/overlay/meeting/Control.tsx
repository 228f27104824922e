// One large labelled control of the bar, with its key where keys are on.

import { useSettings } from '../../hooks/useSettings.ts'
import { Icon, type IconName } from '../icons/Icon.tsx'
import { KEY_LABELS, type Shortcut } from './shortcuts.ts'

interface ControlProps {
  readonly icon: IconName
  readonly word: string
  readonly shortcut: Shortcut
  readonly onPress: () => void
  /** For controls that stay pressed. */
  readonly pressed?: boolean
  /** For controls that open something. */
  readonly expanded?: boolean
  /** Fits this moment most of all. */
  readonly now?: boolean
  readonly quiet?: boolean
}

export function Control({
  icon,
  word,
  shortcut,
  onPress,
  pressed,
  expanded,
  now = false,
  quiet = false,
}: ControlProps) {
  const [{ keys }] = useSettings()
  return (
    <button
      type="button"
      className="control"
      data-now={now}
      data-quiet={quiet}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-keyshortcuts={keys ? KEY_LABELS[shortcut] : undefined}
      onClick={onPress}
    >
      <Icon name={icon} />
      <span className="control-word">{word}</span>
      {keys && <kbd>{KEY_LABELS[shortcut]}</kbd>}
    </button>
  )
}
