// How it stands with the headset on this device, in a sentence: why there is no way in, or why the last press did not lead in.

import { supportSentence, troubleSentence } from '../../headset/headsetSentences.ts'
import { useHeadset } from '../../hooks/useHeadset.ts'

/** `always`: also while a headset is simply there or simply missing. */
export function HeadsetLine({ always = false }: { always?: boolean }) {
  const support = useHeadset((state) => state.support)
  const trouble = useHeadset((state) => state.trouble)
  const text = trouble ? troubleSentence(trouble) : always ? supportSentence(support) : null
  return (
    <p className="small quiet" role="status">
      {text}
    </p>
  )
}
