// What this is and is not, in six plain sentences. Each is kept true by docs/safety.md.

import type { Me } from '#protocol/api.ts'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icons/Icon.tsx'
import { DoorState } from './DoorState.tsx'

function Sentence({ icon, lead, children }: { icon: IconName; lead: string; children: ReactNode }) {
  return (
    <li>
      <Icon name={icon} />
      <p>
        <strong>{lead}</strong> {children}
      </p>
    </li>
  )
}

export function WelcomeStep({ me }: { me: Me }) {
  return (
    <>
      <DoorState me={me} />
      <ul className="plain-words">
        <Sentence icon="people" lead="Peer support, not therapy.">
          People who know it from inside listen to each other; nobody here treats, advises or is on call.
        </Sentence>
        <Sentence icon="sound" lead="Only people in a chair hear you.">
          You see everyone who can hear you, nobody is hidden, and while you wait you hear nobody and nobody hears you.
        </Sentence>
        <Sentence icon="lamp" lead="Nothing is recorded.">
          Voices and movements are never kept; your chosen name, your look and your chair are deleted when the meeting
          ends.
        </Sentence>
        <Sentence icon="warning" lead="What we cannot prevent:">
          somebody could record with another device, or the people who run the server could break this promise, so say
          only what you can live with.
        </Sentence>
        <Sentence icon="help" lead="In danger, call first.">
          Nobody here knows who or where you are, so nobody can send help unless you say where you are. “Help” is always
          on the screen and shows numbers where people answer.
        </Sentence>
        <Sentence icon="door" lead="Who runs and pays for this:">
          {me.group.host}
        </Sentence>
      </ul>
    </>
  )
}
