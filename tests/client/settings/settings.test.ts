import { describe, expect, it } from 'vitest'
import { createSettings, DEFAULT_SETTINGS } from '../../../client/settings/settings.ts'

/** Storage of one browser, and what is in it. */
function browser(stored: string | null = null) {
  const kept = new Map<string, string>()
  if (stored !== null) kept.set('hearthside.settings', stored)
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    text: () => kept.get('hearthside.settings'),
  }
}

describe('settings of this device', () => {
  it('are kept between visits', () => {
    const storage = browser()
    createSettings(storage).setState({ simplePage: true, ambience: 0.2, consent: 3 })
    expect(createSettings(storage).getState()).toEqual({
      ...DEFAULT_SETTINGS,
      simplePage: true,
      ambience: 0.2,
      consent: 3,
    })
  })

  it('are the defaults when what is stored is damaged, of another version, or not ours', () => {
    for (const stored of [
      'not json',
      'null',
      '[]',
      '{"version":1}',
      JSON.stringify({ ...DEFAULT_SETTINGS, version: 2 }),
      JSON.stringify({ ...DEFAULT_SETTINGS, ambience: 7 }),
      JSON.stringify({ ...DEFAULT_SETTINGS, quieter: { meeting: null, gains: { somebody: 0 } } }),
      JSON.stringify({ ...DEFAULT_SETTINGS, surprise: true }),
    ]) {
      expect(createSettings(browser(stored)).getState()).toEqual(DEFAULT_SETTINGS)
    }
  })

  it('hold for the visit where storage is forbidden or full', () => {
    const forbidden = {
      getItem(): string {
        throw new DOMException('forbidden', 'SecurityError')
      },
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    for (const storage of [null, forbidden]) {
      const settings = createSettings(storage)
      settings.setState({ holdToTalk: true })
      settings.setState({ namesShown: false })
      expect(settings.getState()).toMatchObject({ holdToTalk: true, namesShown: false })
    }
  })

  it('keep nothing of who one was', () => {
    const storage = browser()
    createSettings(storage).setState({ keys: false })
    expect(Object.keys(JSON.parse(storage.text() ?? '{}')).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
    expect(Object.keys(DEFAULT_SETTINGS).filter((key) => /name$|avatar|secret|cookie/.test(key))).toEqual([])
  })
})
