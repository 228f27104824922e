// The silhouettes of the eight hearth-folk, as SVG path data in a box of 240 × 290 (y from −34). Ears and horns of the left
// side are drawn once and mirrored about x = 120. Eyes sit at the same height for everybody.

import type { Character } from '#protocol/meeting.ts'

const BALL = 'M120 38C162 38 190 66 190 106C190 144 161 166 120 166C79 166 50 144 50 106C50 66 78 38 120 38Z'
const WIDE =
  'M120 42C160 42 184 68 192 104C196 124 180 132 168 142C154 158 138 167 120 167C102 167 86 158 72 142C60 132 44 124 48 104C56 68 80 42 120 42Z'
const TALL = 'M120 38C156 38 180 64 182 100C184 132 160 168 120 168C80 168 56 132 58 100C60 64 84 38 120 38Z'
const HOOD =
  'M128 14C172 22 202 64 202 112C202 150 172 172 120 172C68 172 38 150 38 112C38 66 74 24 112 18C120 12 122 8 128 14Z'

export const HEAD: Readonly<Record<Character, string>> = {
  round: BALL,
  fox: WIDE,
  owl: BALL,
  bear: BALL,
  hare: TALL,
  cat: WIDE,
  deer: TALL,
  hooded: HOOD,
}

/** A bell of felt, from under the head to the hem. */
export const BODY =
  'M120 138C158 138 176 164 186 202C194 232 192 250 166 252L74 252C48 250 46 232 54 202C64 164 82 138 120 138Z'
export const CLOAK =
  'M120 138C164 138 182 164 194 204C202 234 198 252 170 252L70 252C42 252 38 234 46 204C58 164 76 138 120 138Z'

/** Left ear: outer and inner shape; null where there is none. The hare's right ear has its own bend. */
export const EAR: Readonly<Record<Character, { outer: string; inner: string } | null>> = {
  round: null,
  hooded: null,
  fox: {
    outer: 'M58 92C46 56 44 22 54 14C68 8 96 32 108 54Z',
    inner: 'M64 76C56 50 56 32 61 28C70 26 86 42 94 56Z',
  },
  owl: { outer: 'M58 82C46 58 42 34 48 24C62 24 88 36 102 50Z', inner: '' },
  bear: {
    outer: 'M48 62a25 25 0 1 1 50 0a25 25 0 1 1 -50 0Z',
    inner: 'M59 62a14 14 0 1 1 28 0a14 14 0 1 1 -28 0Z',
  },
  hare: {
    outer: 'M80 62C66 30 64 -14 78 -24C96 -28 108 12 110 50Z',
    inner: 'M85 46C77 20 76 -6 82 -12C91 -12 98 18 100 44Z',
  },
  cat: {
    outer: 'M54 94C50 64 50 36 58 26C70 24 94 40 104 54Z',
    inner: 'M63 76C60 56 62 42 66 39C74 40 86 50 92 58Z',
  },
  deer: {
    outer: 'M72 84C50 66 24 66 14 82C22 104 52 110 74 100Z',
    inner: 'M66 86C50 76 34 76 26 83C34 95 52 98 66 95Z',
  },
}

export const BENT_EAR = {
  outer: 'M130 50C132 16 142 -18 158 -22C174 -18 182 8 198 26C186 34 170 28 164 24C164 38 162 50 158 62Z',
  inner: 'M140 44C142 20 149 -4 158 -9C166 -4 168 4 172 12C164 14 158 10 157 10C156 24 154 36 150 46Z',
}
