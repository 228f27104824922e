import { describe, expect, it } from 'vitest'
import { createSettings } from '../../../client/settings/settings.ts'
import { openPage, type MemorySessionOptions } from '../../support/memorySession.ts'
import { identityOf, somebody, someSnapshot } from '../../support/someSnapshot.ts'

const secret = 'Abc-_0123456789abcdefgh'
const fern = identityOf('Quiet Fern')
const stone = identityOf('Warm Stone')
const knock = {
  name: 'Quiet Fern',
  avatar: { character: 'fox', palette: 'moss', accessory: 'none' },
  firstTime: false,
  consent: 1,
} as const

/** A page whose person has been admitted before, connected to the chair. */
async function seated(options: MemorySessionOptions = {}) {
  const page = openPage({ me: { knock: 'admitted', identity: fern }, ...options })
  await page.settle()
  page.links.last().accept()
  await page.settle()
  return page
}

describe('the hour', () => {
  it('shows a text and who is new as the stream tells them, and keeps neither when one leaves', async () => {
    const page = await seated()
    page.events.send({ type: 'script-text', text: { step: 2, text: 'Read slowly.' } })
    page.events.send({ type: 'first-timers', people: [stone] })
    expect(page.state()).toMatchObject({ scriptText: { step: 2, text: 'Read slowly.' }, firstTimers: [stone] })
    page.session.acts.leave()
    expect(page.state()).toMatchObject({ scriptText: null, firstTimers: [] })
  })
})

describe('arriving', () => {
  it('takes the link out of the address bar, posts it once, and comes to the porch', async () => {
    const page = openPage({ hash: `#d=${secret}` })
    expect(page.addressBar).toEqual(['/'])
    expect(page.state().place).toBe('loading')
    await page.settle()
    expect(page.asked).toEqual(['enter d', 'me'])
    expect(page.state()).toMatchObject({ place: 'porch', out: null })
    expect(page.events.opened()).toBe(1)
  })

  it('keeps a link that could not be posted without a network, and goes on by itself', async () => {
    const page = openPage({ hash: `#d=${secret}` })
    page.server.refuse.set('enter', { code: 'offline' })
    await page.clock.pass(5_000)
    expect(page.state().place).toBe('loading')
    expect(page.said()).toContain('There is no connection just now. Please try again in a moment.')
    page.server.refuse.clear()
    await page.clock.pass(10_000)
    expect(page.state().place).toBe('porch')
  })

  it('with a link that opens nothing is lost, unless the browser is known already', async () => {
    for (const known of [false, true]) {
      const page = openPage({ hash: `#i=${secret}` })
      page.server.refuse.set('enter', { code: 'unknown-link' })
      if (!known) page.server.refuse.set('me', { code: 'no-session' })
      await page.settle()
      expect(page.state().place).toBe(known ? 'porch' : 'lost')
      if (!known) expect(page.said().join()).toContain('does not open a door')
    }
  })

  it('without a link and without a cookie is lost, and says so once', async () => {
    const page = openPage()
    page.server.refuse.set('me', { code: 'no-session' })
    await page.clock.pass(120_000)
    expect(page.state().place).toBe('lost')
    expect(page.asked).toEqual(['me'])
  })

  it('waits at the door after knocking, and is in by itself when admitted', async () => {
    const page = openPage()
    await page.settle()
    const refusal = page.session.acts.knock(knock)
    page.server.now({ knock: 'waiting' })
    expect(await refusal).toBeNull()
    expect(page.state().place).toBe('waiting')
    expect(page.preloads()).toBeGreaterThan(0)
    expect(page.links.all).toHaveLength(0)

    page.tell({ knock: 'admitted', identity: fern })
    await page.settle()
    expect(page.state().place).toBe('circle')
    page.links.last().accept()
    await page.settle()
    expect(page.state()).toMatchObject({ connection: 'connected', identity: fern, microphone: { status: 'starting' } })
  })

  it('hears of an admission although the stream hangs', async () => {
    const page = openPage({ me: { knock: 'waiting' } })
    await page.settle()
    page.events.stand()
    page.server.now({ knock: 'admitted', identity: fern })
    await page.clock.pass(21_000)
    expect(page.state().place).toBe('circle')
    expect(page.events.opened()).toBe(2)
  })

  it('says what is the matter when a knock is refused, and stays on the porch', async () => {
    const page = openPage()
    await page.settle()
    page.server.refuse.set('knock', { code: 'name-taken', field: 'name' })
    expect(await page.session.acts.knock(knock)).toEqual({ code: 'name-taken', field: 'name' })
    expect(page.state().place).toBe('porch')
    expect(page.said().at(-1)).toContain('Please choose another.')
  })

  it('can be given up: back to the porch from waiting, and from out after being declined once', async () => {
    const page = openPage({ me: { knock: 'waiting' } })
    await page.settle()
    page.server.now({ knock: 'none' })
    await page.session.acts.withdraw()
    expect(page.state().place).toBe('porch')

    page.tell({ knock: 'declined' })
    expect(page.state()).toMatchObject({ place: 'porch' })
    await page.session.acts.knock(knock)
    expect(page.state()).toMatchObject({ place: 'out', out: 'declined' })
    await page.session.acts.withdraw()
    expect(page.state().place).toBe('porch')
  })

  it('takes no older answer over a newer event', async () => {
    const page = openPage({ me: { knock: 'waiting' } })
    await page.settle()
    const older = { ...page.server.me }
    page.tell({ knock: 'admitted', identity: fern })
    page.events.send({ type: 'me', me: older })
    expect(page.state().place).toBe('circle')
  })

  it('knows how far the two clocks are apart, to the quickest answer', async () => {
    const page = openPage({ me: { serverTime: 1_060_000 } })
    await page.settle()
    expect(page.state().clockOffsetMs).toBe(60_000)
    await page.clock.pass(1_000)
    page.tell({ serverTime: 1_060_500 })
    expect(page.state().clockOffsetMs).toBe(60_000)
    page.tell({ serverTime: 1_061_200 })
    expect(page.state().clockOffsetMs).toBe(60_200)
  })
})

describe('sitting in the circle', () => {
  it('goes on in the same chair after the page was loaded again, but is not heard before it could hear', async () => {
    const page = await seated({ soundNeedsPress: true })
    expect(page.state()).toMatchObject({ place: 'circle', connection: 'connected', sound: 'suspended' })
    expect(page.state().microphone.status).toBe('starting')
    expect(page.light()).toBe(false)
    page.press()
    await page.settle()
    expect(page.state().sound).toBe('running')
    expect(page.light()).toBe(true)
  })

  it('follows the meeting by metadata, by events and by answers, whichever is newest', async () => {
    const page = await seated()
    page.links.last().events.onMetadata(JSON.stringify(page.server.later({ locked: true })))
    expect(page.state().snapshot?.locked).toBe(true)
    page.snapshot({ locked: false })
    expect(page.state().snapshot?.locked).toBe(false)
    page.server.later({ dim: true })
    await page.session.acts.send({ type: 'raise-hand' })
    expect(page.state().snapshot?.dim).toBe(true)
  })

  it('hears everybody although the snapshot came before it was known who one is in it', async () => {
    const page = openPage({ me: { keyHolder: true } })
    await page.settle()
    page.snapshot({})
    expect(page.hearing()).toBeNull()
    page.tell({ knock: 'admitted', identity: fern })
    await page.settle()
    page.links.last().accept()
    await page.deliver()
    expect(page.hearing()).toEqual([stone])
    expect(page.state().microphone.status).toBe('live')
  })

  it('plays only voices of people whom the snapshot names, whatever the media server sends', async () => {
    const page = await seated()
    expect(page.hearing()).toEqual([stone])
    page.snapshot({ participants: [somebody('Quiet Fern', 0)] })
    expect(page.hearing()).toEqual([])
  })

  it('closes the microphone in the moment the floor goes, and opens it when it comes', async () => {
    const page = await seated()
    expect(page.light()).toBe(true)
    page.snapshot({
      floor: { mode: 'piece', speaker: stone, fading: null, next: fern, direction: 1, later: [], unhurried: false },
    })
    expect(page.light()).toBe(false)
    expect(page.state().microphone.status).toBe('held')
    page.snapshot({
      floor: { mode: 'piece', speaker: fern, fading: stone, next: stone, direction: 1, later: [], unhurried: false },
    })
    await page.settle()
    expect(page.light()).toBe(true)
  })

  it('renews a connection that many passes have made slow, in a quiet moment and unheard', async () => {
    const page = await seated()
    await page.deliver()
    const held = { participants: [somebody('Quiet Fern', 0, { held: true }), somebody('Warm Stone', 1)] }
    const free = { participants: [somebody('Quiet Fern', 0), somebody('Warm Stone', 1)] }
    for (let i = 0; i < 24; i++) {
      page.snapshot(held)
      await page.deliver()
      page.snapshot(free)
      await page.deliver()
    }
    await page.clock.pass(30_000)
    expect(page.links.all).toHaveLength(1)
    page.session.acts.setMicrophoneWanted(false)
    page.soundEvents()?.onSpeaking(new Set([stone]))
    await page.clock.pass(30_000)
    expect(page.links.all).toHaveLength(1)

    page.soundEvents()?.onSpeaking(new Set())
    await page.clock.pass(5_000)
    expect(page.links.all).toHaveLength(2)
    expect(page.links.all[0]?.closed()).toBe(false)
    page.links.last().accept()
    await page.settle()
    expect(page.links.all[0]?.closed()).toBe(true)
    expect(page.state().connection).toBe('connected')
    await page.clock.pass(60_000)
    expect(page.links.all).toHaveLength(2)
  })

  it('says when it is one’s turn, with the bowl that sounds for oneself alone', async () => {
    const page = await seated()
    page.snapshot({
      floor: { mode: 'piece', speaker: fern, fading: null, next: stone, direction: 1, later: [], unhurried: false },
      announcement: { id: 5, kind: 'piece-passed', about: 'Quiet Fern' },
    })
    expect(page.said().at(-1)).toBe('You hold the talking piece. Speak, or pass it on.')
    expect(page.chimes).toEqual(['your-turn for you'])
  })

  it('says softly what changed for all, once, and nothing of what was said before one came', async () => {
    const page = openPage({ me: { knock: 'admitted', identity: fern } })
    page.server.later({ announcement: { id: 3, kind: 'locked', about: null } })
    await page.settle()
    page.links.last().accept()
    await page.settle()
    expect(page.said()).toEqual([])
    page.snapshot({ announcement: { id: 4, kind: 'joined', about: 'Slow River' } })
    page.snapshot({ announcement: { id: 4, kind: 'joined', about: 'Slow River' } })
    expect(page.said()).toEqual(['Slow River sat down.'])
    expect(page.chimes).toEqual(['joined'])
  })

  it('makes no chime for who does not want any', async () => {
    const page = await seated()
    page.session.settings.setState({ chimes: false })
    page.snapshot({ announcement: { id: 4, kind: 'joined', about: 'Slow River' } })
    expect(page.chimes).toEqual([])
    expect(page.said()).toEqual(['Slow River sat down.'])
  })

  it('shows who knocks to who holds the door, with the bowl for newcomers, once for many', async () => {
    const page = await seated({ me: { knock: 'admitted', identity: fern, keyHolder: true } })
    const entry = (id: string) => ({
      knock: id,
      name: 'Slow River',
      avatar: knock.avatar,
      firstTime: true,
      answer: null,
      since: 1,
    })
    page.events.send({ type: 'door', entries: [entry('k_1')] })
    page.events.send({ type: 'door', entries: [entry('k_1')] })
    page.events.send({ type: 'door', entries: [entry('k_1'), entry('k_2')] })
    expect(page.state().door.map((one) => one.knock)).toEqual(['k_1', 'k_2'])
    expect(page.chimes).toEqual(['door for you'])
    await page.clock.pass(5000)
    page.events.send({ type: 'door', entries: [entry('k_2'), entry('k_3')] })
    expect(page.chimes).toEqual(['door for you', 'door for you'])
  })

  it('sends gestures and shows those of people who are here', async () => {
    const page = await seated()
    page.session.acts.gesture('wave')
    expect(new TextDecoder().decode(page.links.last().signals[0])).toBe('{"gesture":"wave"}')
    const bytes = new TextEncoder().encode('{"gesture":"heart"}')
    page.links.last().events.onData('signal', stone, bytes)
    page.links.last().events.onData('signal', identityOf('Stranger'), bytes)
    page.links.last().events.onData('chat', stone, bytes)
    expect(page.state().gestures.map(({ identity, gesture }) => [identity, gesture])).toEqual([
      [fern, 'wave'],
      [stone, 'heart'],
    ])
  })

  it('makes one person quieter for this meeting, on this device', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const page = await seated({ storage })
    page.session.acts.setQuieter(stone, 0.25)
    expect(page.gains()).toEqual({ [stone]: 0.25 })
    page.session.acts.setQuieter(stone, 7)
    expect(page.state().quieter).toEqual({ [stone]: 1 })
    page.session.acts.setQuieter(stone, 0.25)

    const again = await seated({ storage })
    expect(again.gains()).toEqual({ [stone]: 0.25 })
    again.snapshot({ meeting: 'm_bbbbbbbbbbbb' })
    expect(again.state().quieter).toEqual({})
  })

  it('remembers over a reload whether one wants to be heard, but not a key that was held down', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const page = await seated({ storage })
    page.session.acts.toggleMicrophone()
    expect(page.state().microphone.wanted).toBe(false)
    expect((await seated({ storage })).state().microphone.wanted).toBe(false)

    page.session.settings.setState({ holdToTalk: true })
    page.session.acts.setMicrophoneWanted(true)
    expect(createSettings(storage).getState().microphoneWanted).toBe(false)
    expect((await seated({ storage })).state().microphone.wanted).toBe(false)
  })

  it('tells somebody who talks with the microphone off, and only then', async () => {
    const page = await seated()
    page.soundEvents()?.onOwnTalking(true)
    expect(page.state().microphone.talkingWhileOff).toBe(false)
    page.session.acts.setMicrophoneWanted(false)
    await page.settle()
    page.soundEvents()?.onOwnTalking(true)
    expect(page.state().microphone.talkingWhileOff).toBe(true)
    page.session.acts.setMicrophoneWanted(true)
    expect(page.state().microphone.talkingWhileOff).toBe(false)
  })
})

describe('resting', () => {
  it('closes the microphone at once and tells the server, whose answer is not waited for', async () => {
    const page = await seated()
    page.session.acts.pause()
    expect(page.light()).toBe(false)
    expect(page.state().microphone).toMatchObject({ status: 'off', wanted: false })
    await page.settle()
    expect(page.asked).toContain('command rest')
  })

  it('is undone as easily, with the microphone still off', async () => {
    const page = await seated()
    page.session.acts.pause()
    page.session.acts.resume()
    await page.settle()
    expect(page.asked.filter((one) => one.startsWith('command'))).toEqual(['command rest', 'command return'])
    expect(page.light()).toBe(false)
    expect(page.state().microphone.wanted).toBe(false)
  })

  it('is told when the connection is back, if it could not be told before', async () => {
    const page = await seated()
    page.server.refuse.set('command', { code: 'offline' })
    page.session.acts.pause()
    await page.settle()
    page.links.last().events.onRecovering()
    page.server.refuse.clear()
    page.links.last().events.onRecovered()
    await page.settle()
    expect(page.asked.filter((one) => one === 'command rest')).toHaveLength(2)
  })
})

describe('leaving', () => {
  it('is immediate: microphone, connection, server, in this order and without waiting', async () => {
    const page = await seated()
    const link = page.links.last()
    page.session.acts.leave()
    expect(page.light()).toBe(false)
    expect(link.closed()).toBe(true)
    expect(page.asked.at(-1)).toBe('leave')
    expect(page.state()).toMatchObject({
      place: 'out',
      out: 'left',
      snapshot: null,
      identity: null,
      connection: 'left',
    })
    expect(page.hearing()).toBeNull()
  })

  it('for good takes the page with it: microphone, connection, server, and then a neutral page', async () => {
    const page = await seated()
    page.session.acts.vanish()
    expect(page.light()).toBe(false)
    expect(page.links.last().closed()).toBe(true)
    expect(page.asked.slice(-2)).toEqual(['leave', 'vanish'])
    expect(page.hearing()).toBeNull()
  })

  it('holds although the server has not heard it, and is said again', async () => {
    const page = await seated()
    page.session.acts.leave()
    const said = () => page.asked.filter((one) => one === 'leave').length
    page.tell({ knock: 'admitted', identity: fern })
    await page.settle()
    expect(page.state()).toMatchObject({ place: 'out', out: 'left' })
    expect(said()).toBe(2)
    page.tell({ knock: 'left', identity: null })
    expect(page.state()).toMatchObject({ place: 'out', out: 'left' })
    expect(said()).toBe(2)
  })

  it('can be followed by a new knock', async () => {
    const page = await seated()
    page.session.acts.leave()
    page.tell({ knock: 'left', identity: null })
    await page.session.acts.withdraw()
    expect(page.state().place).toBe('porch')
    page.server.now({ knock: 'admitted', identity: fern })
    await page.session.acts.knock(knock)
    await page.settle()
    expect(page.links.all).toHaveLength(2)
    expect(page.state().place).toBe('circle')
  })
})

describe('when things break', () => {
  it('says so after a moment, keeps the chair, and says when it is over', async () => {
    const page = await seated()
    page.links.last().events.onRecovering()
    await page.clock.pass(1_000)
    expect(page.said()).toEqual([])
    await page.clock.pass(1_000)
    expect(page.said().at(-1)).toContain('Your chair is kept')
    expect(page.state()).toMatchObject({ place: 'circle', connection: 'recovering' })
    page.links.last().events.onRecovered()
    expect(page.said().at(-1)).toBe('You are connected again.')
  })

  it('does not call the microphone live while nobody can be reached', async () => {
    const page = await seated()
    await page.deliver()
    expect(page.state().microphone.status).toBe('live')
    page.links.last().events.onRecovering()
    expect(page.state().microphone.status).toBe('starting')
    page.links.last().events.onRecovered()
    expect(page.state().microphone.status).toBe('live')
  })

  it('says that the server is away while voices go on', async () => {
    const page = await seated()
    page.events.stand()
    page.server.refuse.set('me', { code: 'offline' })
    await page.clock.pass(40_000)
    expect(page.said().filter((one) => one.includes('still hear each other'))).toHaveLength(1)
    expect(page.state()).toMatchObject({ place: 'circle', connection: 'connected' })
    page.server.refuse.clear()
    await page.clock.pass(20_000)
    expect(page.said().at(-1)).toBe('Everything is back.')
  })

  it('asks and connects again at once when the page wakes', async () => {
    const page = await seated()
    page.server.refuse.set('seat', { code: 'offline' })
    page.links.last().events.onEnded('lost')
    await page.clock.pass(60_000)
    page.server.refuse.clear()
    const before = page.links.all.length
    page.wake()
    await page.settle()
    expect(page.links.all.length).toBe(before + 1)
  })

  it('is out with the reason when the server has removed somebody', async () => {
    const page = await seated()
    page.server.refuse.set('seat', { code: 'blocked' })
    page.server.now({ knock: 'removed', identity: null })
    page.links.last().events.onEnded('removed')
    await page.clock.pass(1_000)
    expect(page.state()).toMatchObject({ place: 'out', out: 'removed', snapshot: null })
    expect(page.light()).toBe(false)
  })

  it('is out kindly when the meeting has ended', async () => {
    const page = await seated()
    page.tell({ phase: 'ended', knock: 'none', identity: null })
    expect(page.state()).toMatchObject({ place: 'out', out: 'ended' })
    expect(page.links.last().closed()).toBe(true)
  })

  it('is lost when the cookie is gone', async () => {
    const page = await seated()
    page.server.refuse.set('me', { code: 'no-session' })
    await page.clock.pass(21_000)
    expect(page.state()).toMatchObject({ place: 'lost', snapshot: null })
    expect(page.light()).toBe(false)
  })
})

describe('two pages of one person', () => {
  it('leave the chair to the newer one', async () => {
    const page = await seated()
    page.events.send({ type: 'moved', claim: 'c_1' })
    expect(page.state().place).toBe('circle')
    page.events.send({ type: 'moved', claim: 'c_other' })
    expect(page.state()).toMatchObject({ place: 'companion', chairAt: 'window', connection: 'left' })
    expect(page.light()).toBe(false)
    expect(page.asked).not.toContain('leave')
  })

  it('are not confused by a word about an older claim that arrives late', async () => {
    const page = await seated()
    page.events.send({ type: 'moved', claim: 'c_older' })
    page.events.send({ type: 'moved', claim: 'c_1' })
    expect(page.state().place).toBe('circle')
  })

  it('are told apart by the media server when the stream says nothing', async () => {
    const page = await seated()
    page.links.last().events.onEnded('duplicate')
    expect(page.state()).toMatchObject({ place: 'companion', chairAt: 'window' })
  })

  it('can take the chair back', async () => {
    const page = await seated()
    page.events.send({ type: 'moved', claim: 'c_1' })
    page.events.send({ type: 'moved', claim: 'c_other' })
    await page.session.acts.comeBackHere()
    await page.settle()
    page.links.last().accept()
    await page.settle()
    expect(page.state()).toMatchObject({ place: 'circle', connection: 'connected' })
  })
})

describe('a second screen', () => {
  async function companion(tab: { state: unknown } = { state: null }) {
    const page = await seated({ tab })
    page.events.send({ type: 'paired', at: 1 })
    page.events.send({ type: 'moved', claim: 'c_1' })
    page.events.send({ type: 'moved', claim: 'c_headset' })
    await page.settle()
    return page
  }

  it('hears nothing and says nothing, and goes on showing the meeting', async () => {
    const page = await companion()
    expect(page.state()).toMatchObject({ place: 'companion', chairAt: 'device', connection: 'left' })
    expect([page.hearing(), page.light(), page.links.last().closed()]).toEqual([null, false, true])
    const chimes = page.chimes.length
    page.snapshot({ hands: [stone] })
    page.snapshot({
      floor: { mode: 'piece', speaker: fern, fading: null, next: null, direction: 1, later: [], unhurried: false },
    })
    expect(page.state().snapshot?.floor.speaker).toBe(fern)
    expect(page.chimes).toHaveLength(chimes)
    page.session.acts.setMicrophoneWanted(true)
    await page.settle()
    expect(page.light()).toBe(false)
  })

  it('acts for the person who sits elsewhere', async () => {
    const page = await companion()
    await page.session.acts.raiseHand()
    page.session.acts.pause()
    await page.settle()
    expect(page.asked).toEqual(expect.arrayContaining(['command raise-hand', 'command rest']))
  })

  it('stays one when it is loaded again, and takes the chair back when that is pressed', async () => {
    const tab = { state: null }
    await companion(tab)
    const page = openPage({ me: { knock: 'admitted', identity: fern }, tab })
    await page.settle()
    expect(page.state()).toMatchObject({ place: 'companion', chairAt: 'device' })
    expect(page.asked).not.toContain('seat')
    await page.session.acts.comeBackHere()
    await page.settle()
    expect(page.state().place).toBe('circle')
    expect(tab.state).toBeNull()
  })

  it('is out with the person who left in the headset, or was removed there', async () => {
    const left = await companion()
    left.tell({ knock: 'left', identity: null })
    expect(left.state()).toMatchObject({ place: 'out', out: 'left', snapshot: null, identity: null })
    const removed = await companion()
    removed.tell({ knock: 'removed', identity: null })
    expect(removed.state()).toMatchObject({ place: 'out', out: 'removed', snapshot: null })
  })

  it('ends both when it leaves', async () => {
    const page = await companion()
    page.session.acts.leave()
    expect(page.state()).toMatchObject({ place: 'out', out: 'left' })
    expect(page.asked).toContain('leave')
  })

  it('is what a waiting page becomes, without a fight for the chair', async () => {
    const page = openPage({ me: { knock: 'waiting' } })
    await page.settle()
    page.events.send({ type: 'paired', at: 1 })
    expect(page.state()).toMatchObject({ place: 'waiting', chairAt: 'device' })
    page.tell({ knock: 'admitted', identity: fern })
    await page.settle()
    expect(page.state().place).toBe('companion')
    expect(page.asked).not.toContain('seat')
  })
})

describe('a pause that was pressed on the second screen', () => {
  const presence = (is: 'present' | 'resting') => ({
    participants: someSnapshot(['Quiet Fern', 'Warm Stone']).participants.map((one) =>
      one.identity === fern ? { ...one, presence: is } : one,
    ),
  })

  it('silences the page that has the chair, and its end opens nothing', async () => {
    const page = await seated()
    expect(page.light()).toBe(true)
    page.snapshot(presence('resting'))
    await page.settle()
    expect(page.light()).toBe(false)
    page.snapshot(presence('present'))
    await page.settle()
    expect([page.light(), page.state().microphone.wanted]).toEqual([false, false])
  })
})

describe('a page that came for six digits', () => {
  it('shows the keypad, whatever the server knows of this browser', async () => {
    const page = openPage({ path: '/pair' })
    page.server.refuse.set('me', { code: 'no-session' })
    await page.settle()
    expect(page.state().place).toBe('pairing')
    const known = openPage({ path: '/pair', me: { knock: 'admitted', identity: fern } })
    await known.settle()
    expect(known.state().place).toBe('pairing')
    expect(known.asked).not.toContain('seat')
  })

  it('sits down as whom the digits say, and forgets how it came', async () => {
    const page = openPage({ path: '/pair' })
    page.server.refuse.set('me', { code: 'no-session' })
    await page.settle()
    page.server.refuse.delete('me')
    page.server.now({ knock: 'admitted', identity: fern })
    page.session.acts.sitHere()
    await page.settle()
    expect(page.state().place).toBe('circle')
    expect(page.asked).toContain('seat')
    expect(page.addressBar.at(-1)).toBe('/')
  })

  it('keeps nothing of whoever this browser was before, not even an answer that is still on its way', async () => {
    const page = openPage({ path: '/pair', me: { keyHolder: true, name: 'Paper Moon' } })
    await page.settle()
    page.snapshot({})
    page.wake()
    page.server.now({ knock: 'waiting', keyHolder: false, name: 'Quiet Fern' })
    page.session.acts.sitHere()
    expect(page.state()).toMatchObject({ place: 'loading', me: null, snapshot: null, door: [] })
    await page.settle()
    expect(page.state()).toMatchObject({ place: 'waiting', me: { name: 'Quiet Fern' }, snapshot: null })
    expect(page.events.opened()).toBe(2)
  })
})

describe('the end of a page', () => {
  it('keeps the chair but leaves nothing running', async () => {
    const page = await seated()
    page.session.stop()
    await page.clock.pass(120_000)
    expect(page.clock.pending()).toBe(0)
    expect(page.links.last().closed()).toBe(true)
    expect(page.light()).toBe(false)
    expect(page.asked).not.toContain('leave')
    expect(page.events.closed()).toBe(true)
  })
})
