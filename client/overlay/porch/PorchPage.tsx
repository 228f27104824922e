// The threshold: the room behind, one column of glass before it. Everything that happens before or after the circle is on it.

import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Avatar } from '#protocol/meeting.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { HelpNow } from '../help/HelpNow.tsx'
import { Icon } from '../icons/Icon.tsx'
import { Guest } from './Guest.tsx'
import type { TurntableView } from './turntableView.ts'
import './porch.css'

interface PorchPageProps {
  readonly title: string
  /** Changes when the page shows something else; then the title takes the focus. */
  readonly about: string
  /** Who stands at the threshold. */
  readonly avatar?: Avatar | undefined
  readonly name?: string | undefined
  /** Shows who stands there as they will sit in the circle. */
  readonly Turntable?: TurntableView | undefined
  readonly steps?: ReactNode
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** Dark as the room, or ink on paper. */
function ThemeButton() {
  const [{ lightTheme }, change] = useSettings()
  return (
    <button type="button" className="button plain slim" onClick={() => change({ lightTheme: lightTheme !== true })}>
      <Icon name={lightTheme ? 'moon' : 'light'} />
      {lightTheme ? 'Dim page' : 'Light page'}
    </button>
  )
}

export function PorchPage({ title, about, avatar, name, Turntable, steps, footer, children }: PorchPageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef<string | null>(null)

  // Before the page can be seen: a key that is pressed at first sight already finds the focus where it will stay.
  useLayoutEffect(() => {
    document.title = `${title} – Hearthside`
    if (shown.current === about) return
    shown.current = about
    // On a page that was only just opened the focus stays at the top; later what was pressed is gone with the page before.
    if (!navigator.userActivation.hasBeenActive) return
    scrollTo(0, 0)
    heading.current?.focus()
  }, [about, title])

  return (
    <div className="porch">
      <div className="porch-room" aria-hidden="true">
        <div className="porch-fire" />
      </div>
      {avatar && <Guest avatar={avatar} name={name} Turntable={Turntable} />}
      <div className="porch-column">
        <header className="porch-header">
          <span className="wordmark">Hearthside</span>
          <div className="row nowrap">
            <HelpNow />
            <ThemeButton />
          </div>
        </header>
        <main className="porch-main">
          {steps}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {children}
        </main>
        {footer && <div className="porch-footer">{footer}</div>}
      </div>
    </div>
  )
}
