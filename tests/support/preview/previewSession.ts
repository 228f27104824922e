// A session without a server: it shows one scene and answers presses just enough to be looked at.

import { createStore } from 'zustand/vanilla'
import type { Session, SessionState } from '../../../client/meeting/session.ts'
import { createHeadset } from '../../../client/headset/createHeadset.ts'
import { createSettings } from '../../../client/settings/settings.ts'
import { SOME_SCRIPT } from './someScript.ts'

const NAMES = ['Amber Lark', 'Slow River', 'Warm Stone', 'Paper Moon']

const ANSWERS: Readonly<Record<string, unknown>> = {
  '/api/scripts': { scripts: [], templates: [SOME_SCRIPT] },
  '/api/pair': { code: '482913' },
  '/api/pair/offer': { code: '706254', secret: 'x'.repeat(43) },
  '/api/pair/collect': { paired: false },
}

export function createPreviewSession(scene: SessionState): Session {
  const store = createStore<SessionState>(() => scene)
  const said = async () => null
  const noted = (text: string) =>
    store.setState(({ notes }) => ({
      notes: [...notes, { id: notes.length + 100, text, tone: 'calm', atMs: performance.now() }],
    }))
  const presence = (to: 'present' | 'resting' | 'porch') =>
    store.setState(({ snapshot, identity }) => ({
      snapshot: snapshot && {
        ...snapshot,
        participants: snapshot.participants.map((one) => (one.identity === identity ? { ...one, presence: to } : one)),
      },
    }))
  const wanted = (want: boolean) =>
    store.setState(({ microphone }) => ({ microphone: { ...microphone, wanted: want, status: want ? 'live' : 'off' } }))
  let asked = 0
  const acts = { pause() {}, resume() {}, setMicrophoneWanted() {}, resumeSound() {} }
  const headset = createHeadset({ xr: null, secure: true, store, acts, notes: { add: noted }, hands: () => true })
  return {
    store,
    headset,
    settings: createSettings(typeof localStorage === 'undefined' ? null : localStorage),
    devices: {
      list: createStore(() => ({
        inputs: [
          { id: 'a', label: 'Built-in microphone' },
          { id: 'b', label: 'Headset' },
        ],
        outputs: [],
      })),
      chooseInput() {},
      chooseOutput() {},
    },
    presence: { setOwn() {}, sample: () => false },
    ask: async (_method, path, read) => {
      const value = read(ANSWERS[path] ?? null)
      return value === undefined ? { ok: false, refusal: { code: 'offline' } } : { ok: true, value }
    },
    voices: { level: () => 0, setListener() {} },
    acts: {
      practise: async () => null,
      async knock() {
        store.setState(({ me }) => ({
          place: 'waiting',
          me: me && { ...me, knock: 'waiting', waitingSince: Date.now() },
        }))
        return null
      },
      async withdraw() {
        store.setState({ place: 'porch', out: null })
      },
      suggestName: async () => NAMES[asked++ % NAMES.length]!,
      async send(command) {
        noted(JSON.stringify(command))
        return null
      },
      toggleMicrophone: () => wanted(!store.getState().microphone.wanted),
      setMicrophoneWanted: wanted,
      say: said,
      giveFeedback: said,
      onVanish: () => () => {},
      raiseHand: said,
      lowerHand: said,
      pass: said,
      pause: () => presence('resting'),
      stepOut: () => presence('porch'),
      resume: () => presence('present'),
      comeBackFromWord: said,
      gesture: (gesture) => noted(gesture),
      askToRecentre: () => noted('ask to recentre'),
      setQuieter: (identity, gain) => store.setState(({ quieter }) => ({ quieter: { ...quieter, [identity]: gain } })),
      async comeBackHere() {},
      sitHere() {},
      resumeSound: () => store.setState({ sound: 'running' }),
      leave: () => store.setState({ place: 'out', out: 'left' }),
      vanish: () => location.replace('about:blank'),
      dismissNote: (id) => store.setState(({ notes }) => ({ notes: notes.filter((note) => note.id !== id) })),
    },
    async checkMicrophone(onLevel) {
      const timer = setInterval(() => onLevel(0.2 + 0.5 * Math.abs(Math.sin(performance.now() / 300))), 66)
      return { stop: () => clearInterval(timer) }
    },
    stop() {},
  }
}
