// An emulated headset (IWER) in a real browser: put in front of the page's own scripts, worn, moved, covered and taken off from
// outside. What the page asked of it is written down.

import { readFileSync } from 'node:fs'
import type { XRDevice } from 'iwer'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    hearthsideHeadset?: XRDevice
    /** What each session was asked for with. */
    hearthsideXrAsked?: XRSessionInit[]
  }
}

const IWER = readFileSync(new URL('../../node_modules/iwer/build/iwer.min.js', import.meta.url), 'utf8')
const WEAR = `
  if (!window.hearthsideHeadset) {
    const device = new IWER.XRDevice(IWER.metaQuest3)
    device.installRuntime({ forceInstall: true })
    device.position.set(0.3, 1.55, 0.2)
    // The emulator lays its picture over the page; presses are for what is under it.
    device.canvasContainer.style.pointerEvents = 'none'
    window.hearthsideHeadset = device
    window.hearthsideXrAsked = []
    const { xr } = navigator
    const request = xr.requestSession.bind(xr)
    xr.requestSession = (mode, init) => {
      window.hearthsideXrAsked.push(init)
      return request(mode, init)
    }
  }`

/** Scripts that put a Quest 3 before a page; for VisitorOptions.before. */
export const HEADSET: readonly string[] = [IWER, WEAR]

/** Metres and radians in the headset's own space; what is left out stays. */
export interface HeadPlace {
  readonly x?: number
  readonly y?: number
  readonly z?: number
  readonly yaw?: number
  readonly pitch?: number
}

export type Side = 'left' | 'right'
/** As the controller's profile names them. */
export type Button = 'trigger' | 'squeeze' | 'thumbstick' | 'a-button' | 'b-button' | 'x-button' | 'y-button'

export interface WornHeadset {
  /** Moves and turns the head. */
  head(place: HeadPlace): Promise<void>
  /** Puts a hand somewhere: metres from the headset's origin, and where it points, radians. */
  hand(side: Side, place: HeadPlace): Promise<void>
  /** Presses (1) or lets go of (0) a button of a controller. */
  button(side: Side, button: Button, value: 0 | 1): Promise<void>
  stick(side: Side, x: number, y: number): Promise<void>
  /** Bare hands in place of controllers, or back. */
  bareHands(bare: boolean): Promise<void>
  pinch(side: Side, value: 0 | 1): Promise<void>
  /** Whether a hand is followed. */
  followed(side: Side, connected: boolean): Promise<void>
  becomes(state: XRVisibilityState): Promise<void>
  /** The system's own recentre. */
  systemRecentre(): Promise<void>
  /** The system ends the session. */
  end(): Promise<void>
  worn(): Promise<boolean>
  /** Lets the headset draw so many frames. */
  frames(count: number): Promise<void>
  asked(): Promise<readonly XRSessionInit[]>
  takeOffer(): Promise<void>
}

/** The headset of a page that was opened with HEADSET. */
export function headsetOf(page: Page): WornHeadset {
  const turn = ({ yaw, pitch }: HeadPlace) =>
    yaw === undefined && pitch === undefined
      ? null
      : {
          x: Math.cos((yaw ?? 0) / 2) * Math.sin((pitch ?? 0) / 2),
          y: Math.sin((yaw ?? 0) / 2) * Math.cos((pitch ?? 0) / 2),
          z: -Math.sin((yaw ?? 0) / 2) * Math.sin((pitch ?? 0) / 2),
          w: Math.cos((yaw ?? 0) / 2) * Math.cos((pitch ?? 0) / 2),
        }

  const place = (what: 'head' | Side, to: HeadPlace) =>
    page.evaluate(
      ([which, { x, y, z }, q]) => {
        const device = window.hearthsideHeadset!
        const bare = device.primaryInputMode === 'hand'
        const one = which === 'head' ? device : bare ? device.hands[which] : device.controllers[which]
        if (!one) throw new Error(`no ${which}`)
        const { position } = one
        position.set(x ?? position.x, y ?? position.y, z ?? position.z)
        if (q) one.quaternion.set(q.x, q.y, q.z, q.w)
      },
      [what, to, turn(to)] as const,
    )

  return {
    head: (to) => place('head', to),
    hand: place,
    button: (side, button, value) =>
      page.evaluate(([which, name, to]) => window.hearthsideHeadset!.controllers[which]!.updateButtonValue(name, to), [
        side,
        button,
        value,
      ] as const),
    stick: (side, x, y) =>
      page.evaluate(([which, ...to]) => window.hearthsideHeadset!.controllers[which]!.updateAxes('thumbstick', ...to), [
        side,
        x,
        y,
      ] as const),
    bareHands: (bare) =>
      page.evaluate((hand) => void (window.hearthsideHeadset!.primaryInputMode = hand ? 'hand' : 'controller'), bare),
    pinch: (side, value) =>
      page.evaluate(([which, to]) => window.hearthsideHeadset!.hands[which]!.updatePinchValue(to), [
        side,
        value,
      ] as const),
    followed: (side, connected) =>
      page.evaluate(
        ([which, to]) => {
          const device = window.hearthsideHeadset!
          const one = device.primaryInputMode === 'hand' ? device.hands[which] : device.controllers[which]
          one!.connected = to
        },
        [side, connected] as const,
      ),
    becomes: (state) => page.evaluate((to) => window.hearthsideHeadset!.updateVisibilityState(to), state),
    systemRecentre: () => page.evaluate(() => window.hearthsideHeadset!.recenter()),
    end: () => page.evaluate(() => window.hearthsideHeadset!.activeSession!.end()),
    frames: (count) =>
      page.evaluate(
        (left) =>
          new Promise<void>((done) => {
            let toGo = left
            const next = () => {
              toGo--
              if (toGo > 0) window.hearthsideHeadset!.activeSession!.requestAnimationFrame(next)
              else done()
            }
            window.hearthsideHeadset!.activeSession!.requestAnimationFrame(next)
          }),
        count,
      ),
    worn: () => page.evaluate(() => window.hearthsideHeadset!.activeSession !== undefined),
    asked: () => page.evaluate(() => window.hearthsideXrAsked ?? []),
    takeOffer: () => page.evaluate(() => window.hearthsideHeadset!.grantOfferedSession()),
  }
}
