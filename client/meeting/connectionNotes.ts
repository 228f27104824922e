// Says in words what is the matter with the connections, once it lasts: the one to the media server, by which people hear each
// other, and the one to our server, by which things are decided. Either may be gone while the other goes on.

import type { Clock } from './clock.ts'
import { errorSentence } from './errorSentences.ts'
import type { Notes } from './notes.ts'
import type { ConnectionStatus } from './session.ts'
import type { SessionStore } from './sessionStore.ts'

/** Shorter interruptions are not worth a word. */
const SAY_AFTER_MS = 1_500

export interface ConnectionNotes {
  mediaChanged(status: ConnectionStatus, before: ConnectionStatus): void
  serverAway(): void
  serverBack(): void
}

/** Creates the writer of these notes. */
export function createConnectionNotes(store: SessionStore, notes: Notes, clock: Clock): ConnectionNotes {
  let cancel = () => {}
  let awaySaid = false
  return {
    mediaChanged(status, before) {
      cancel()
      if (status === 'recovering') {
        cancel = clock.after(SAY_AFTER_MS, () => {
          notes.add('The connection is interrupted. Your chair is kept; this goes on by itself.', 'attention')
        })
      }
      if (status === 'connected' && before === 'recovering') notes.add('You are connected again.')
    },
    serverAway() {
      if (awaySaid) return
      awaySaid = true
      const { place, connection } = store.getState()
      if (place === 'loading') notes.add(errorSentence('offline'), 'attention')
      if (connection === 'connected') {
        notes.add('Hearthside is out of reach for a moment. You still hear each other.', 'attention')
      }
    },
    serverBack() {
      if (awaySaid && store.getState().connection === 'connected') notes.add('Everything is back.')
      awaySaid = false
    },
  }
}
