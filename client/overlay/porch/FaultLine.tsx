// What is to be put right, next to the field where it is to be put right.

import { Icon } from '../icons/Icon.tsx'

export function FaultLine({ id, text }: { id: string; text: string | null }) {
  return (
    <p id={id} className="fault" role="alert" hidden={text === null}>
      <Icon name="warning" />
      {text}
    </p>
  )
}
