// The strongest way of leaving: nothing of the group is left on the screen, and the page cannot be gone back to.

import { useSession } from '../../hooks/useSession.ts'
import { Icon } from '../icons/Icon.tsx'

export function GoneLine() {
  const { acts } = useSession()
  return (
    <section className="stack">
      <h3>If nobody may see this page</h3>
      <button type="button" className="button" onClick={() => acts.vanish()}>
        <Icon name="close" />
        Gone
      </button>
      <p className="small quiet">
        Your microphone goes off first, then this page turns blank, and “back” does not lead here. On a keyboard:
        Escape, twice. The browser’s own history still knows the address.
      </p>
    </section>
  )
}
