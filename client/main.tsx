// Starts the page: one session, one root. The porch stands before anything of media or 3D has been asked for.

import { lazy } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { SessionContext } from './hooks/useSession.ts'
import { browserParts } from './meeting/browserParts.ts'
import { createSession } from './meeting/createSession.ts'
import './styles/tokens.css'
import './styles/page.css'

const loadSpace = () => import('./space/Space.tsx')
const Space = lazy(() => loadSpace().then((loaded) => ({ default: loaded.Space })))

const Turntable = lazy(() => import('./space/Turntable.tsx').then((loaded) => ({ default: loaded.Turntable })))

/** A chunk that did not come is asked for again when it is needed. */
const preload = () => void loadSpace().catch(() => {})

const session = createSession(browserParts(window))
const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <SessionContext value={session}>
      <App Space={Space} Turntable={Turntable} preload={preload} />
    </SessionContext>,
  )
}
