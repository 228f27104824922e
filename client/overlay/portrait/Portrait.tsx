// One of the hearth-folk as a picture: felt, lit by a fire on one side. Decorative: whoever shows one also says the name.

import { useId } from 'react'
import type { Avatar, Character } from '#protocol/meeting.ts'
import { Face } from './Face.tsx'
import { Felt } from './Felt.tsx'
import { BENT_EAR, BODY, CLOAK, EAR, HEAD } from './outlines.ts'
import { shadesOf, type Shades } from './shades.ts'
import { Worn } from './Worn.tsx'

const MIRRORED = 'matrix(-1 0 0 1 240 0)'

function Ears({ character, shades, felt }: { character: Character; shades: Shades; felt: string }) {
  const ear = EAR[character]
  if (!ear) return null
  const right = character === 'hare' ? BENT_EAR : ear
  const turn = character === 'hare' ? undefined : MIRRORED
  return (
    <>
      <path d={ear.outer} fill={shades.dark} />
      <path d={ear.inner} fill={shades.trim} opacity="0.8" />
      <g transform={turn}>
        <path d={right.outer} fill={character === 'hare' ? felt : shades.body} />
        <path d={right.inner} fill={shades.trim} />
      </g>
    </>
  )
}

function Antlers({ shades }: { shades: Shades }) {
  const horn = 'M98 50C92 34 84 26 74 8M88 31C80 30 72 26 66 20'
  return (
    <g stroke={shades.trimDark} strokeWidth="8" strokeLinecap="round" fill="none">
      <path d={horn} />
      <path d={horn} transform={MIRRORED} />
    </g>
  )
}

function Eyes({ character, asleep }: { character: Character; asleep: boolean }) {
  const [near, size] = character === 'owl' ? [26, 1.2] : [25, 1]
  return (
    <g className="eyes">
      {[120 - near, 120 + near].map((x) => (
        <g key={x} transform={`translate(${x} 112) scale(${size})`}>
          {asleep ? (
            <path d="M-9 1Q0 9 9 1" stroke="#1d191f" strokeWidth="3.6" strokeLinecap="round" fill="none" />
          ) : (
            <>
              <ellipse rx="7.8" ry="8.8" fill="#1d191f" />
              <circle cx="2.6" cy="-3.2" r="2.5" fill="#fff8ee" />
              <circle cx="-2.4" cy="3.4" r="1.3" fill="#fff8ee" opacity="0.6" />
            </>
          )}
        </g>
      ))}
    </g>
  )
}

/**
 * Draws a character in its palette with what it wears. `asleep` lowers the lids: somebody who rests or is away.
 * `detailed` adds the felt itself, for large pictures.
 */
export function Portrait({
  avatar,
  asleep = false,
  detailed = false,
}: {
  avatar: Avatar
  asleep?: boolean
  detailed?: boolean
}) {
  const id = useId()
  const shades = shadesOf(avatar.palette)
  const { character } = avatar
  const felt = `url(#${id}felt)`
  const body = character === 'hooded' ? CLOAK : BODY
  return (
    <svg className="portrait" viewBox="0 -34 240 294" aria-hidden="true" focusable="false">
      <Felt id={id} shades={shades} body={body} head={HEAD[character]} detailed={detailed} />
      <ellipse cx="120" cy="250" rx="84" ry="9" fill="#000" opacity="0.28" />
      <g filter={detailed ? `url(#${id}fibre)` : undefined}>
        {character === 'cat' && (
          <path
            d="M170 238C200 238 214 216 202 194"
            stroke={shades.body}
            strokeWidth="20"
            strokeLinecap="round"
            fill="none"
          />
        )}
        <path d={body} fill={`url(#${id}bell)`} />
        <ellipse cx="120" cy="222" rx="42" ry="34" fill={shades.trim} opacity="0.5" clipPath={`url(#${id}inBody)`} />
        <circle className="glow" cx="120" cy="200" r="26" fill={`url(#${id}glow)`} />
        <path d={body} fill="none" stroke={`url(#${id}rim)`} strokeWidth="9" clipPath={`url(#${id}inBody)`} />
        <ellipse cx="120" cy="162" rx="62" ry="14" fill={shades.deep} opacity="0.35" clipPath={`url(#${id}inBody)`} />
        {character === 'deer' && <Antlers shades={shades} />}
        <Ears character={character} shades={shades} felt={felt} />
        <path d={HEAD[character]} fill={felt} />
        {character === 'round' && <path d="M112 42C106 22 122 8 138 16C130 20 126 30 130 42Z" fill={shades.body} />}
        <g clipPath={`url(#${id}inHead)`}>
          <Face character={character} shades={shades} />
          <path d={HEAD[character]} fill={`url(#${id}shade)`} />
          <path d={HEAD[character]} fill="none" stroke={`url(#${id}rim)`} strokeWidth="10" />
        </g>
        <ellipse cx="76" cy="132" rx="11" ry="7" fill={shades.rim} opacity="0.3" />
        <ellipse cx="164" cy="132" rx="11" ry="7" fill={shades.rim} opacity="0.4" />
        {[70, 170].map((x) => (
          <g key={x} transform={`rotate(${x < 120 ? 14 : -14} ${x} 214)`}>
            <ellipse cx={x} cy="214" rx="15" ry="19" fill={x < 120 ? shades.dark : shades.body} />
            <ellipse cx={x + 3} cy="210" rx="9" ry="13" fill={x < 120 ? shades.body : shades.light} opacity="0.7" />
          </g>
        ))}
      </g>
      <Eyes character={character} asleep={asleep} />
      <Worn accessory={avatar.accessory} character={character} shades={shades} />
    </svg>
  )
}
