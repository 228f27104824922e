// What a figure is: a name, what it is measured in, what it should be, and how it comes about.

export interface Reading {
  readonly value: number
  /** One sentence: with what, how often, and what else was seen. */
  readonly how: string
}

export interface Figure {
  readonly name: string
  readonly unit: string
  /** What the product promises, if it promises anything: a bound in the same unit. */
  readonly wanted: { readonly atMost: number } | { readonly atLeast: number } | null
  /** How long the measuring may take before it counts as hung, ms; a quarter of an hour when not given. */
  readonly timeoutMs?: number
  measure(): Promise<Reading>
}

/** Tells whether a value keeps what was promised; true where nothing was. */
export function keeps(figure: Pick<Figure, 'wanted'>, value: number): boolean {
  if (figure.wanted === null) return true
  return 'atMost' in figure.wanted ? value <= figure.wanted.atMost : value >= figure.wanted.atLeast
}

/** The value below which `share` (0–1) of the values lie, by nearest rank. @throws RangeError for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Rounds to what is worth saying: three digits, at most one behind the point. */
export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10
}
