// A panel beside the view that one opens and closes; on a small screen it lies over everything but the bar.

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from '../icons/Icon.tsx'

interface PanelProps {
  readonly title: string
  readonly side: 'left' | 'right'
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Panel({ title, side, onClose, children }: PanelProps) {
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const opener = useRef(document.activeElement)

  useEffect(() => {
    const from = opener.current
    return () => {
      if (from instanceof HTMLElement && from.isConnected && panel.current === null) from.focus()
    }
  }, [])

  return (
    <section
      ref={panel}
      className={`panel ${side}`}
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button plain slim" onClick={onClose}>
          <Icon name="close" />
          Hide
        </button>
      </div>
      <div className="panel-body">{children}</div>
    </section>
  )
}
