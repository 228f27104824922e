// A name as a hurried eye sees it: two names with one skeleton look alike. For comparing only, never shown.
// After Unicode TR 39, cut down to the scripts and tricks that matter for short names; equality is all it is good for.

/** Each word is a letter and what it looks like. */
function readTable(words: string): ReadonlyMap<string, string> {
  const entries = words.trim().split(/\s+/)
  return new Map(entries.map((entry) => [entry.slice(0, 1), entry.slice(1)]))
}

/** Cyrillic and Greek capitals that look Latin although their small letters do not. */
const CAPITALS = readTable(`
  ВB НH РP СC УY ХX ЕE КK МM ОO ТT АA ІI ЈJ ЅS ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX
`)

/** Small Cyrillic and Greek letters, Latin ones that do not decompose, digits and a sign. */
const LETTERS = readTable(`
  аa вb гr еe ёe зe иu іi їi јj кk мm нh оo пn рp сc тt уy хx шw ьb ѕs ԁd ӏl һh ԛq ԝw өo
  αa βb γy εe ηn ιi κk μu νv οo ρp σo ςc τt υu χx ωw
  ıi łl đd ðd øo ħh ŧt æae œoe ßss þp ɑa ɡg ɩi ʟl ǀl
  0o 1l 3e 4a 5s 7t 8b @a
`)

function replaceEach(text: string, table: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => table.get(letter) ?? letter).join('')
}

/** Returns what two names have in common when they look alike: small letters without marks, spaces and signs, look-alikes made one. */
export function skeleton(name: string): string {
  const bare = name.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return replaceEach(replaceEach(bare, CAPITALS).toLowerCase(), LETTERS)
    .replaceAll('i', 'l')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}
