// The pages with a scene in place of a meeting: ?scene=held&simple&light

import { lazy } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '../../../client/App.tsx'
import { SessionContext } from '../../../client/hooks/useSession.ts'
import '../../../client/styles/tokens.css'
import '../../../client/styles/page.css'
import { createPreviewSession } from './previewSession.ts'
import { isSceneName, SCENES } from './scenes.ts'

const query = new URLSearchParams(location.search)
const scene = query.get('scene') ?? ''
const session = createPreviewSession(SCENES[isSceneName(scene) ? scene : 'porch'])
session.settings.setState({
  simplePage: query.has('simple'),
  lightTheme: query.has('light'),
  consent: query.has('known') ? 3 : 0,
})

const Turntable = lazy(() =>
  import('../../../client/space/Turntable.tsx').then((loaded) => ({ default: loaded.Turntable })),
)

function PaintedRoom() {
  return <div className="porch-room" />
}

createRoot(document.querySelector('#root')!).render(
  <SessionContext value={session}>
    <App Space={PaintedRoom} Turntable={Turntable} preload={() => {}} />
  </SessionContext>,
)
