// What is said softly to the room, in one sentence each. Names are those that people chose; a missing one is "somebody".

import type { AnnouncementKind } from '#protocol/announcements.ts'

type Say = (name: string) => string

const SENTENCES: Readonly<Record<AnnouncementKind, Say>> = {
  'doors-opened': () => 'The doors are open.',
  'doors-closed': () => 'The doors are closed.',
  locked: () => 'The door is locked.',
  unlocked: () => 'The door is unlocked.',
  'floor-open': () => 'Everybody may speak.',
  'floor-hands': () => 'Raise a hand to speak; the facilitator calls one after another.',
  'floor-piece': () => 'The talking piece goes round: whoever holds it may speak.',
  'floor-one-voice': () => 'One voice speaks; all others listen.',
  'floor-silence': () => 'A quiet time. All microphones rest.',
  joined: (name) => `${name} sat down.`,
  left: (name) => `${name} left the circle.`,
  removed: (name) => `${name} was removed from the meeting.`,
  'chair-freed': (name) => `${name} lost the connection, and the chair is free again.`,
  held: (name) => `${name}’s microphone is held.`,
  released: (name) => `${name}’s microphone is released.`,
  hushed: () => 'Hush. All microphones are held and the door is locked.',
  unhushed: () => 'The hush is over. All is as it was before.',
  'role-handed': (name) => `${name} has a new role.`,
  'facilitator-away': () => 'The facilitator lost the connection. The circle goes on quietly; nobody new comes in.',
  'facilitator-back': () => 'The facilitator is back.',
  closing: () => 'The meeting closes in a minute.',
  ended: () => 'The meeting has ended.',
  environment: () => 'The room has changed.',
  called: (name) => `${name} has the word.`,
  'piece-passed': (name) => `${name} holds the talking piece.`,
  step: (title) => `Now: ${title}.`,
  'step-longer': (title) => `Two more minutes for: ${title}.`,
  'step-skipped': (title) => `We leave out: ${title}.`,
  'step-kept': (title) => `We keep: ${title}.`,
  'script-paused': () => 'We pause for a moment. Time stands still.',
  'script-resumed': () => 'We go on.',
  'script-ended': () => 'Our plan for today is done.',
  'lamp-lit': () => 'The lamp is lit.',
  'lamp-longer': () => 'A little more time.',
  'lamp-out': () => 'The lamp is out.',
  'by-door': (name) => `${name} listens for now.`,
  'from-door': (name) => `${name} is back in the round.`,
  aside: () => 'Two people step aside for a word. The circle goes on.',
  'aside-over': () => 'Those who were aside are back.',
  'care-pause': () => 'We pause for a moment. Whoever needs care has it.',
  'care-over': () => 'We go on, gently.',
  'chat-off': () => 'Writing is closed.',
  'chat-facilitator': () => 'You can write to those who run the meeting.',
  'chat-all': () => 'You can write to the circle. It is gone with the meeting.',
  poll: () => 'There is a question to answer, if you like.',
  'poll-closed': () => 'The question is closed.',
  milestone: (name) => `We mark something with ${name}. Let there be light.`,
  checkout: () => 'We close with one word or one gesture each.',
  'checkout-over': () => 'The round is done.',
  ring: () => 'A ring of light for all of us.',
  'ring-out': () => 'The ring of light fades.',
  'silence-over': () => 'The silence is over.',
}

/** What it means when it is about oneself; the kinds that are absent read well enough as they are. */
const TO_YOU: Readonly<Partial<Record<AnnouncementKind, string>>> = {
  joined: 'You are sitting in the circle.',
  held: 'Your microphone is held for now.',
  released: 'Your microphone is yours again.',
  'role-handed': 'You have a new role.',
  'by-door': 'You sit by the door for now: you hear everything and are not heard. It can be undone at any time.',
  'from-door': 'You are back in the round, and may be heard again.',
  called: 'You have the word.',
  'piece-passed': 'You hold the talking piece. Speak, or pass it on.',
}

/** Gives the sentence for an announcement; `toYou`: it is about the person who reads it. */
export function announcementSentence(kind: AnnouncementKind, about: string | null, toYou: boolean): string {
  return (toYou && TO_YOU[kind]) || SENTENCES[kind](about ?? 'Somebody')
}
