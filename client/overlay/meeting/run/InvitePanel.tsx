// Links for one person each, for key-holders: made, told once, and taken back. A chunk of its own: few need it, and never in a hurry.

import { useEffect, useId, useMemo, useState } from 'react'
import { type Invitation, INVITATION_NOTE_LENGTH } from '#protocol/invitations.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { errorSentence } from '../../../meeting/errorSentences.ts'
import { createInvitationBook } from '../../../meeting/invitationBook.ts'
import { Confirm } from './Confirm.tsx'
import { NewLink } from './NewLink.tsx'
import './invitations.css'

function openedIn(browsers: number): string {
  if (browsers === 0) return 'not opened yet'
  return browsers === 1 ? 'opened in one browser' : `opened in ${browsers} browsers`
}

export function InvitePanel() {
  const { ask } = useSession()
  const id = useId()
  const book = useMemo(() => createInvitationBook(ask), [ask])
  const [invitations, setInvitations] = useState<readonly Invitation[]>([])
  const [note, setNote] = useState('')
  const [made, setMade] = useState<{ note: string; link: string } | null>(null)
  const [said, setSaid] = useState('')

  useEffect(() => {
    let gone = false
    async function look() {
      const answer = await book.list()
      if (gone) return
      if (answer.ok) setInvitations(answer.value)
      else setSaid(errorSentence(answer.refusal.code))
    }
    void look()
    return () => {
      gone = true
    }
  }, [book])

  async function invite() {
    const answer = await book.invite(note.trim())
    setSaid(answer.ok ? '' : errorSentence(answer.refusal.code))
    if (!answer.ok) return
    const { invitation, link } = answer.value
    setMade({ note: invitation.note, link })
    setInvitations((all) => [...all, invitation])
    setNote('')
  }

  async function takeBack(one: Invitation) {
    const answer = await book.takeBack(one.id)
    setSaid(answer.ok ? `The link for “${one.note}” opens nothing any more.` : errorSentence(answer.refusal.code))
    if (answer.ok) setInvitations((all) => all.filter((other) => other.id !== one.id))
  }

  return (
    <div className="stack">
      <p className="small quiet">
        An invitation is a link for one person. They come to the door and knock like everybody; you can take it back at
        any time.
      </p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void invite()
        }}
      >
        <div className="field">
          <label htmlFor={id}>For whom</label>
          <input
            id={id}
            className="input"
            value={note}
            maxLength={INVITATION_NOTE_LENGTH}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            onChange={(event) => setNote(event.target.value)}
          />
          <span id={`${id}-hint`} className="hint">
            A word that tells you later whose it is. Only key-holders see it.
          </span>
        </div>
        <button type="submit" className="button slim" disabled={note.trim() === ''}>
          Make a link
        </button>
      </form>
      {made && <NewLink key={made.link} note={made.note} link={made.link} />}
      <p className="small" role="status">
        {said}
      </p>
      {invitations.length > 0 && (
        <ul className="invitations" aria-label="Open invitations">
          {invitations.map((one) => (
            <li key={one.id} className="invitation">
              <p className="person-name">{one.note}</p>
              <p className="person-state">
                made {new Date(one.createdAt).toLocaleDateString(undefined, { day: 'numeric', month: 'long' })},{' '}
                {openedIn(one.browsers)}
              </p>
              <Confirm
                label={`Take back: ${one.note}`}
                question="The link opens nothing any more. Whoever came by it is not known here any longer, and leaves the circle if they sit in it."
                act="Take it back"
                back="Keep it"
                onAct={() => void takeBack(one)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
