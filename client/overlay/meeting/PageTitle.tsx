// The page's own heading; it takes the focus when its page appears, so that keys and screen readers begin there.

import { useEffect, useRef } from 'react'

export function PageTitle({ text, unseen = false }: { text: string; unseen?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h1 ref={heading} tabIndex={-1} className={unseen ? 'unseen' : undefined}>
      {text}
    </h1>
  )
}
