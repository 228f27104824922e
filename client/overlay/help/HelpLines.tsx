// Helplines by country, from one dated file that names its sources. Nothing guesses where somebody is: they choose.

import { useId, useState } from 'react'
import helplines from '../../../assets/helplines.json'

/** When the file was gathered; nobody dialled the numbers. */
const GATHERED = 'November 2026'

type Line = (typeof helplines)[number]['lines'][number] & {
  readonly phone?: string
  readonly text?: string
  readonly chatUrl?: string
  readonly note?: string
}

function host(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}

function OneLine({ line }: { line: Line }) {
  return (
    <li className="help-line">
      <h3>{line.name}</h3>
      <p className="small quiet">
        {line.forWhom}, {line.hours}, {line.languages.join(', ')}
      </p>
      {line.phone && (
        <a className="help-number" href={`tel:${line.phone.replaceAll(/[^\d+]/g, '')}`}>
          {line.phone}
        </a>
      )}
      {line.text && <p>{line.text}</p>}
      {line.chatUrl && (
        <p>
          <a href={line.chatUrl} target="_blank" rel="noreferrer noopener">
            Chat at {host(line.chatUrl)}
          </a>
        </p>
      )}
      {line.note && <p className="small">{line.note}</p>}
      <p className="small quiet">
        Seen on{' '}
        <a href={line.source} target="_blank" rel="noreferrer noopener">
          {host(line.source)}
        </a>
        , {line.seen}
      </p>
    </li>
  )
}

export function HelpLines() {
  const id = useId()
  const [country, setCountry] = useState('')
  const chosen = helplines.find((one) => one.country === country)
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={id}>Where are you?</label>
        <select id={id} className="input" value={country} onChange={(event) => setCountry(event.target.value)}>
          <option value="">Choose a country</option>
          {helplines
            .toSorted((a, b) => a.countryName.localeCompare(b.countryName))
            .map((one) => (
              <option key={one.country} value={one.country}>
                {one.countryName}
              </option>
            ))}
          <option value="other">Another country</option>
        </select>
      </div>
      {country === 'other' && (
        <p>
          We have no checked number for your country yet. Please look for a local helpline, or call the emergency number
          where you are.
        </p>
      )}
      {chosen && (
        <>
          {chosen.emergency && (
            <p>
              Emergency:{' '}
              <a className="help-number" href={`tel:${chosen.emergency.number}`}>
                {chosen.emergency.number}
              </a>
            </p>
          )}
          <ul className="stack">
            {chosen.lines.map((line) => (
              <OneLine key={`${line.name}`} line={line} />
            ))}
          </ul>
        </>
      )}
      <p className="small quiet">
        Gathered from public pages in {GATHERED}; nobody has dialled them. Please check before you rely on one. Where
        you are is not sent anywhere.
      </p>
    </div>
  )
}
