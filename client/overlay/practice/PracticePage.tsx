// Before and after a practice: sit down for a minute, or learn to facilitate; and afterwards a look back, kind and without a score.

import { useEffect, useState } from 'react'
import type { Me } from '#protocol/api.ts'
import { practicesResponse, type PracticeChoice } from '#protocol/practice.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useSessionState } from '../../hooks/useSessionState.ts'
import { CallForHelp } from '../help/CallForHelp.tsx'
import { Icon } from '../icons/Icon.tsx'
import { PorchPage } from '../porch/PorchPage.tsx'
import './practice.css'

/** What has been asked of the server: nothing yet, its answer, or that it did not come. */
type Asked = readonly PracticeChoice[] | 'asking' | 'failed'

const sentenceOf = (minutes: number) => (minutes === 1 ? 'about a minute' : `about ${minutes} minutes`)

function Choice({ one, busy, onSit }: { one: PracticeChoice; busy: boolean; onSit: (id: string) => void }) {
  return (
    <li className="practice-choice">
      <h3>{one.title}</h3>
      <p>{one.about}</p>
      <p className="small quiet">
        {one.role === 'member' ? 'You sit as a member' : 'You facilitate'}, {sentenceOf(one.minutes)}
      </p>
      <button type="button" className="button" disabled={busy} onClick={() => onSit(one.id)}>
        <Icon name="people" />
        Sit down<span className="unseen">: {one.title}</span>
      </button>
    </li>
  )
}

function LookBack() {
  const practice = useSessionState((state) => state.practice)
  if (!practice?.lookBack) return null
  const { lookBack, scenario } = practice
  return (
    <section className="stack" aria-labelledby="look-back">
      <h2 id="look-back">Looking back: {scenario.title}</h2>
      {lookBack.length > 0 && (
        <ul className="stack">
          {lookBack.map(({ text, done }) => (
            <li key={text} className="promise">
              <Icon name={done ? 'check' : 'heart'} />
              <p>{text}</p>
            </li>
          ))}
        </ul>
      )}
      {scenario.helps.length > 0 && (
        <>
          <h3>What helps</h3>
          <ul>
            {scenario.helps.map((help) => (
              <li key={help}>{help}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

export function PracticePage({ me }: { me: Me }) {
  const { acts, ask } = useSession()
  const over = useSessionState((state) => state.practice?.lookBack !== undefined && state.practice?.lookBack !== null)
  const [asked, setAsked] = useState<Asked>('asking')
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let gone = false
    const fetchList = async () => {
      const answer = await ask('GET', '/api/practice', (body) => practicesResponse.safeParse(body).data)
      if (!gone) setAsked(answer.ok ? answer.value.scenarios : 'failed')
    }
    void fetchList()
    return () => {
      gone = true
    }
  }, [ask])

  async function sit(id: string) {
    setBusy(true)
    await acts.practise(id)
    setBusy(false)
  }

  const choices = typeof asked === 'string' ? [] : asked
  const [first] = choices.filter((one) => one.role === 'member')
  const others = choices.filter((one) => one !== first)
  return (
    <PorchPage
      title={over ? 'Well done' : 'A circle to practise in'}
      about={over ? 'practice-over' : 'practice'}
      avatar={me.avatar}
      name={me.name}
      footer={
        first && (
          <div className="porch-acts">
            <button type="button" className="button primary" disabled={busy} onClick={() => void sit(first.id)}>
              <Icon name="people" />
              {over ? 'Sit down again' : 'Sit down'}
            </button>
          </div>
        )
      }
    >
      <LookBack />
      <p>
        Everybody here but you is simulated, and says so by their name. Nobody real can hear or see you, and nothing is
        kept. Their voices are murmurs; what they say is written along.
      </p>
      {first && !over && <p>{first.about}</p>}
      {asked === 'failed' && (
        <p role="alert">
          The list did not come. Load the page again; if that does not help, the server may be starting.
        </p>
      )}
      {others.length > 0 && (
        <section aria-labelledby="more-practice">
          <h2 id="more-practice">Learn to facilitate</h2>
          <ul className="practice-choices">
            {others.map((one) => (
              <Choice key={one.id} one={one} busy={busy} onSit={(id) => void sit(id)} />
            ))}
          </ul>
        </section>
      )}
      <CallForHelp />
    </PorchPage>
  )
}
