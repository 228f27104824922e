// Not in the circle any more, or not let in: what happened, said kindly, and the next step.

import type { Me } from '#protocol/api.ts'
import { useSession } from '../../hooks/useSession.ts'
import type { OutReason } from '../../meeting/session.ts'
import { CallForHelp } from '../help/CallForHelp.tsx'
import { Icon } from '../icons/Icon.tsx'
import { PorchPage } from './PorchPage.tsx'

interface Words {
  readonly title: string
  readonly lines: readonly string[]
  /** Of the way to the porch, where there is one. */
  readonly label?: string
}

const WORDS: Readonly<Record<OutReason, Words>> = {
  declined: {
    title: 'Not this time',
    lines: [
      'Those who hold the door could not let you in just now. That says nothing about you: a circle may be full, or in the middle of something.',
      'You may knock once more, or come to another meeting.',
    ],
    label: 'Back to the porch',
  },
  blocked: {
    title: 'This door stays closed today',
    lines: [
      'You cannot come into this meeting. We know that this can hurt.',
      'Other meetings of the group may still be open to you; whoever gave you the link can tell you.',
    ],
  },
  removed: {
    title: 'You are out of the circle',
    lines: [
      'Somebody who runs the meeting asked you to leave for today. Nobody in the circle hears or sees you any more.',
      'If you think this was a mistake, speak with the people who gave you the link.',
    ],
  },
  left: {
    title: 'You have left the circle',
    lines: [
      'Your microphone is off and nobody hears or sees you. Thank you for having been there.',
      'You can come back as long as the doors are open.',
    ],
    label: 'Come back',
  },
  freed: {
    title: 'Your chair went to somebody else',
    lines: [
      'You were away for a while, and the circle needed the chair. Nobody sent you out.',
      'You are welcome to knock again.',
    ],
    label: 'To the porch',
  },
  ended: {
    title: 'The meeting has ended',
    lines: [
      'Everybody’s name and chair have been deleted, and nothing was recorded.',
      'Be gentle with yourself for the rest of the day.',
    ],
    label: 'To the porch',
  },
}

export function Out({ reason, me }: { reason: OutReason; me: Me | null }) {
  const { acts } = useSession()
  const { title, lines, label } = WORDS[reason]
  return (
    <PorchPage
      title={title}
      about={reason}
      avatar={reason === 'left' || reason === 'freed' ? me?.avatar : undefined}
      footer={
        label && (
          <div className="porch-acts">
            <button type="button" className="button primary" onClick={() => void acts.withdraw()}>
              <Icon name="door" />
              {label}
            </button>
          </div>
        )
      }
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <CallForHelp />
    </PorchPage>
  )
}
