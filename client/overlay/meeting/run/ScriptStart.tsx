// Choosing a script and beginning with it: the group's own first, then the ones that come with Hearthside.

import { lazy, Suspense, useEffect, useId, useMemo, useState } from 'react'
import type { Script } from '#protocol/script.ts'
import { totalMinutes } from '#protocol/script.ts'
import { useSession } from '../../../hooks/useSession.ts'
import { draftFrom, draftOf, emptyDraft, type ScriptDraft } from '../../../meeting/scriptDraft.ts'
import { createScriptShelf, type ScriptShelf } from '../../../meeting/scriptShelf.ts'
import { Icon } from '../../icons/Icon.tsx'

const ScriptEditor = lazy(() =>
  import('../../editor/ScriptEditor.tsx').then((loaded) => ({ default: loaded.ScriptEditor })),
)
const ScriptFiles = lazy(() => import('./ScriptFiles.tsx').then((loaded) => ({ default: loaded.ScriptFiles })))

interface Shelf {
  readonly scripts: readonly Script[]
  readonly templates: readonly Script[]
}

async function lookAt(shelf: ScriptShelf): Promise<Shelf | 'away'> {
  const answer = await shelf.list()
  return answer.ok ? answer.value : 'away'
}

export function ScriptStart({ ready }: { ready: boolean }) {
  const { acts, ask } = useSession()
  const id = useId()
  const shelf = useMemo(() => createScriptShelf(ask), [ask])
  const [known, setKnown] = useState<Shelf | 'away' | null>(null)
  const [chosen, setChosen] = useState('')
  const [filesOpen, setFilesOpen] = useState(false)
  const [written, setWritten] = useState<ScriptDraft | null>(null)

  const look = async () => setKnown(await lookAt(shelf))
  useEffect(() => {
    let gone = false
    async function lookFirst() {
      const found = await lookAt(shelf)
      if (!gone) setKnown(found)
    }
    void lookFirst()
    return () => {
      gone = true
    }
  }, [shelf])

  if (known === null) return <p className="small quiet">Looking for scripts.</p>
  if (known === 'away') {
    return (
      <button type="button" className="button slim" onClick={() => void look()}>
        The scripts could not be fetched: try again
      </button>
    )
  }
  const own = new Set(known.scripts.map((one) => one.id))
  const all = [...known.scripts, ...known.templates.filter((one) => !own.has(one.id))]
  const script = all.find((one) => one.id === chosen) ?? all[0]
  const taken = [...known.scripts, ...known.templates].map((one) => one.id)
  return (
    <>
      <div className="field">
        <label htmlFor={id}>Script</label>
        <select id={id} className="input" value={script?.id} onChange={(event) => setChosen(event.target.value)}>
          {all.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}, {totalMinutes(one)} min{own.has(one.id) ? ' (yours)' : ''}
            </option>
          ))}
        </select>
      </div>
      {script && <p className="small quiet">{script.steps.map((step) => step.title).join(' · ')}</p>}
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={!ready || !script}
          onClick={() => script && void acts.send({ type: 'start-script', script: script.id })}
        >
          <Icon name="forward" />
          Begin
        </button>
        {script && (
          <button
            type="button"
            className="button slim"
            onClick={() => setWritten(own.has(script.id) ? draftOf(script) : draftFrom(script, taken))}
          >
            {own.has(script.id) ? 'Change it' : 'Make it our own'}
          </button>
        )}
        <button type="button" className="button slim" onClick={() => setWritten(emptyDraft(taken))}>
          Write a new one
        </button>
        <button
          type="button"
          className="button slim"
          aria-expanded={filesOpen}
          onClick={() => setFilesOpen(!filesOpen)}
        >
          Files
        </button>
      </div>
      {!ready && <p className="small quiet">It can begin when the doors are open.</p>}
      {written && (
        <Suspense fallback={null}>
          <ScriptEditor begin={written} shelf={shelf} onKept={() => void look()} onClose={() => setWritten(null)} />
        </Suspense>
      )}
      {filesOpen && script && (
        <Suspense fallback={null}>
          <ScriptFiles shelf={shelf} script={script} own={own.has(script.id)} onChanged={() => void look()} />
        </Suspense>
      )}
    </>
  )
}
