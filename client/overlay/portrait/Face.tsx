// What makes each of the hearth-folk somebody: muzzle, mask, discs, spots. There is no mouth: the glow at the breast speaks.

import type { Character } from '#protocol/meeting.ts'
import type { Shades } from './shades.ts'

const NOSE = '#3a2a2c'

function Nose({ y, width = 8 }: { y: number; width?: number }) {
  return (
    <path
      d={`M${120 - width} ${y - 3}Q120 ${y - 7} ${120 + width} ${y - 3}Q${120 + width * 0.7} ${y + 5} 120 ${y + 7}Q${120 - width * 0.7} ${y + 5} ${120 - width} ${y - 3}Z`}
      fill={NOSE}
    />
  )
}

function FoxFace({ shades }: { shades: Shades }) {
  const cheek = 'M120 167C102 167 86 158 72 142C62 133 50 127 47.600 112C70 114 94 122 106 138C112 146 116 148 120 148Z'
  return (
    <>
      <path d={cheek} fill={shades.trim} />
      <path d={cheek} fill={shades.trim} transform="matrix(-1 0 0 1 240 0)" />
      <Nose y={142} />
    </>
  )
}

function OwlFace({ shades }: { shades: Shades }) {
  return (
    <>
      <path d="M120 58C128 66 134 76 138 80L102 80C106 76 112 66 120 58Z" fill={shades.dark} opacity="0.6" />
      <circle cx="92" cy="112" r="33" fill={shades.trim} />
      <circle cx="148" cy="112" r="33" fill={shades.trim} />
      <circle cx="92" cy="112" r="33" fill="none" stroke={shades.trimDark} strokeWidth="2" opacity="0.5" />
      <circle cx="148" cy="112" r="33" fill="none" stroke={shades.trimDark} strokeWidth="2" opacity="0.5" />
      <path d="M120 118C128 122 130 130 120 144C110 130 112 122 120 118Z" fill="#d19a4a" />
    </>
  )
}

function CatFace({ shades }: { shades: Shades }) {
  return (
    <>
      <g stroke={shades.dark} strokeWidth="6" strokeLinecap="round" opacity="0.75">
        <path d="M120 50V72" />
        <path d="M104 54L107 70" />
        <path d="M136 54L133 70" />
        <path d="M52 118H66" />
        <path d="M188 118H174" />
      </g>
      <path
        d="M120 167C104 167 92 158 92 146C92 136 104 132 120 132C136 132 148 136 148 146C148 158 136 167 120 167Z"
        fill={shades.trim}
      />
      <Nose y={137} width={6} />
    </>
  )
}

function DeerFace({ shades }: { shades: Shades }) {
  return (
    <>
      <path
        d="M120 58C128 66 130 100 140 128C146 150 136 168 120 168C104 168 94 150 100 128C110 100 112 66 120 58Z"
        fill={shades.trim}
        opacity="0.85"
      />
      {[
        [80, 70],
        [90, 60],
        [160, 70],
        [150, 60],
        [72, 84],
        [168, 84],
      ].map(([x, y]) => (
        <circle key={`${x}`} cx={x} cy={y} r="3.600" fill={shades.trim} />
      ))}
      <Nose y={144} width={10} />
    </>
  )
}

function HoodedFace({ shades }: { shades: Shades }) {
  return (
    <>
      <path
        d="M120 50C158 50 178 78 178 112C178 146 152 162 120 162C88 162 62 146 62 112C62 78 82 50 120 50Z"
        fill={shades.deep}
      />
      <path
        d="M120 64C154 64 168 88 168 114C168 143 149 157 120 157C91 157 72 143 72 114C72 88 86 64 120 64Z"
        fill={shades.face}
      />
      <path
        d="M120 50C158 50 178 78 178 112C178 146 152 162 120 162C88 162 62 146 62 112C62 78 82 50 120 50Z"
        fill="none"
        stroke={shades.light}
        strokeWidth="5"
      />
    </>
  )
}

/** Width, height and middle of what is round and pale about a face. */
const MUZZLES = { bear: [30, 23, 142], hare: [25, 20, 144], round: [58, 46, 120] } as const

/** Draws the markings of a character over its head. */
export function Face({ character, shades }: { character: Character; shades: Shades }) {
  if (character === 'fox') return <FoxFace shades={shades} />
  if (character === 'owl') return <OwlFace shades={shades} />
  if (character === 'cat') return <CatFace shades={shades} />
  if (character === 'deer') return <DeerFace shades={shades} />
  if (character === 'hooded') return <HoodedFace shades={shades} />
  const [width, height, y] = MUZZLES[character]
  return (
    <>
      <ellipse cx="120" cy={y} rx={width} ry={height} fill={shades.trim} opacity={character === 'round' ? 0.42 : 1} />
      {character !== 'round' && <Nose y={y - 7} width={character === 'bear' ? 10 : 6} />}
    </>
  )
}
