// Ways of being there without words. They open above the bar and close again by themselves.

import { useEffect, useRef } from 'react'
import { GESTURES, type Gesture } from '#protocol/signals.ts'
import { useSession } from '../../hooks/useSession.ts'
import { GESTURE_WORDS } from '../../meeting/gestureWords.ts'
import { Icon, type IconName } from '../icons/Icon.tsx'
import { Control } from './Control.tsx'

const ICONS: Readonly<Record<Gesture, IconName>> = {
  wave: 'wave',
  heart: 'heart',
  'warm-light': 'light',
  'open-palm': 'palm',
  clap: 'clap',
}

export function GestureMenu({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const { acts } = useSession()
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const close = () => {
    onOpen(false)
    box.current?.querySelector('button')?.focus()
  }

  useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus()
  }, [open])

  return (
    <div
      className="gesture-box"
      ref={box}
      onKeyDown={(event) => event.key === 'Escape' && open && close()}
      onBlur={(event) => event.relatedTarget && !box.current?.contains(event.relatedTarget) && onOpen(false)}
    >
      <Control icon="gesture" word="Gesture" shortcut="gestures" expanded={open} onPress={() => onOpen(!open)} />
      {open && (
        <ul ref={list} className="gestures" aria-label="Gestures">
          {GESTURES.map((gesture) => (
            <li key={gesture}>
              <button
                type="button"
                className="button slim"
                onClick={() => {
                  acts.gesture(gesture)
                  close()
                }}
              >
                <Icon name={ICONS[gesture]} />
                {GESTURE_WORDS[gesture]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
