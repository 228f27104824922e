// Mouse, touch and keys of one element become turns of the look. Keys work while nothing or something of the view has the focus,
// so that arrow keys in a list, panel or text field stay what they are there.

import { lookHome, turnBy, type Look } from './look.ts'

/** Radians per CSS pixel of a drag, before the field of view is taken into account. */
const DRAG = 0.0032
/** Radians per second while a key is held. */
const KEY_SPEED = 1.25
/** How far the head turns towards a resting mouse at the edge of the view, radians. */
const GLANCE_YAW = 0.09
const GLANCE_PITCH = 0.04

const TURNS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

export interface LookInput {
  /** Turns the look by the keys that are held, `delta` seconds long. */
  update(delta: number): void
  stop(): void
}

export interface LookInputOptions {
  /** Whether the head may follow a mouse that only hovers. */
  glances(): boolean
}

/** Starts to listen on a canvas; `stop` lets go of it. */
export function startLookInput(canvas: HTMLElement, look: Look, options: LookInputOptions): LookInput {
  const controller = new AbortController()
  const { signal } = controller
  const view = canvas.closest('main') ?? canvas
  const held = new Set<string>()
  let pointer: number | null = null
  let [lastX, lastY] = [0, 0]

  const owns = (event: KeyboardEvent) =>
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    (event.target === document.body || (event.target instanceof Node && view.contains(event.target)))

  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || pointer !== null) return
      pointer = event.pointerId
      ;[lastX, lastY] = [event.clientX, event.clientY]
      canvas.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId === pointer) {
        turnBy(look, (event.clientX - lastX) * DRAG, (event.clientY - lastY) * DRAG)
        ;[lastX, lastY] = [event.clientX, event.clientY]
      } else if (pointer === null && event.pointerType === 'mouse') {
        const box = canvas.getBoundingClientRect()
        const across = ((event.clientX - box.left) / box.width) * 2 - 1
        const down = ((event.clientY - box.top) / box.height) * 2 - 1
        look.glanceYaw = options.glances() ? -across * GLANCE_YAW : 0
        look.glancePitch = options.glances() ? -down * GLANCE_PITCH : 0
      }
    },
    { signal },
  )
  const release = (event: PointerEvent) => {
    if (event.pointerId === pointer) pointer = null
  }
  canvas.addEventListener('pointerup', release, { signal })
  canvas.addEventListener('pointercancel', release, { signal })
  canvas.addEventListener(
    'pointerleave',
    () => {
      look.glanceYaw = 0
      look.glancePitch = 0
    },
    { signal },
  )
  addEventListener(
    'keydown',
    (event) => {
      if (!owns(event)) return
      if (event.key === 'Home') lookHome(look)
      else if (event.key in TURNS) held.add(event.key)
      else return
      event.preventDefault()
    },
    { signal },
  )
  addEventListener('keyup', (event) => held.delete(event.key), { signal })
  addEventListener('blur', () => held.clear(), { signal })

  return {
    update(delta) {
      for (const key of held) {
        const turn = TURNS[key]!
        turnBy(look, turn[0] * KEY_SPEED * delta, turn[1] * KEY_SPEED * delta)
      }
    },
    stop: () => controller.abort(),
  }
}
