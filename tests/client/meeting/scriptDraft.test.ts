import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkScript } from '#protocol/script.ts'
import { MAX_STEPS } from '#protocol/scriptRun.ts'
import {
  addStep,
  changeStep,
  draftFaults,
  draftFrom,
  draftOf,
  duplicateStep,
  emptyDraft,
  faultsAt,
  freshId,
  isUnsaved,
  markKept,
  moveStep,
  redoEdit,
  removeStep,
  renameScript,
  replaceScript,
  undoEdit,
  type ScriptDraft,
} from '../../../client/meeting/scriptDraft.ts'
import { SOME_SCRIPT } from '../../support/preview/someScript.ts'

const draft = draftOf(SOME_SCRIPT)
const titles = ({ script }: ScriptDraft) => script.steps.map((step) => step.title)

test('a copy of a template is the group’s own, and the template stays', () => {
  const copy = draftFrom(SOME_SCRIPT, [SOME_SCRIPT.id])
  expect(copy.script.title).toBe('Talking circle, our own')
  expect(copy.script.id).toBe('talking-circle-our-own')
  expect(checkScript(copy.script).ok).toBe(true)
  expect(isUnsaved(copy)).toBe(false)
  expect(draftFrom(SOME_SCRIPT, [copy.script.id]).script.id).toBe('talking-circle-our-own-2')
})

test('a new script can be kept as it is', () => {
  expect(draftFaults(emptyDraft([]))).toEqual([])
})

test('ids are made of any title, and never twice', () => {
  expect(freshId('Über uns: Stille & Licht', [])).toBe('u-ber-uns-stille-licht')
  expect(freshId('…', [])).toBe('script')
  expect(freshId('a'.repeat(60), ['a'.repeat(34)])).toBe(`${'a'.repeat(34)}-2`)
})

test('steps are moved, doubled, added and taken out, and the last one stays', () => {
  expect(titles(moveStep(draft, 0, 1)).slice(0, 2)).toEqual(['Welcome', 'Arriving'])
  expect(titles(moveStep(draft, 0, 99)).at(-1)).toBe('Arriving')
  expect(titles(duplicateStep(draft, 1)).slice(1, 3)).toEqual(['Welcome', 'Welcome'])
  expect(titles(addStep(draft, 0))[0]).toBe('')
  expect(titles(removeStep(draft, 0))[0]).toBe('Welcome')
  expect(removeStep(emptyDraft([]), 0).script.steps).toHaveLength(1)
  let full = draft
  for (let n = 0; n < 40; n++) full = duplicateStep(full, 0)
  expect(full.script.steps).toHaveLength(MAX_STEPS)
  expect(new Set(full.script.steps.map((step) => step.id)).size).toBe(MAX_STEPS)
})

test('letters typed into one field are taken back together, and come again', () => {
  let typed = draft
  for (const title of ['R', 'Re', 'Rea', 'Read']) typed = changeStep(typed, 2, { title })
  typed = changeStep(typed, 2, { minutes: 9 })
  expect(undoEdit(typed).script.steps[2]).toMatchObject({ title: 'Read', minutes: 4 })
  const back = undoEdit(undoEdit(typed))
  expect(back.script).toEqual(SOME_SCRIPT)
  expect(redoEdit(redoEdit(back)).script).toEqual(typed.script)
  expect(undoEdit(draft)).toBe(draft)
  expect(redoEdit(draft)).toBe(draft)
})

test('a field that is not chosen is not written', () => {
  const beach = changeStep(draft, 0, { environment: 'beach' })
  expect(beach.script.steps[0]!.environment).toBe('beach')
  expect('environment' in changeStep(beach, 0, { environment: undefined }).script.steps[0]!).toBe(false)
})

test('what is wrong is said beside its step and field', () => {
  const wrong = changeStep(changeStep(renameScript(draft, ''), 1, { title: '' }), 3, { minutes: Number.NaN })
  const faults = draftFaults(wrong)
  expect(faultsAt(faults, null, 'title')).toHaveLength(1)
  expect(faultsAt(faults, 1, 'title')).toHaveLength(1)
  expect(faultsAt(faults, 3, 'minutes')).toHaveLength(1)
  expect(faultsAt(faults, 0, 'title')).toEqual([])
})

test('something is unsaved until it is kept, or taken back', () => {
  const changed = renameScript(draft, 'Another name')
  expect(isUnsaved(changed)).toBe(true)
  expect(isUnsaved(undoEdit(changed))).toBe(false)
  expect(isUnsaved(markKept(changed, changed.script))).toBe(false)
})

test('a script from a file takes the place of what was there, under the same id, and can be taken back', () => {
  const other = { ...SOME_SCRIPT, id: 'other', title: 'Other' }
  const replaced = replaceScript(draft, other)
  expect(replaced.script).toEqual({ ...other, id: SOME_SCRIPT.id })
  expect(undoEdit(replaced).script).toEqual(SOME_SCRIPT)
})

test('whatever somebody does, taking everything back gives what there was', () => {
  const place = fc.nat(30)
  const edit = fc.oneof(
    place.map((at) => (one: ScriptDraft) => addStep(one, at)),
    place.map((at) => (one: ScriptDraft) => duplicateStep(one, at)),
    place.map((at) => (one: ScriptDraft) => removeStep(one, at)),
    fc.tuple(place, fc.integer()).map(
      ([from, to]) =>
        (one: ScriptDraft) =>
          moveStep(one, from, to),
    ),
    fc.tuple(place, fc.string()).map(
      ([at, title]) =>
        (one: ScriptDraft) =>
          changeStep(one, at, { title }),
    ),
    fc.constantFrom(undoEdit, redoEdit),
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const end = edits.reduce((one, act) => act(one), draft)
      const ids = end.script.steps.map((step) => step.id)
      expect(new Set(ids).size).toBe(ids.length)
      let now = end
      for (const _ of end.past) now = undoEdit(now)
      expect(now.script).toEqual(SOME_SCRIPT)
      for (const _ of end.past) now = redoEdit(now)
      expect(now.script).toEqual(end.script)
    }),
    { numRuns: 300 },
  )
})
