// The chosen step as members would see it at the top of their page, and its text as whoever reads it.

import type { Step } from '#protocol/script.ts'
import { clockOf, invitationTo } from '../../meeting/scriptLine.ts'
import { FLOOR_WORDS } from '../meeting/floorWords.ts'
import { TEXT_CHOICES } from './editorWords.ts'

export function StepPreview({ step }: { step: Step }) {
  const invites = invitationTo(step.members)
  const minutes = Number.isNaN(step.minutes) ? 0 : step.minutes
  return (
    <section className="step-preview" aria-label="As members see it">
      <p className="legend">As members see it</p>
      <div className="floor-card">
        <div className="step-line">
          <p className="step-now">
            <strong>{step.title || 'No title yet'}</strong>
            <span className="step-time">{clockOf(minutes * 60_000)} left for this.</span>
          </p>
          {invites && <p className="floor-more">{invites}</p>}
        </div>
        <p className="floor-line">{FLOOR_WORDS[step.floor].said}</p>
      </div>
      {step.text.trim() !== '' && (
        <div className="step-text">
          <p className="small quiet">For {TEXT_CHOICES[step.textFor]} to read:</p>
          <p className="step-words">{step.text}</p>
        </div>
      )}
    </section>
  )
}
