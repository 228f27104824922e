// Which of the hearth-folk one is, in which colours, wearing what.

import { ACCESSORIES, CHARACTERS, PALETTES, type Accessory, type Avatar, type Character } from '#protocol/meeting.ts'
import { PALETTE_COLOURS } from '../../meeting/palettes.ts'
import { Icon } from '../icons/Icon.tsx'
import { Portrait } from '../portrait/Portrait.tsx'

const CHARACTER_LABELS: Readonly<Record<Character, string>> = {
  round: 'Round',
  fox: 'Fox',
  owl: 'Owl',
  bear: 'Bear',
  hare: 'Hare',
  cat: 'Cat',
  deer: 'Deer',
  hooded: 'Hooded',
}

const ACCESSORY_LABELS: Readonly<Record<Accessory, string>> = {
  none: 'Nothing',
  scarf: 'Scarf',
  glasses: 'Glasses',
  leaf: 'Leaf',
  hat: 'Hat',
}

interface LookStepProps {
  readonly avatar: Avatar
  readonly onChange: (avatar: Avatar) => void
}

export function LookStep({ avatar, onChange }: LookStepProps) {
  return (
    <>
      <fieldset className="field">
        <legend className="legend">Somebody</legend>
        <div className="tiles">
          {CHARACTERS.map((character) => (
            <label key={character} className="tile">
              <input
                type="radio"
                name="character"
                checked={avatar.character === character}
                onChange={() => onChange({ ...avatar, character })}
              />
              <Portrait avatar={{ ...avatar, character, accessory: 'none' }} />
              {CHARACTER_LABELS[character]}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className="legend">
          In <span className="chosen">{PALETTE_COLOURS[avatar.palette].label}</span>
        </legend>
        <div className="swatches">
          {PALETTES.map((palette) => {
            const { label, body, trim, rim } = PALETTE_COLOURS[palette]
            return (
              <label key={palette} className="tile swatch" title={label}>
                <input
                  type="radio"
                  name="palette"
                  checked={avatar.palette === palette}
                  onChange={() => onChange({ ...avatar, palette })}
                />
                <svg viewBox="0 0 40 40" aria-hidden="true">
                  <circle cx="20" cy="20" r="18" fill={body} />
                  <path d="M33 7.500A18 18 0 0 1 7.500 33Z" fill={trim} />
                  <circle cx="20" cy="20" r="18" fill="none" stroke={rim} strokeWidth="2" />
                </svg>
                <Icon name="check" />
                <span className="unseen">{label}</span>
              </label>
            )
          })}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className="legend">Wearing</legend>
        <div className="pills">
          {ACCESSORIES.map((accessory) => (
            <label key={accessory} className="tile pill">
              <input
                type="radio"
                name="accessory"
                checked={avatar.accessory === accessory}
                onChange={() => onChange({ ...avatar, accessory })}
              />
              {ACCESSORY_LABELS[accessory]}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
