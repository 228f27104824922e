// Shows the space with a scene from the address: `#{"people":4,...}`. `window.preview` lets a script change it and wait.

import '../../../client/styles/tokens.css'
import { createRoot } from 'react-dom/client'
import { useEffect, useState } from 'react'
import { SessionContext } from '../../../client/hooks/useSession.ts'
import type { Avatar } from '#protocol/meeting.ts'
import type { Gesture } from '#protocol/signals.ts'
import { Turntable } from '../../../client/space/Turntable.tsx'
import { Space } from '../../../client/space/Space.tsx'
import type { FrameInfo } from '../../../client/space/frame.ts'
import type { Viewpoint } from '../../../client/space/stage.ts'
import { fixtureSession, type Scene } from './fixture.ts'

const SCENE: Scene = {
  seats: 12,
  people: 8,
  environment: 'lounge',
  dim: false,
  character: null,
  palette: null,
  accessory: null,
  gesture: null,
  speaking: [],
  hands: [],
  resting: [],
  away: [],
  held: [],
  piece: null,
  facilitator: null,
}

interface Asked extends Partial<Scene> {
  /** Shows the turntable instead. */
  readonly turntable?: Avatar
  readonly viewpoint?: Viewpoint
  readonly names?: boolean
  readonly still?: boolean
}

const asked: Asked = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}')
const session = fixtureSession({ ...SCENE, ...asked })
session.settings.setState({ namesShown: asked.names ?? true, reducedMotion: asked.still ?? false })
const seen = { frames: 0, info: null as FrameInfo | null, notes: [] as string[] }

declare global {
  interface Window {
    preview: unknown
  }
}

function Preview() {
  const [view, setView] = useState<Viewpoint | undefined>(asked.viewpoint)
  useEffect(() => {
    window.preview = {
      seen,
      show(next: Asked) {
        session.change({ ...SCENE, ...next })
        setView(next.viewpoint)
      },
      gesture: (gesture: Gesture, agoMs: number) => session.gestureNow(gesture, agoMs),
    }
  }, [])
  return (
    <Space
      onLost={(reason) => seen.notes.push(`lost: ${reason}`)}
      onFrame={(info) => {
        seen.frames++
        seen.info = info
      }}
      {...(view && { viewpoint: view })}
    />
  )
}

const shown = asked.turntable ? (
  <Turntable avatar={asked.turntable} reducedMotion={asked.still ?? false} />
) : (
  <Preview />
)

createRoot(document.getElementById('space')!).render(<SessionContext value={session}>{shown}</SessionContext>)
