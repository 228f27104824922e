// On a narrow screen the console shows one part at a time; the way to the others is at the thumb. On a wide one all are there.

import { useSessionState } from '../../hooks/useSessionState.ts'
import { Icon, type IconName } from '../icons/Icon.tsx'

export const CONSOLE_PARTS = ['circle', 'door', 'hour', 'more'] as const
export type ConsolePart = (typeof CONSOLE_PARTS)[number]

const WORDS: Readonly<Record<ConsolePart, { readonly word: string; readonly icon: IconName }>> = {
  circle: { word: 'Circle', icon: 'people' },
  door: { word: 'Door', icon: 'door' },
  hour: { word: 'Hour', icon: 'lamp' },
  more: { word: 'More', icon: 'settings' },
}

export function ConsoleTabs({ shown, onShow }: { shown: ConsolePart; onShow: (part: ConsolePart) => void }) {
  const waiting = useSessionState((state) => state.door.length)
  return (
    <nav className="console-tabs" aria-label="Parts of the console">
      {CONSOLE_PARTS.map((part) => (
        <button
          key={part}
          type="button"
          className="console-tab"
          aria-pressed={shown === part}
          onClick={() => onShow(part)}
        >
          <Icon name={WORDS[part].icon} />
          {WORDS[part].word}
          {part === 'door' && waiting > 0 && (
            <span className="badge">
              {waiting}
              <span className="unseen"> waiting</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  )
}
