// "I need help now" on every page before and after the circle: one press, or the key of help, and the numbers are there.

import { useState } from 'react'
import { useKeys } from '../../hooks/useKeys.ts'
import { useSettings } from '../../hooks/useSettings.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { Icon } from '../icons/Icon.tsx'
import { inDialog, isTyping } from '../meeting/keyTarget.ts'
import { shortcutOf } from '../meeting/shortcuts.ts'
import { CallForHelp } from './CallForHelp.tsx'
import { GoneLine } from './GoneLine.tsx'

export function HelpNow() {
  const [{ keys }] = useSettings()
  const [open, setOpen] = useState(false)
  useKeys((event) => {
    if (!keys || event.type !== 'keydown' || isTyping(event.target) || inDialog(event.target)) return
    const shortcut = shortcutOf(event, true)
    if (shortcut !== 'help' && shortcut !== 'keys') return
    event.preventDefault()
    setOpen(true)
  })
  return (
    <>
      <button type="button" className="button plain slim" onClick={() => setOpen(true)}>
        <Icon name="help" />I need help now
      </button>
      {open && (
        <Dialog title="I need help now" onClose={() => setOpen(false)}>
          <CallForHelp open />
          <GoneLine />
        </Dialog>
      )}
    </>
  )
}
