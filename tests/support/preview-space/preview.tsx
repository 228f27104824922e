// Shows the space with a scene from the address: `#{"people":4,...}`. `window.preview` lets a script change it and wait.

import '../../../client/styles/tokens.css'
import '../../../client/styles/page.css'
import { createRoot } from 'react-dom/client'
import { useEffect, useState } from 'react'
import { SessionContext } from '../../../client/hooks/useSession.ts'
import { Turntable } from '../../../client/space/Turntable.tsx'
import { Space } from '../../../client/space/Space.tsx'
import type { FrameInfo } from '../../../client/space/frame.ts'
import type { Viewpoint } from '../../../client/space/stage.ts'
import { fixtureSession, type Scene } from './fixture.ts'
import type { Asked, Preview } from './handle.ts'

const SCENE: Scene = {
  seats: 12,
  people: 8,
  environment: 'lounge',
  dim: false,
  character: null,
  palette: null,
  accessory: null,
  gestures: {},
  speaking: [],
  hands: [],
  resting: [],
  away: [],
  held: [],
  piece: null,
  facilitator: null,
  fed: false,
  minutesLeft: null,
  milestone: null,
  ring: null,
}

const asked: Asked = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}')
const session = fixtureSession({ ...SCENE, ...asked })
const setUp = ({ names, still }: Asked) =>
  session.settings.setState({ namesShown: names ?? true, reducedMotion: still ?? false })
setUp(asked)

/** Outside of React: written to in every frame. */
const handle: Preview = {
  frames: 0,
  info: null,
  room: null,
  lost: [],
  show(next) {
    setUp(next)
    session.change({ ...SCENE, ...next })
    turn(next.viewpoint)
  },
  wear: () => session.headset.enter(),
}
let turn: (viewpoint: Viewpoint | undefined) => void = () => undefined

function onFrame(info: FrameInfo) {
  handle.frames++
  handle.info = info
  session.tick()
}

function onRoom(room: NonNullable<Preview['room']>) {
  handle.room = room
}

function Room() {
  const [view, setView] = useState<Viewpoint | undefined>(asked.viewpoint)
  useEffect(() => {
    turn = setView
    window.preview = handle
  }, [])
  return (
    <Space
      onLost={(reason) => handle.lost.push(reason)}
      onRoom={onRoom}
      onFrame={onFrame}
      {...(view && { viewpoint: view })}
    />
  )
}

const shown = asked.turntable ? <Turntable avatar={asked.turntable} reducedMotion={asked.still ?? false} /> : <Room />
createRoot(document.querySelector('#space')!).render(<SessionContext value={session}>{shown}</SessionContext>)
