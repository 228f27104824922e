// An address as a picture that a camera reads. Always dark on light: many cameras know no other.

import { encode } from 'uqr'

/** Modules of light round the picture that a camera needs. */
const MARGIN = 3

export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + MARGIN} ${y + MARGIN}h1v1h-1z`] : [])),
  )
  const all = size + 2 * MARGIN
  return (
    <svg className="qr" viewBox={`0 0 ${all} ${all}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className="qr-light" width={all} height={all} />
      <path className="qr-dark" d={dark.join('')} />
    </svg>
  )
}
