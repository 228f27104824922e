import { describe, expect, it } from 'vitest'
import { takeLink } from '../../../client/meeting/takeLink.ts'

const secret = 'Abc-_0123456789abcdefgh'

function at(hash: string) {
  const shown: string[] = []
  const link = takeLink({
    location: { hash, pathname: '/', search: '?simple' },
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) => void shown.push(String(url)),
    },
  })
  return { link, shown }
}

describe('a link in the address bar', () => {
  it('is read and taken out at once, for each kind', () => {
    for (const kind of ['k', 'd', 'i'] as const) {
      expect(at(`#${kind}=${secret}`)).toEqual({ link: { kind, secret }, shown: ['/?simple'] })
    }
  })

  it('that was cut or copied badly is taken out all the same', () => {
    for (const hash of ['#k=', '#d=short', `#i=${secret}%20`, `#k=${'x'.repeat(100)}`]) {
      expect(at(hash)).toEqual({ link: 'unreadable', shown: ['/?simple'] })
    }
  })

  it('is left alone when it is none of ours', () => {
    expect(at('')).toEqual({ link: null, shown: [] })
    expect(at('#content')).toEqual({ link: null, shown: [] })
  })
})
