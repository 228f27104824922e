// The short while before one knows who is at the door; after some seconds it says that it takes long.

import { useEffect, useState } from 'react'
import { PorchPage } from './PorchPage.tsx'

const LONG_MS = 5000

export function Arriving() {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <PorchPage title="One moment" about="arriving">
      <p role="status">
        {long ? 'This takes longer than it should. We keep trying; you need not do anything.' : 'Lighting the lamp…'}
      </p>
    </PorchPage>
  )
}
