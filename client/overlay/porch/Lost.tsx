// No link that opens anything: what to do about it.

import { PorchPage } from './PorchPage.tsx'

export function Lost() {
  return (
    <PorchPage title="This needs a link" about="lost">
      <p>
        A meeting is entered by a link that the group gives you. The one you came with opens no door any more, or some
        of it was lost on the way.
      </p>
      <p>Please open it again from where you got it, or ask whoever sent it for a new one.</p>
      <p>
        You sit in the circle on another device already? <a href="/pair">Come here with six digits.</a>
      </p>
    </PorchPage>
  )
}
