// The view of the room behind everything; kept (hidden) while its picture is away, so that it can come back.

import { Suspense } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { PageTitle } from './PageTitle.tsx'
import type { RoomView, WhySimple } from './roomView.ts'
import { ViewBoundary } from './ViewBoundary.tsx'

interface RoomLayerProps {
  readonly Space: RoomView
  readonly hidden: boolean
  readonly onWhy: (why: WhySimple | null) => void
  readonly onTrouble: (text: string) => void
}

export function RoomLayer({ Space, hidden, onWhy, onTrouble }: RoomLayerProps) {
  const session = useSession()
  const [settings] = useSettings()
  return (
    <main className="view" hidden={hidden}>
      <PageTitle text="The circle" unseen />
      <ViewBoundary onBroken={() => onWhy('broken')}>
        <Suspense fallback={<p className="view-wait">Lighting the fire…</p>}>
          <Space
            session={session}
            settings={settings}
            onLost={onWhy}
            onRestored={() => onWhy(null)}
            onTrouble={onTrouble}
          />
        </Suspense>
      </ViewBoundary>
    </main>
  )
}
