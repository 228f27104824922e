// The view of the room behind everything, and what is said when it cannot be loaded. It stays where it is while the page over it
// changes, so that whoever is in a headset goes from the porch to the circle without a cut.

import { Suspense } from 'react'
import { PageTitle } from './PageTitle.tsx'
import type { RoomView } from './roomView.ts'
import { ViewBoundary } from './ViewBoundary.tsx'
import './room.css'

interface RoomLayerProps {
  readonly Space: RoomView
  /** Drawn for the headset only: another page is shown. */
  readonly behind: boolean
  readonly onLost: (reason: string) => void
}

export function RoomLayer({ Space, behind, onLost }: RoomLayerProps) {
  return (
    <main className="view" data-behind={behind} inert={behind}>
      {!behind && <PageTitle text="The circle" unseen />}
      <ViewBoundary onBroken={() => onLost('The picture of the room could not be loaded.')}>
        <Suspense fallback={<p className="view-wait">Lighting the fire…</p>}>
          <Space onLost={onLost} />
        </Suspense>
      </ViewBoundary>
    </main>
  )
}
