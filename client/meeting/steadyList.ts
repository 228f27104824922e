// A list in which nothing moves under the finger: who goes leaves their place empty for a while, who comes is put at the end.

export interface SteadySlot<T> {
  readonly key: string
  /** As it was last, so that its place keeps its size. */
  readonly item: T
  /** When it went, ms; null while it is there. */
  readonly goneAt: number | null
}

/** How long a place stays empty after the last one became so: longer than two presses on the same spot. */
export const GAP_MS = 2_500

/** Gives the slots for what is there at `now` (ms), each where it was; empty places close, once none is fresh. */
export function settle<T>(
  before: readonly SteadySlot<T>[],
  items: readonly T[],
  keyOf: (item: T) => string,
  now: number,
): readonly SteadySlot<T>[] {
  const here = new Map(items.map((item) => [keyOf(item), item]))
  const kept = before.map((slot): SteadySlot<T> => {
    const item = here.get(slot.key)
    return item === undefined ? { ...slot, goneAt: slot.goneAt ?? now } : { key: slot.key, item, goneAt: null }
  })
  const fresh = kept.some(({ goneAt }) => goneAt !== null && now - goneAt < GAP_MS)
  const standing = fresh ? kept : kept.filter(({ goneAt }) => goneAt === null)
  const known = new Set(before.map(({ key }) => key))
  const come = items.filter((item) => !known.has(keyOf(item)))
  return [...standing, ...come.map((item) => ({ key: keyOf(item), item, goneAt: null }))]
}
