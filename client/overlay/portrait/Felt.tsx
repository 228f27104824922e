// The gradients, clips and fibres that one portrait is painted with. Ids carry the portrait's own prefix.

import type { Shades } from './shades.ts'

interface FeltProps {
  readonly id: string
  readonly shades: Shades
  readonly body: string
  readonly head: string
  readonly detailed: boolean
}

export function Felt({ id, shades, body, head, detailed }: FeltProps) {
  return (
    <defs>
      <radialGradient id={`${id}felt`} cx="0.68" cy="0.62" r="0.75">
        <stop offset="0" stopColor={shades.light} />
        <stop offset="0.55" stopColor={shades.body} />
        <stop offset="1" stopColor={shades.dark} />
      </radialGradient>
      <radialGradient id={`${id}bell`} cx="0.62" cy="0.7" r="0.8">
        <stop offset="0" stopColor={shades.light} />
        <stop offset="0.5" stopColor={shades.body} />
        <stop offset="1" stopColor={shades.dark} />
      </radialGradient>
      <linearGradient id={`${id}shade`} x1="0" y1="0" x2="0.7" y2="0.8">
        <stop offset="0" stopColor="#241d33" stopOpacity="0.34" />
        <stop offset="0.6" stopColor="#241d33" stopOpacity="0" />
      </linearGradient>
      <linearGradient id={`${id}rim`} x1="0" y1="0.2" x2="1" y2="0.6">
        <stop offset="0.62" stopColor={shades.rim} stopOpacity="0" />
        <stop offset="1" stopColor={shades.rim} stopOpacity="0.85" />
      </linearGradient>
      <radialGradient id={`${id}glow`}>
        <stop offset="0" stopColor="#fff3d6" stopOpacity="0.95" />
        <stop offset="0.4" stopColor={shades.rim} stopOpacity="0.6" />
        <stop offset="1" stopColor={shades.rim} stopOpacity="0" />
      </radialGradient>
      <clipPath id={`${id}inBody`}>
        <path d={body} />
      </clipPath>
      <clipPath id={`${id}inHead`}>
        <path d={head} />
      </clipPath>
      {detailed && (
        <filter id={`${id}fibre`} x="-5%" y="-5%" width="110%" height="110%">
          <feTurbulence type="fractalNoise" baseFrequency="0.28 0.4" numOctaves="3" seed="4" result="noise" />
          <feDisplacementMap in="SourceGraphic" in2="noise" scale="2.6" result="soft" />
          <feColorMatrix
            in="noise"
            type="matrix"
            values="0 0 0 0 0.1 0 0 0 0 0.08 0 0 0 0 0.12 0 0 0 -1 0.66"
            result="grain"
          />
          <feComposite in="grain" in2="soft" operator="in" result="fibres" />
          <feMerge>
            <feMergeNode in="soft" />
            <feMergeNode in="fibres" />
          </feMerge>
        </filter>
      )}
    </defs>
  )
}
