// How often and how finely to draw, so that an old laptop stays cool and a quick one stays crisp. Pure: it is told how long frames
// take and says what to do; nothing here knows a renderer.

/** Never more often than this, whatever the display does, milliseconds; a little under 1/60 s so that no frame is missed. */
const SHORTEST_MS = 14
const HALF_SPEED_MS = 30
/** Frames over which one judges. */
const WINDOW = 45
const SLOW_MS = 23
const VERY_SLOW_MS = 34
/** Pixel ratios to choose from, finest first. */
const STEPS = [2, 1.5, 1.25, 1, 0.8, 0.65] as const

export interface Pacing {
  /** Device pixels per CSS pixel to draw with. */
  readonly pixelRatio: number
  /** Tells whether to draw at `nowMs`, and learns from when it was asked. */
  due(nowMs: number): boolean
}

/** Creates a pacing for a display with `deviceRatio` device pixels per CSS pixel. */
export function createPacing(deviceRatio: number): Pacing {
  const steps = [Math.min(deviceRatio, 2), ...STEPS.filter((one) => one < Math.min(deviceRatio, 2) - 0.1)]
  let step = 0
  let shortest = SHORTEST_MS
  let drawnMs = -Infinity
  let askedMs = -Infinity
  let frames = 0
  let total = 0
  return {
    get pixelRatio() {
      return steps[step]!
    },
    due(nowMs) {
      const sinceAsked = nowMs - askedMs
      askedMs = nowMs
      // Longer gaps are a hidden page or a busy moment, not a slow picture.
      if (sinceAsked < 250) {
        frames++
        total += sinceAsked
      }
      if (frames === WINDOW) {
        const mean = total / frames
        if (mean > SLOW_MS && step < steps.length - 1) step++
        else if (mean > VERY_SLOW_MS) shortest = HALF_SPEED_MS
        frames = 0
        total = 0
      }
      if (nowMs - drawnMs < shortest) return false
      drawnMs = nowMs
      return true
    },
  }
}
