// What somebody wears: drawn last, in a colour that stands out from their own.

import type { Accessory, Character } from '#protocol/meeting.ts'
import type { Shades } from './shades.ts'

function Scarf({ shades }: { shades: Shades }) {
  return (
    <>
      <path d="M150 166C160 186 160 208 152 226L136 222C142 204 142 186 136 170Z" fill={shades.clothDark} />
      <path
        d="M70 152C92 172 148 172 170 152C178 158 178 168 172 174C148 192 92 192 68 174C62 168 62 158 70 152Z"
        fill={shades.cloth}
      />
      <g stroke={shades.trim} strokeWidth="4" opacity="0.55" strokeLinecap="round">
        <path d="M92 168L90 182" />
        <path d="M120 172V187" />
        <path d="M148 168L150 182" />
        <path d="M139 216L152 219" />
      </g>
    </>
  )
}

function Hat({ shades }: { shades: Shades }) {
  return (
    <g transform="rotate(5 120 50)">
      <path d="M74 62C72 22 96 4 120 4C144 4 168 22 166 62Z" fill={shades.cloth} />
      <path
        d="M92 58C92 30 102 12 120 6C114 26 112 42 112 58ZM148 58C148 30 138 12 120 6C126 26 128 42 128 58Z"
        fill={shades.clothDark}
        opacity="0.45"
      />
      <rect x="66" y="52" width="108" height="22" rx="11" fill={shades.clothDark} />
      <circle cx="120" cy="0" r="12" fill={shades.trim} />
    </g>
  )
}

function Glasses() {
  return (
    <g fill="#fff" fillOpacity="0.12" stroke="#41343a" strokeWidth="4.500" strokeLinecap="round">
      <circle cx="95" cy="112" r="20" />
      <circle cx="145" cy="112" r="20" />
      <path d="M115 109Q120 105 125 109M75 108L58 104M165 108L182 104" fill="none" />
    </g>
  )
}

function Leaf({ character }: { character: Character }) {
  const y = character === 'hooded' ? -20 : 0
  return (
    <g transform={`translate(0 ${y})`}>
      <path d="M120 46C121 36 124 28 130 20" stroke="#5f7d52" strokeWidth="5" fill="none" strokeLinecap="round" />
      <path d="M128 24C126 6 144 -6 168 -2C168 18 150 32 128 24Z" fill="#8fb07d" />
      <path d="M128 24C140 16 150 8 164 2" stroke="#5f7d52" strokeWidth="2.500" fill="none" />
      <path d="M126 28C114 26 106 16 106 4C120 4 128 14 126 28Z" fill="#7a9c6a" />
    </g>
  )
}

/** Draws an accessory over a finished portrait. */
export function Worn({ accessory, character, shades }: { accessory: Accessory; character: Character; shades: Shades }) {
  if (accessory === 'scarf') return <Scarf shades={shades} />
  if (accessory === 'glasses') return <Glasses />
  if (accessory === 'leaf') return <Leaf character={character} />
  if (accessory === 'hat') return <Hat shades={shades} />
  return null
}
