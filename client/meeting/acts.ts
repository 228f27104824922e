// Every act of a person, each one function: what is local happens at once, what the server decides is asked of it,
// and a refusal becomes both a value and a sentence.

import type { Me } from '#protocol/api.ts'
import type { CommandType, MeetingCommand } from '#protocol/commands.ts'
import type { Answer, Api, Refusal } from '../api/api.ts'
import type { Sound } from '../audio/sound.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Circle, Stay } from './circle.ts'
import { errorSentence } from './errorSentences.ts'
import type { Follow } from './follow.ts'
import type { Notes } from './notes.ts'
import type { Local } from './placeOf.ts'
import type { SessionActs, SessionState } from './session.ts'
import type { SessionStore } from './sessionStore.ts'

export interface ActsOptions {
  readonly api: Api
  readonly store: SessionStore
  readonly settings: SettingsStore
  readonly circle: Circle
  readonly follow: Follow
  readonly sound: Sound
  readonly notes: Notes
  readonly takeMe: (me: Me) => void
  readonly setLocal: (change: Partial<Local>) => void
  /** Puts a neutral page in the place of this one. */
  readonly vanish: () => void
  /** Finds out anew who this browser is. */
  readonly arriveAnew: () => void
}

/** Creates the acts. */
export function createActs(options: ActsOptions): SessionActs {
  const { api, store, settings, circle, follow, sound, notes, takeMe, setLocal, arriveAnew } = options
  /** What ends with the page when it has to be gone, after the microphone: the headset's session. */
  const beforeGone = new Set<() => void>()
  /** How one wants to be here, until the server has heard it. */
  let stayWanted: Stay | null = null

  function refused(answer: Answer<unknown>, act?: CommandType): Refusal | null {
    if (answer.ok) return null
    notes.add(errorSentence(answer.refusal.code, act), 'attention')
    return answer.refusal
  }

  async function send(command: MeetingCommand): Promise<Refusal | null> {
    const answer = await api.command(command)
    if (answer.ok) follow.take(answer.value)
    return refused(answer, command.type)
  }

  function setMicrophoneWanted(wanted: boolean) {
    circle.microphone.setWanted(wanted)
    if (!settings.getState().holdToTalk) settings.setState({ microphoneWanted: wanted })
  }

  /** Resting and stepping out are local first; the server hears of them when it can. */
  async function tellStay() {
    while (stayWanted !== null) {
      const told = stayWanted
      const answer = await api.command({ type: told })
      if (answer.ok) follow.take(answer.value)
      if (told !== stayWanted) continue
      const again = !answer.ok && (answer.refusal.code === 'offline' || answer.refusal.code === 'unavailable')
      stayWanted = null
      if (again) stayUntold = told
    }
  }
  let stayUntold: Stay | null = null
  function setStay(stay: Stay) {
    circle.setStay(stay)
    if (stay !== 'return') setMicrophoneWanted(false)
    stayUntold = null
    const busy = stayWanted !== null
    stayWanted = stay
    if (!busy) void tellStay()
  }
  store.subscribe(({ connection }, before) => {
    if (connection !== 'connected' || before.connection === 'connected' || stayUntold === null) return
    setStay(stayUntold)
  })

  const presenceIn = ({ snapshot, identity }: SessionState) =>
    snapshot?.participants.find((one) => one.identity === identity)?.presence
  // A pause that one took on one's second screen silences this page as well. Nothing pressed there ever opens a microphone.
  store.subscribe((now, before) => {
    const presence = presenceIn(now)
    if (stayWanted !== null || now.place !== 'circle' || presence === presenceIn(before)) return
    if (presence === 'resting' || presence === 'porch') {
      circle.setStay(presence === 'porch' ? 'step-out' : 'rest')
      setMicrophoneWanted(false)
    } else if (presence === 'present') circle.setStay('return')
  })

  return {
    async knock(knock) {
      sound.resume()
      setLocal({ left: false, chairAt: null, again: false, ended: false })
      const answer = await api.knock(knock)
      if (answer.ok) takeMe(answer.value)
      return refused(answer)
    },
    async practise(scenario) {
      sound.resume()
      const { me } = store.getState()
      if (!me) return null
      setLocal({ left: false, chairAt: null, again: false, ended: false })
      const answer = await api.practise({ scenario, name: me.name, avatar: me.avatar })
      if (answer.ok) takeMe(answer.value)
      return refused(answer)
    },
    async withdraw() {
      setLocal({ left: false, again: true, ended: false })
      const answer = await api.withdraw()
      if (answer.ok) takeMe(answer.value)
      else refused(answer)
    },
    async suggestName() {
      const answer = await api.pseudonym()
      return answer.ok ? answer.value : null
    },
    send,
    toggleMicrophone: () => setMicrophoneWanted(!store.getState().microphone.wanted),
    setMicrophoneWanted,
    giveFeedback: async (answer) => refused(await api.giveFeedback(answer)),
    say: async (text) => refused(await api.say(text)),
    raiseHand: () => send({ type: 'raise-hand' }),
    lowerHand: () => send({ type: 'lower-hand' }),
    pass: () => send({ type: 'pass' }),
    pause: () => setStay('rest'),
    stepOut: () => setStay('step-out'),
    resume: () => setStay('return'),
    async comeBackFromWord() {
      circle.comeBack()
      return send({ type: 'leave-word' })
    },
    gesture: (gesture) => circle.gesture(gesture),
    askToRecentre: () => circle.askToRecentre(),
    setQuieter(identity, gain) {
      const quieter = { ...store.getState().quieter, [identity]: Math.max(0, Math.min(1, gain)) }
      store.setState({ quieter })
      sound.setQuieter(quieter)
      settings.setState({ quieter: { meeting: store.getState().snapshot?.meeting ?? null, gains: quieter } })
    },
    async comeBackHere() {
      sound.resume()
      setLocal({ left: false, chairAt: null })
      const answer = await api.me()
      if (answer.ok) takeMe(answer.value)
      else refused(answer)
    },
    sitHere() {
      sound.resume()
      arriveAnew()
    },
    resumeSound: () => sound.resume(),
    leave() {
      circle.leave()
      api.leave()
      setLocal({ left: true })
    },
    vanish() {
      circle.leave()
      for (const end of beforeGone) end()
      api.leave()
      options.vanish()
    },
    onVanish(end) {
      beforeGone.add(end)
      return () => beforeGone.delete(end)
    },
    dismissNote: (id) => notes.dismiss(id),
  }
}
