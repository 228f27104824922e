// What somebody may be called here: cleaned, short, kind, nobody's role, and not mistakable for a name that is already there.

import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'
import { NAME_LENGTH } from '#protocol/limits.ts'
import { skeleton } from './skeleton.ts'

const OBSCENITY = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })

/** Nothing to see: control and direction characters, joiners, selectors, fillers, and the blank of the Braille block. */
export const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu
const NOT_FOR_NAMES = /[^\p{L}\p{M}\p{N}\p{P}\p{Zs}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u
export const PILED_MARKS = /\p{M}{3}/u

/** Words that would let somebody pass for a person who runs the place. */
const OFFICES = [
  'admin',
  'administrator',
  'cofacilitator',
  'facilitator',
  'greeter',
  'hearthside',
  'host',
  'keyholder',
  'mod',
  'moderator',
  'operator',
  'reader',
  'staff',
  'system',
  'timekeeper',
].map(skeleton)
const LONG_OFFICES = ['administrator', 'facilitator', 'moderator', 'keyholder'].map(skeleton)

function posesAsOffice(name: string): boolean {
  const whole = skeleton(name)
  if (OFFICES.includes(whole) || LONG_OFFICES.some((office) => whole.includes(office))) return true
  return name.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => OFFICES.includes(skeleton(word)))
}

/** Joins letters that were set apart ("f u c k"), and leaves every other name as it is. */
function joinSingles(name: string): string {
  const words = name.split(/[\p{P}\p{Zs}]+/u).filter(Boolean)
  return words.every((word) => /^.\p{M}*$/u.test(word)) ? words.join('') : name
}

/**
 * Cleans a chosen name: compatibility forms folded, invisible and direction-changing characters dropped, spaces collapsed.
 * Returns null when nothing usable is left: empty, over NAME_LENGTH, no letter or digit, obscene, or a role's name.
 */
export function cleanName(raw: string): string | null {
  const name = raw.normalize('NFKC').replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').replaceAll(/ {2,}/g, ' ').trim()
  if (name.length === 0 || name.length > NAME_LENGTH || skeleton(name) === '') return null
  if (NOT_FOR_NAMES.test(name) || PILED_MARKS.test(name)) return null
  if (OBSCENITY.hasMatch(name) || OBSCENITY.hasMatch(joinSingles(name))) return null
  return posesAsOffice(name) ? null : name
}

/** A name as it is and in small letters: some scripts' capitals look like other Latin letters than their small ones do. */
function looksOf(name: string): string[] {
  return [skeleton(name), skeleton(name.toLowerCase())]
}

/** Returns what tells whether a name equals or looks like one of `names`. */
export function createLookAlikes(names: Iterable<string>): (name: string) => boolean {
  const looks = new Set(Array.from(names, looksOf).flat())
  return (name) => looksOf(name).some((look) => looks.has(look))
}

/** Tells whether a name equals or looks like one of `others`. */
export function isTaken(name: string, others: Iterable<string>): boolean {
  return createLookAlikes(others)(name)
}
