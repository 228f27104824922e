// Tap or hold to talk, for a button and a key alike. A tap turns the microphone on or off; a press held longer than a tap is live
// while it lasts. In hold-to-talk nothing outlives the press.

export interface TalkPress {
  /** `nowMs`: any clock that only goes forward. */
  down(nowMs: number): void
  up(nowMs: number): void
  /** The press was taken away (focus lost, touch cancelled): whatever it opened is closed. */
  cancel(): void
}

export interface TalkPressOptions {
  readonly isWanted: () => boolean
  readonly setWanted: (wanted: boolean) => void
  readonly holdOnly: () => boolean
}

/** From here on a press is a hold. */
export const HOLD_MS = 400

export function createTalkPress({ isWanted, setWanted, holdOnly }: TalkPressOptions): TalkPress {
  let pressed: { readonly atMs: number; readonly wasWanted: boolean } | null = null
  return {
    down(nowMs) {
      // A key that is held repeats itself.
      if (pressed) return
      pressed = { atMs: nowMs, wasWanted: isWanted() }
      if (!pressed.wasWanted) setWanted(true)
    },
    up(nowMs) {
      if (!pressed) return
      const { atMs, wasWanted } = pressed
      const held = nowMs - atMs >= HOLD_MS
      pressed = null
      if (holdOnly() || (wasWanted ? !held : held)) setWanted(false)
    },
    cancel() {
      if (pressed && !pressed.wasWanted) setWanted(false)
      pressed = null
    },
  }
}
