// Helplines by country, from one dated file that names its sources. Nothing guesses where somebody is: they choose, once on a device.

import { useId, useMemo } from 'react'
import { useSettings } from '../../hooks/useSettings.ts'
import { GATHERED, type Helpline, readHelplines } from '../../meeting/helplineFile.ts'

function host(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}

function Elsewhere({ url, children }: { url: string; children: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  )
}

function Numbered({ number }: { number: string }) {
  return (
    <a className="help-number" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
      {number}
    </a>
  )
}

function OneLine({ line }: { line: Helpline }) {
  return (
    <li className="help-line">
      <p className="help-name">{line.name}</p>
      {line.phone && <Numbered number={line.phone} />}
      <p className="small">
        For {line.forWhom}. {line.hours}. {line.languages.join(', ')}.
      </p>
      {line.text && <p>{line.text}</p>}
      {line.chatUrl && (
        <p>
          <Elsewhere url={line.chatUrl}>{`Chat at ${host(line.chatUrl)}`}</Elsewhere>
        </p>
      )}
      {line.note && <p className="small">{line.note}</p>}
      <p className="small quiet">
        Seen on <Elsewhere url={line.source}>{host(line.source)}</Elsewhere> ({line.seen})
      </p>
    </li>
  )
}

export function HelpLines() {
  const id = useId()
  const file = useMemo(() => readHelplines(), [])
  const [{ helpCountry }, change] = useSettings()
  const country = helpCountry ?? ''

  if (file === null) return <p>The list cannot be read. Please look for a local helpline.</p>
  const chosen = file.find((one) => one.country === country)
  return (
    <div className="stack wide">
      <div className="field">
        <label htmlFor={id}>Where are you?</label>
        <select
          id={id}
          className="input"
          value={country}
          onChange={(event) => change({ helpCountry: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">Choose a country</option>
          {file.map((one) => (
            <option key={one.country} value={one.country}>
              {one.countryName}
            </option>
          ))}
          <option value="other">Another country</option>
        </select>
      </div>
      {country === 'other' && <p>We have no number for your country yet. Please look for a local helpline.</p>}
      {chosen?.emergency && (
        <p className="help-emergency">
          Emergency <Numbered number={chosen.emergency.number} />
        </p>
      )}
      {chosen && (
        <ul className="stack wide">
          {chosen.lines.map((line) => (
            <OneLine key={`${line.name} ${line.source}`} line={line} />
          ))}
        </ul>
      )}
      <p className="small quiet">
        Gathered from public pages in {GATHERED}; nobody has dialled them. Please check before you rely on one. The
        country you choose is remembered on this device and sent nowhere.
      </p>
    </div>
  )
}
