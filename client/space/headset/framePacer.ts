// Tells the frame policy how long frames take and does what it says, as far as the device can: foveation, the size of the picture,
// the rate. What a device does not know is left as it is.

import type { WebGLRenderer } from 'three'
import { createFramePolicy, type FramePolicy } from '../../headset/framePolicy.ts'

export interface FramePacer {
  update(renderer: WebGLRenderer, nowMs: number): void
}

/** Creates a pacer; each session begins anew. */
export function createFramePacer(): FramePacer {
  let policy: FramePolicy | null = null
  let session: XRSession | null = null
  let beforeMs = 0

  function begin(next: XRSession | null) {
    session = next
    policy = next && createFramePolicy([...(next.supportedFrameRates ?? [])])
  }

  function apply(renderer: WebGLRenderer) {
    if (!policy || !session) return
    const { foveation, rateHz } = policy.now
    renderer.xr.setFoveation(foveation)
    // A rate that the system does not give just now is not worth a word.
    if (rateHz !== null) session.updateTargetFrameRate?.(rateHz).catch(() => {})
  }

  return {
    update(renderer, nowMs) {
      const now = renderer.xr.getSession()
      if (now !== session) {
        begin(now)
        apply(renderer)
      } else if (policy?.frame(nowMs - beforeMs)) apply(renderer)
      beforeMs = nowMs
      const space = renderer.xr.getReferenceSpace()
      const scale = policy?.now.scale ?? 1
      if (scale === 1 || !space) return
      // Asked for in each frame, as the standard has it; what is asked holds from the next frame on.
      for (const view of renderer.xr.getFrame()?.getViewerPose(space)?.views ?? []) view.requestViewportScale?.(scale)
    },
  }
}
