// A panel that takes the whole attention: the browser's own dialog, with its own way of keeping focus and of closing by Escape.

import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Icon } from '../icons/Icon.tsx'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  // Closed before it leaves the document: only so does the browser give the focus back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose} onCancel={onClose}>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button plain slim" onClick={onClose}>
          <Icon name="close" />
          Close
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
