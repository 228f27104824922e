// Ties the renderer to the headset's session and lets go of it: one canvas, one renderer, in and out as often as one likes.
// The reference space is `local`: every headset has it, no permission is asked for it, and the height of the floor stays unknown.

import type { WebGLRenderer } from 'three'
import type { Headset } from '../../meeting/session.ts'

/** Draws to the headset whenever there is a session; returns what stops that. */
export function attachHeadset(renderer: WebGLRenderer, headset: Headset): () => void {
  let shown: XRSession | null = null
  renderer.xr.setReferenceSpaceType('local')

  async function follow(): Promise<void> {
    const { session } = headset.store.getState()
    if (session === shown) return
    shown = session
    renderer.xr.enabled = session !== null
    // Its end is heard by the renderer itself.
    if (!session) return
    try {
      await renderer.xr.setSession(session)
    } catch {
      // No space to be in, or a card that cannot draw to it: the flat view goes on.
      headset.fail('no-space')
    }
  }
  void follow()
  const unsubscribe = headset.store.subscribe(() => void follow())
  return () => {
    unsubscribe()
    // A session that nothing draws to would be a dark one.
    if (shown && headset.store.getState().session === shown) headset.leave()
  }
}
