// A link that was made a moment ago, to be copied now: it is shown this once.

import { useEffect, useRef, useState } from 'react'

export function NewLink({ note, link }: { note: string; link: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  async function copy() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      // Not allowed here: it is selected, and the person's own keys copy it.
      setCopied(false)
    }
  }

  return (
    <div className="field new-link">
      <label htmlFor="new-invitation">The link for “{note}”, shown this once</label>
      <input ref={field} id="new-invitation" className="input" value={link} readOnly />
      <button type="button" className="button slim primary" onClick={() => void copy()}>
        {copied ? 'Copied' : 'Copy'}
      </button>
    </div>
  )
}
