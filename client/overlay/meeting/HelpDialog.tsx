// Help is one act away: a pause, the porch, numbers. Nothing here asks why.

import { useSession } from '../../hooks/useSession.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { CallForHelp } from '../help/CallForHelp.tsx'
import { GoneLine } from '../help/GoneLine.tsx'
import { Icon } from '../icons/Icon.tsx'
import { AskForSomebody } from './care/AskForSomebody.tsx'
import { KeyList } from './KeyList.tsx'

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { acts } = useSession()
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Dialog title="Help" onClose={onClose}>
      <CallForHelp open />
      <AskForSomebody onDone={onClose} />
      <section className="stack">
        <h3>If it is too much just now</h3>
        <div className="row">
          <button type="button" className="button" onClick={then(() => acts.pause())}>
            <Icon name="pause" />
            Pause
          </button>
          <button type="button" className="button" onClick={then(() => acts.stepOut())}>
            <Icon name="door" />
            To the porch
          </button>
          <button type="button" className="button" onClick={then(() => acts.leave())}>
            <Icon name="leave" />
            Leave
          </button>
        </div>
        <p className="small quiet">
          In a pause your microphone is off, your chair stays yours, and you still hear the circle. On the porch you
          hear nothing either, and your chair stays yours. Leaving is at once, and you may knock again.
        </p>
      </section>
      <GoneLine />
      <section className="stack">
        <h3>How it goes</h3>
        <ul className="guide">
          <li>You never have to speak. Passing and only listening are taking part.</li>
          <li>“Held” means that it is somebody else’s turn: your microphone is off at the device, whatever you say.</li>
          <li>Press somebody in the list of people to make them quieter, for you alone.</li>
          <li>
            The person with the lamp facilitates. Only they and co-facilitators can hold microphones or remove somebody.
          </li>
        </ul>
      </section>
      <section className="stack">
        <h3>Keys</h3>
        <KeyList />
      </section>
    </Dialog>
  )
}
