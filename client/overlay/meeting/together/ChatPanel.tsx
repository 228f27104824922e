// The room's chat, where a step or the facilitator allows it: plain lines, to all or to those who run the meeting, gone with it.

import { useId, useState } from 'react'
import { CHAT_LENGTH } from '#protocol/limits.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { useMe } from '../../../hooks/useMe.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { useSessionState } from '../../../hooks/useSessionState.ts'
import './together.css'

export function ChatPanel() {
  const { acts } = useSession()
  const id = useId()
  const me = useMe()
  const [text, setText] = useState('')
  const mode = useSessionState((state) => state.snapshot?.together.chat ?? 'off')
  const lines = useSessionState((state) => state.chat)
  if (mode === 'off' && lines.length === 0) return null
  const toAll = mode === 'all' || (me !== null && runsMeeting(me))

  async function say() {
    const refusal = await acts.say(text.trim())
    if (!refusal) setText('')
  }

  return (
    <section className="chat" aria-labelledby={id}>
      <h2 id={id}>Written</h2>
      {lines.length > 0 && (
        <ol className="chat-lines" role="log" aria-label="What was written" tabIndex={0}>
          {lines.map((line) => (
            <li key={line.id}>
              <strong>{line.name}</strong>
              {!line.toAll && <span className="quiet small"> to those who run the meeting</span>}
              <span className="chat-text">{line.text}</span>
            </li>
          ))}
        </ol>
      )}
      {mode !== 'off' && (
        <form
          className="field"
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() !== '') void say()
          }}
        >
          <label htmlFor={`${id}-text`}>{toAll ? 'To everybody' : 'To those who run the meeting'}</label>
          <div className="row nowrap">
            <input
              id={`${id}-text`}
              className="input"
              maxLength={CHAT_LENGTH}
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <button type="submit" className="button slim">
              Send
            </button>
          </div>
        </form>
      )}
    </section>
  )
}
