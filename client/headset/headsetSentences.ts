// One sentence for each reason why the headset is not the way just now. The page and the boards of the room say the same.

import type { HeadsetSupport, HeadsetTrouble } from './headset.ts'

const SUPPORT: Readonly<Record<HeadsetSupport, string>> = {
  asking: 'Looking for a headset…',
  ready: 'A headset is there.',
  'no-webxr':
    'This browser has no way into a headset. In a headset, open this page in its own browser; on a computer, Chrome and Edge can.',
  'not-secure': 'A headset needs a secure address, one that begins with https.',
  'no-device': 'No headset was found. Connect one, or open this page in the headset’s own browser.',
  forbidden: 'This browser does not allow the headset for this page.',
}

const TROUBLE: Readonly<Record<HeadsetTrouble, string>> = {
  'no-device': SUPPORT['no-device'],
  forbidden: SUPPORT.forbidden,
  refused: 'The headset was not allowed just now. Your chair is as it was; press again when you like.',
  busy: 'The headset shows something else just now. Close that, and press again.',
  'no-space': 'The headset does not say where you are. Your chair is as it was; the flat view goes on.',
  failed: 'The headset could not be reached. Your chair is as it was; press again when you like.',
}

/** Says how it stands with the headset on this device. */
export function supportSentence(support: HeadsetSupport): string {
  return SUPPORT[support]
}

/** Says why a press did not lead in. */
export function troubleSentence(trouble: HeadsetTrouble): string {
  return TROUBLE[trouble]
}
