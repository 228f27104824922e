// Why a microphone is not there, and what can be done about it.

import type { MicrophoneTrouble } from '../../meeting/session.ts'

const SENTENCES: Readonly<Record<MicrophoneTrouble, string>> = {
  'no-permission':
    'Your browser does not let this page use the microphone. You can allow it beside the address above, or come and listen.',
  'no-device': 'No microphone is connected. You can plug one in, or come and listen.',
  'device-in-use': 'Another program has the microphone. Close it and try again, or come and listen.',
  other: 'The microphone did not open. You can try again, or come and listen.',
}

export function microphoneTrouble(trouble: MicrophoneTrouble): string {
  return SENTENCES[trouble]
}
