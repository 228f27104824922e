// A panel beside the view that one opens and closes; on a small screen it lies over everything but the bar.

import { useId, type ReactNode } from 'react'
import { Icon } from '../icons/Icon.tsx'

interface PanelProps {
  readonly title: string
  readonly side: 'left' | 'right'
  /** Id of the button that opens it: it gets the focus back. */
  readonly opener: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Panel({ title, side, opener, onClose, children }: PanelProps) {
  const id = useId()
  function close() {
    onClose()
    document.querySelector<HTMLElement>(`#${opener}`)?.focus()
  }

  return (
    <section className={`panel ${side}`} aria-labelledby={id} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button plain slim" onClick={close}>
          <Icon name="close" />
          Hide
        </button>
      </div>
      <div className="panel-body">{children}</div>
    </section>
  )
}
