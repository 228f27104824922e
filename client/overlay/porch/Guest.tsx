// Who stands at the threshold: a flat portrait, and while one chooses how to look, the figure itself on its chair. The portrait
// stays until the figure can be seen, and for good where nothing can be drawn; both keep to one place, so nothing moves.

import { Suspense, useEffect, useState } from 'react'
import type { Avatar } from '#protocol/meeting.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { ViewBoundary } from '../meeting/ViewBoundary.tsx'
import { Portrait } from '../portrait/Portrait.tsx'
import type { TurntableView } from './turntableView.ts'

interface GuestProps {
  readonly avatar: Avatar
  readonly name?: string | undefined
  /** Given while one chooses. */
  readonly Turntable?: TurntableView | undefined
}

interface StandProps {
  readonly avatar: Avatar
  readonly Turntable: TurntableView
  readonly shown: boolean
  readonly onShown: (shown: boolean) => void
}

function Stand({ avatar, Turntable, shown, onShown }: StandProps) {
  const [{ reducedMotion }] = useSettings()
  const [lost, setLost] = useState(false)
  useEffect(() => () => onShown(false), [onShown])
  if (lost) return null
  const giveUp = () => {
    setLost(true)
    onShown(false)
  }
  return (
    <div className="porch-stand" data-shown={shown}>
      <ViewBoundary onBroken={giveUp}>
        <Suspense fallback={null}>
          <Turntable avatar={avatar} reducedMotion={reducedMotion} onShown={() => onShown(true)} onLost={giveUp} />
        </Suspense>
      </ViewBoundary>
    </div>
  )
}

export function Guest({ avatar, name, Turntable }: GuestProps) {
  const [{ simplePage }] = useSettings()
  const [shown, setShown] = useState(false)
  return (
    <>
      <div className="porch-guest alive" data-behind={shown} aria-hidden="true">
        <Portrait avatar={avatar} detailed />
        {name && <span className="name-tag">{name}</span>}
      </div>
      {Turntable && !simplePage && <Stand avatar={avatar} Turntable={Turntable} shown={shown} onShown={setShown} />}
    </>
  )
}
