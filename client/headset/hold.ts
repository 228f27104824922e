// Something that counts only when it is meant: held without a break for a while. Fires once, and again only after it was let go.

export interface Hold {
  /** How far it has come, 0–1, for what shows it. */
  readonly share: number
  /** Tells once that it was held long enough; `delta`: seconds since the last time it was told. */
  update(held: boolean, delta: number): boolean
}

/** Creates a hold that takes so many seconds. */
export function createHold(seconds: number): Hold {
  let since = 0
  let fired = false
  return {
    get share() {
      return fired ? 0 : Math.min(1, since / seconds)
    },
    update(held, delta) {
      if (!held) {
        since = 0
        fired = false
        return false
      }
      since += delta
      if (fired || since < seconds) return false
      fired = true
      return true
    },
  }
}
