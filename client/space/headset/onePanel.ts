// One panel, two places: the board beside the circle, always there, and the same panel where the hand is, when it was asked for.
// Written anew when what it says has changed; the two quads share one picture.

import type { Group } from 'three'
import { EYE_HEIGHT } from '#protocol/circle.ts'
import type { Session } from '../../meeting/session.ts'
import { createLazyFollow } from '../../headset/lazyFollow.ts'
import { placeAt, type PanelAct, type PanelPage, type PanelPlace } from '../../headset/panel/panel.ts'
import { placeBoard } from '../../headset/panel/boardPlace.ts'
import { actOf, buttonAt, layOut, type PanelLayout } from '../../headset/panel/panelLayout.ts'
import type { Helplines } from '../../headset/panel/panelInput.ts'
import { panelOf } from '../../headset/panel/panelOf.ts'
import { landOn, type Landing, type Ray } from '../../headset/pointing.ts'
import type { Point, Turned } from '../../headset/seatFrame.ts'
import { createPanelMesh } from './panelMesh.ts'
import { createPanelPicture } from './panelPicture.ts'

/** Clocks on the panel go on in steps of this. */
const EVERY_SECONDS = 0.5

export interface OnePanel {
  readonly place: PanelPlace
  /** Whether it is where the hand is as well. */
  readonly inHand: boolean
  open(place: PanelPlace): void
  /** Opens a page where a hand is. */
  openAt(page: PanelPage, head: Turned, hand: Point, about?: string | null): void
  /** Opens a page in front: for what comes by itself. */
  openInFront(page: PanelPage, head: Turned): void
  close(): void
  /** Writes and places it. */
  update(head: Turned, seconds: number, delta: number): void
  /** Which button a ray meets; −1: the panel, but no button; null: it meets no panel. Shows the dot of that hand. */
  point(hand: number, ray: Ray | null): number | null
  act(button: number): PanelAct | null
  dispose(): void
}

/** Creates the panel in the seat's own group, in its place beside the circle. */
export function createOnePanel(session: Session, seat: Group): OnePanel {
  const picture = createPanelPicture()
  const board = createPanelMesh(picture.texture)
  const held = createPanelMesh(picture.texture)
  const follow = createLazyFollow()
  seat.add(board.mesh, held.mesh)
  board.mesh.visible = true
  const eyes: Point = { x: 0, y: EYE_HEIGHT, z: 0 }
  const boardAt: Point = { x: 0, y: 0, z: 0 }
  const landing: Landing = { u: 0, v: 0, far: Infinity }
  const near: Landing = { u: 0, v: 0, far: Infinity }
  const hovered = [-1, -1, -1]
  let place = placeAt('menu')
  let layout: PanelLayout = { texts: [], buttons: [], height: 1 }
  let written = ''
  let stale = true
  let writtenAt = -1
  let helplines: Helplines | null = null
  let asked = false

  const forget = () => {
    stale = true
  }
  const unsubscribe = [session.store.subscribe(forget), session.settings.subscribe(forget)]

  async function fetchNumbers(): Promise<void> {
    asked = true
    try {
      const { GATHERED, readHelplines } = await import('../../meeting/helplineFile.ts')
      const file = readHelplines()
      helplines = file && { file, gathered: GATHERED }
    } catch {
      // No network, and not fetched ahead: asked for again by the next look.
      asked = false
    }
    stale = true
  }

  function write(): void {
    const state = session.store.getState()
    const { comfort } = session.settings.getState()
    const panel = panelOf({ state, comfort, place, now: Date.now() + state.clockOffsetMs, helplines })
    const text = JSON.stringify(panel)
    if (text === written) return
    written = text
    layout = layOut(panel)
    picture.paint(layout)
    board.fit(layout.height)
    held.fit(layout.height)
  }

  function open(next: PanelPlace): void {
    place = next
    stale = true
    if (next.page === 'numbers' && !asked) void fetchNumbers()
  }

  function lands(mesh: typeof board, ray: Ray): boolean {
    landOn(ray, mesh.board, landing)
    if (!mesh.mesh.visible || landing.far >= near.far) return false
    Object.assign(near, landing)
    return true
  }

  return {
    get place() {
      return place
    },
    get inHand() {
      return held.mesh.visible
    },
    open,
    openAt(page, head, hand, about = null) {
      open(placeAt(page, about))
      follow.place(head, hand)
      held.mesh.visible = true
    },
    openInFront(page, head) {
      open(placeAt(page))
      follow.placeInFront(head, session.settings.getState().comfort.leftHanded)
      held.mesh.visible = true
    },
    close() {
      open(placeAt('menu'))
      held.mesh.visible = false
    },
    update(head, seconds, delta) {
      if (stale || seconds - writtenAt > EVERY_SECONDS) {
        stale = false
        writtenAt = seconds
        write()
      }
      placeBoard(layout.height, session.settings.getState().comfort.leftHanded, boardAt)
      board.stand(boardAt, eyes)
      if (!held.mesh.visible) return
      follow.update(head, delta)
      held.stand(follow.at, head)
    },
    point(hand, ray) {
      near.far = Infinity
      const onBoard = ray !== null && lands(board, ray)
      const inHand = ray !== null && lands(held, ray)
      const met = inHand ? held : onBoard ? board : null
      for (const one of [board, held]) one.dot(hand, one === met ? near.u : null, near.v)
      const button = met ? buttonAt(layout, near.u, near.v) : -1
      hovered[hand] = button
      const shown = layout.buttons[Math.max(...hovered)] ?? null
      board.hover(shown)
      held.hover(shown)
      return met ? button : null
    },
    act: (button) => actOf(layout, button),
    dispose() {
      for (const off of unsubscribe) off()
      board.dispose()
      held.dispose()
      picture.dispose()
    },
  }
}
