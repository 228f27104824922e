// What to give up, and what to give back, so that every frame is there in time: first sharpness at the edge of the view, then
// sharpness everywhere, then the faster of two rates. Pure: it is told how long frames take and answers with what to set.
//
// Giving back is slow and careful: a view that changes its sharpness every few seconds is worse than a modest one.

export interface FrameSettings {
  /** 0 none – 1 most. */
  readonly foveation: number
  /** Of the picture's size, each side. */
  readonly scale: number
  /** Hz; null: as the device has it. */
  readonly rateHz: number | null
}

/** From the finest to the plainest. */
export const LADDER: readonly Omit<FrameSettings, 'rateHz'>[] = [
  { foveation: 0.3, scale: 1 },
  { foveation: 0.6, scale: 1 },
  { foveation: 1, scale: 1 },
  { foveation: 1, scale: 0.85 },
  { foveation: 1, scale: 0.7 },
]
const FAST_HZ = 90
const CALM_HZ = 72
/** Frames over which one judges. */
const WINDOW = 90
/** A share of frames that were late: above this one gives up a step at once, below that one counts towards giving it back. */
const MANY_LATE = 0.08
const FEW_LATE = 0.005
/** Good windows in a row before a step is given back; twice as many each time it did not last. */
const PATIENCE = 8
const MOST_PATIENCE = 128
/** A frame that took so much longer than it should was late. */
const LATE = 1.4

export interface FramePolicy {
  readonly now: FrameSettings
  /** Takes the time since the frame before, ms; true when `now` changed. */
  frame(tookMs: number): boolean
}

/** Creates a policy for a device with these rates, Hz; begins in the middle of what can be had. */
export function createFramePolicy(ratesHz: readonly number[]): FramePolicy {
  const rates = [FAST_HZ, CALM_HZ].filter((rate) => ratesHz.includes(rate))
  const last = LADDER.length - 1
  let step = 1
  /** The calm rate is where one begins; the fast one is earned. */
  let rate = Math.max(0, rates.length - 1)
  let [frames, late, good, patience] = [0, 0, 0, PATIENCE]
  let gaveBack = false
  const settings = (): FrameSettings => ({ ...LADDER[step]!, rateHz: rates[rate] ?? null })
  let now = settings()

  function giveUp(): boolean {
    if (gaveBack) patience = Math.min(MOST_PATIENCE, patience * 2)
    gaveBack = false
    good = 0
    if (rate < rates.length - 1) rate++
    else if (step < last) step++
    else return false
    now = settings()
    return true
  }

  function giveBack(): boolean {
    good = 0
    gaveBack = true
    if (step > 0) step--
    else if (rate > 0) rate--
    else return false
    now = settings()
    return true
  }

  return {
    get now() {
      return now
    },
    frame(tookMs) {
      // Longer pauses are a menu, a headset put down, or a page that was asleep.
      if (tookMs > 250) return false
      frames++
      if (tookMs > (1000 / (now.rateHz ?? CALM_HZ)) * LATE) late++
      if (frames < WINDOW) return false
      const share = late / frames
      frames = 0
      late = 0
      if (share > MANY_LATE) return giveUp()
      good = share <= FEW_LATE ? good + 1 : 0
      return good >= patience && giveBack()
    },
  }
}
