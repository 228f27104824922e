// The steps in their order. Each is chosen, moved, doubled or taken out by a button; Alt and an arrow key move the chosen one, and so
// does dragging.

import { useState, type KeyboardEvent } from 'react'
import type { ScriptFault } from '#protocol/scriptFaults.ts'
import type { ScriptDraft } from '../../meeting/scriptDraft.ts'
import { mayGrow } from '../../meeting/scriptDraft.ts'
import { Icon } from '../icons/Icon.tsx'

interface StepOrderProps {
  readonly draft: ScriptDraft
  readonly faults: readonly ScriptFault[]
  readonly chosen: number
  readonly onChoose: (at: number) => void
  readonly onMove: (from: number, to: number) => void
  readonly onDuplicate: (at: number) => void
  readonly onRemove: (at: number) => void
  readonly onAdd: (at: number) => void
}

export function StepOrder(props: StepOrderProps) {
  const { draft, faults, chosen, onChoose, onMove, onDuplicate, onRemove, onAdd } = props
  const [dragged, setDragged] = useState<number | null>(null)
  const { steps } = draft.script

  function onKeyDown(event: KeyboardEvent, at: number) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(at, event.key === 'ArrowUp' ? at - 1 : at + 1)
  }

  return (
    <>
      <ol className="step-order" aria-label="Steps. Alt and an arrow key move the one that has the focus.">
        {steps.map((step, at) => {
          const wrong = faults.some((fault) => fault.step === at)
          const name = step.title === '' ? `step ${at + 1}` : step.title
          return (
            <li
              key={step.id}
              draggable
              data-dragged={dragged === at}
              onDragStart={() => setDragged(at)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => dragged !== null && onMove(dragged, at)}
            >
              <button
                type="button"
                className="step-choose"
                id={`step-${at}`}
                aria-current={at === chosen ? 'step' : undefined}
                onClick={() => onChoose(at)}
                onKeyDown={(event) => onKeyDown(event, at)}
              >
                <span className="step-number">{at + 1}</span>
                <span className="step-title">{step.title || 'No title yet'}</span>
                {wrong && (
                  <span className="step-wrong">
                    <Icon name="warning" />
                    <span className="unseen">to be mended</span>
                  </span>
                )}
                <span className="quiet">{Number.isNaN(step.minutes) ? '–' : step.minutes} min</span>
              </button>
              {at === chosen && (
                <div className="step-tools" role="group" aria-label={`Order of ${name}`}>
                  <button type="button" className="role-button" disabled={at === 0} onClick={() => onMove(at, at - 1)}>
                    Earlier
                  </button>
                  <button
                    type="button"
                    className="role-button"
                    disabled={at === steps.length - 1}
                    onClick={() => onMove(at, at + 1)}
                  >
                    Later
                  </button>
                  <button
                    type="button"
                    className="role-button"
                    disabled={!mayGrow(draft)}
                    onClick={() => onDuplicate(at)}
                  >
                    Double
                  </button>
                  <button
                    type="button"
                    className="role-button"
                    disabled={steps.length === 1}
                    onClick={() => onRemove(at)}
                  >
                    Take out
                  </button>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <button type="button" className="button slim" disabled={!mayGrow(draft)} onClick={() => onAdd(chosen + 1)}>
        Add a step after this
      </button>
    </>
  )
}
