// What a host reads when everything is ready: the links, and on a network at home what the other devices will say about them.

import { renderUnicodeCompact } from 'uqr'
import type { Config } from './config.ts'
import type { HostLinks } from './groups/groups.ts'

const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '    ')

/** The words for the terminal. `fingerprint`: of our own certificate, where there is one. */
export function welcome(
  { publicUrl, dataDir, lan }: Pick<Config, 'publicUrl' | 'dataDir' | 'lan'>,
  links: HostLinks,
  fingerprint: string | null,
): string {
  const door = `${publicUrl}/#d=${links.door}`
  const parts = [
    'Hearthside is ready.',
    `  For those who open the doors, a key of their own:\n    ${publicUrl}/#k=${links.keyHolder}`,
    `  For everybody who may knock:\n    ${door}`,
    `  To practise, alone among simulated company:\n    ${publicUrl}/practice/#p=${links.practice}`,
  ]
  if (lan !== null && fingerprint !== null) {
    parts.push(
      indented(renderUnicodeCompact(door)),
      `  In a headset, for somebody who sits in the circle on another device already:\n    ${publicUrl}/pair`,
      `  These work on devices in this computer's own network. Each browser warns once that the connection is not
  private, because nobody vouches for this computer but itself: choose "Advanced", then "Proceed to ${lan}".
  Who wants to be sure compares the certificate's SHA-256 fingerprint first:
${indented(fingerprint.replaceAll(/(.{47}):/g, '$1\n'))}`,
    )
  }
  parts.push(`  Everything is kept in ${dataDir}.\n  Ctrl-C stops it.`)
  return parts.join('\n\n')
}
