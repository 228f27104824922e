// The view of the room behind everything, and what is said when it cannot be loaded.

import { Suspense } from 'react'
import { PageTitle } from './PageTitle.tsx'
import type { RoomView } from './roomView.ts'
import { ViewBoundary } from './ViewBoundary.tsx'

interface RoomLayerProps {
  readonly Space: RoomView
  readonly onLost: (reason: string) => void
}

export function RoomLayer({ Space, onLost }: RoomLayerProps) {
  return (
    <main className="view">
      <PageTitle text="The circle" unseen />
      <ViewBoundary onBroken={() => onLost('The picture of the room could not be loaded.')}>
        <Suspense fallback={<p className="view-wait">Lighting the fire…</p>}>
          <Space onLost={onLost} />
        </Suspense>
      </ViewBoundary>
    </main>
  )
}
