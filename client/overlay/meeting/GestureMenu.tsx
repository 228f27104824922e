// Ways of being there without words. They open above the bar and close again by themselves.

import { useEffect, useRef } from 'react'
import type { Gesture } from '#protocol/signals.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Icon, type IconName } from '../icons/Icon.tsx'
import { Control } from './Control.tsx'

const GESTURES: readonly { gesture: Gesture; icon: IconName; word: string }[] = [
  { gesture: 'wave', icon: 'wave', word: 'Wave' },
  { gesture: 'heart', icon: 'heart', word: 'Hand on heart' },
  { gesture: 'warm-light', icon: 'light', word: 'Warm light' },
  { gesture: 'open-palm', icon: 'palm', word: 'Open hand' },
  { gesture: 'clap', icon: 'clap', word: 'Soft clap' },
]

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
          {GESTURES.map(({ gesture, icon, word }) => (
            <li key={gesture}>
              <button
                type="button"
                className="button slim"
                onClick={() => {
                  acts.gesture(gesture)
                  close()
                }}
              >
                <Icon name={icon} />
                {word}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
