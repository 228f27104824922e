// In and out of a headset that exists only here: nothing of the meeting moves, and what is off on the head is silent at once.

import { describe, expect, test } from 'vitest'
import { supportSentence, troubleSentence } from '../../../client/headset/headsetSentences.ts'
import { createMemoryHeadset, type MemoryHeadset } from '../../support/memoryHeadset.ts'
import { openPage } from '../../support/memorySession.ts'
import { identityOf } from '../../support/someSnapshot.ts'

async function seated(xr: MemoryHeadset) {
  const page = openPage({ me: { knock: 'admitted', identity: identityOf('Quiet Fern') }, xr })
  await page.settle()
  page.links.last().accept()
  await page.settle()
  await page.deliver()
  return page
}

const stateOf = (page: ReturnType<typeof openPage>) => page.session.headset.store.getState()

describe('going in and out', () => {
  test('asks for hands and for nothing else, and nothing of it is required', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    expect(xr.asked).toEqual([{ optionalFeatures: ['hand-tracking'] }])
  })

  test('changes neither chair nor connection nor microphone, twenty times in a row', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    const before = { asked: [...page.asked], microphone: page.state().microphone, connection: page.state().connection }
    expect(before.connection).toBe('connected')
    for (let n = 0; n < 20; n++) {
      await page.session.headset.enter()
      expect(stateOf(page).status).toBe('in')
      page.session.headset.leave()
      await page.settle()
      expect(stateOf(page).status).toBe('out')
    }
    const { microphone, connection } = page.state()
    expect({ asked: page.asked, microphone, connection }).toEqual(before)
    expect(xr.sessions.every((session) => session.ended)).toBe(true)
    expect(page.said()).toEqual([])
  })

  test('resumes the sound in the press', async () => {
    const xr = createMemoryHeadset()
    const page = openPage({ me: { knock: 'admitted' }, xr, soundNeedsPress: true })
    await page.settle()
    expect(page.state().sound).toBe('suspended')
    void page.session.headset.enter()
    expect(page.state().sound).toBe('running')
  })

  test('works from waiting, and one is still in the headset when one is let in', async () => {
    const xr = createMemoryHeadset()
    const page = openPage({ me: { knock: 'waiting' }, xr })
    await page.settle()
    await page.session.headset.enter()
    page.tell({ knock: 'admitted' })
    await page.settle()
    expect(page.state().place).toBe('circle')
    expect(stateOf(page).status).toBe('in')
  })

  test('is over as soon as one leaves the circle', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    page.session.acts.leave()
    expect(xr.sessions[0]?.ended).toBe(true)
  })

  test('is over when one’s chair is brought back to another page: nobody stands in the dark', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    page.events.send({ type: 'moved', claim: 'c_1' })
    page.events.send({ type: 'moved', claim: 'c_laptop' })
    await page.settle()
    expect(page.state().place).toBe('companion')
    expect(xr.sessions[0]?.ended).toBe(true)
    expect(stateOf(page).status).toBe('out')
  })

  test('when the system ends it, one is told that the chair is the same', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    await xr.sessions[0]?.end()
    expect(stateOf(page)).toMatchObject({ status: 'out', session: null })
    expect(page.said()).toEqual(['You are back on the flat page, in the same chair.'])
    expect(page.state().place).toBe('circle')
  })
})

describe('the browser’s own way in', () => {
  test('is offered once one waits or sits, and again when one is out', async () => {
    const xr = createMemoryHeadset(true)
    const page = openPage({ me: { knock: 'waiting' }, xr })
    await page.settle()
    expect(xr.offered()).toBe(true)
    xr.takeOffer()
    await page.settle()
    expect(stateOf(page).status).toBe('in')
    expect(xr.offered()).toBe(false)
    page.session.headset.leave()
    await page.settle()
    expect(xr.offered()).toBe(true)
  })

  test('is not offered on the porch', async () => {
    const xr = createMemoryHeadset(true)
    const page = openPage({ xr })
    await page.settle()
    expect(page.state().place).toBe('porch')
    expect(xr.offered()).toBe(false)
  })
})

describe('the system’s menu over the view', () => {
  test('changes nothing for the others', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    xr.sessions[0]?.becomes('visible-blurred')
    await page.deliver()
    expect(stateOf(page).visibility).toBe('visible-blurred')
    expect(page.state().microphone.status).toBe('live')
    xr.sessions[0]?.becomes('visible')
    expect(stateOf(page).asksToReturn).toBe(false)
  })
})

describe('a headset that is taken off', () => {
  test('silences the microphone in that moment and shows one as resting', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    expect(page.light()).toBe(true)
    xr.sessions[0]?.becomes('hidden')
    expect(page.light()).toBe(false)
    await page.settle()
    expect(page.asked).toContain('command rest')
  })

  test('asks before the microphone opens again', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    xr.sessions[0]?.becomes('hidden')
    await page.deliver()
    xr.sessions[0]?.becomes('visible')
    await page.deliver()
    expect(stateOf(page).asksToReturn).toBe(true)
    expect(page.light()).toBe(false)
    page.session.headset.comeBack(true)
    await page.deliver()
    expect(page.asked.at(-1)).toBe('command return')
    expect(page.light()).toBe(true)
    expect(stateOf(page).asksToReturn).toBe(false)
  })

  test('comes back without a voice when one says so', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    xr.sessions[0]?.becomes('hidden')
    xr.sessions[0]?.becomes('visible')
    page.session.headset.comeBack(false)
    await page.deliver()
    expect(page.light()).toBe(false)
    expect(page.state().microphone.wanted).toBe(false)
  })

  test('and goes to sleep leaves one resting on the flat page, silent until one says otherwise', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    xr.sessions[0]?.becomes('hidden')
    await xr.sessions[0]?.end()
    await page.deliver()
    expect(stateOf(page)).toMatchObject({ status: 'out', asksToReturn: false })
    expect(page.light()).toBe(false)
  })
})

describe('where there is no way in', () => {
  test.each([
    ['NotAllowedError', 'refused'],
    ['NotSupportedError', 'no-device'],
    ['SecurityError', 'forbidden'],
    ['InvalidStateError', 'busy'],
    ['UnknownError', 'failed'],
  ] as const)('a %s is the reason %s, and the chair is as it was', async (name, trouble) => {
    const xr = createMemoryHeadset()
    xr.answer = name
    const page = await seated(xr)
    await page.session.headset.enter()
    expect(stateOf(page)).toMatchObject({ status: 'out', trouble })
    expect(troubleSentence(trouble)).toMatch(/\.$/)
    expect(page.state()).toMatchObject({ place: 'circle', connection: 'connected' })
  })

  test('the browser, the address or the missing device is named', async () => {
    const none = openPage({ xr: null })
    expect(stateOf(none).support).toBe('no-webxr')
    const xr = createMemoryHeadset()
    xr.supported = false
    const page = openPage({ xr })
    await page.settle()
    expect(stateOf(page).support).toBe('no-device')
    xr.supported = 'forbidden'
    const other = openPage({ xr })
    await other.settle()
    expect(stateOf(other).support).toBe('forbidden')
    for (const support of ['no-webxr', 'not-secure', 'no-device', 'forbidden'] as const) {
      expect(supportSentence(support)).toMatch(/\.$/)
    }
  })

  test('a headset that is plugged in later is found', async () => {
    const xr = createMemoryHeadset()
    xr.supported = false
    const page = openPage({ xr })
    await page.settle()
    xr.plug(true)
    await page.settle()
    expect(stateOf(page).support).toBe('ready')
  })

  test('a room that cannot be drawn to it ends the session and says so', async () => {
    const xr = createMemoryHeadset()
    const page = await seated(xr)
    await page.session.headset.enter()
    page.session.headset.fail('no-space')
    await page.settle()
    expect(stateOf(page)).toMatchObject({ status: 'out', trouble: 'no-space' })
  })
})
