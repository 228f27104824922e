// The one panel of a headset as data: a title, a few lines, large buttons. It is shown twice, on the board beside the circle and
// where the hand is; what a button does is the same act as the page's button.

import type { Identity } from '#protocol/meeting.ts'
import type { Gesture } from '#protocol/signals.ts'
import type { Comfort } from '../comfort.ts'

/** One level deep: every page but `menu` has one way back. Pages that ask something come by themselves. */
export type PanelPage =
  | 'menu'
  | 'gestures'
  | 'now'
  | 'people'
  | 'person'
  | 'help'
  | 'numbers'
  | 'seat'
  | 'comfort'
  | 'door'
  | 'hush'
  | 'ask-return'
  | 'ask-pause'
  | 'ask-recentre'

export interface PanelPlace {
  readonly page: PanelPage
  /** Of a long list: the first one shown. */
  readonly from: number
  /** person: an identity · numbers: a country. */
  readonly about: string | null
}

export type PanelAct =
  | { readonly do: 'open'; readonly place: PanelPlace }
  | { readonly do: 'microphone' | 'turn' | 'rest' | 'leave' | 'flat' | 'recentre' | 'close' | 'hush' | 'withdraw' }
  | { readonly do: 'gesture'; readonly gesture: Gesture }
  | { readonly do: 'turn-body'; readonly left: boolean }
  | { readonly do: 'come-back'; readonly speak: boolean }
  | { readonly do: 'admit' | 'decline'; readonly knock: string }
  | { readonly do: 'hold' | 'release' | 'hand-piece' | 'call'; readonly to: Identity }
  | { readonly do: 'quieter'; readonly to: Identity; readonly gain: number }
  | { readonly do: 'comfort'; readonly change: Partial<Comfort> }
  | { readonly do: 'ask-recentre' }

export interface PanelButton {
  readonly label: string
  /** A second, smaller line: how it stands now. */
  readonly more?: string
  /** now: fits this moment most · calm: safe and quiet · danger: for the worst minute. */
  readonly tone?: 'now' | 'calm' | 'danger'
  /** Chosen, pressed or on; also said in words. */
  readonly on?: boolean
  /** As wide as the panel. */
  readonly wide?: boolean
  readonly act: PanelAct
}

export interface Panel {
  readonly title: string
  readonly lines: readonly string[]
  readonly buttons: readonly PanelButton[]
}

/** The first page, and each other one from its beginning. */
export function placeAt(page: PanelPage, about: string | null = null, from = 0): PanelPlace {
  return { page, from, about }
}

/** The button that opens a page. */
export function opens(label: string, page: PanelPage, more?: string, about: string | null = null): PanelButton {
  return { label, ...(more === undefined ? {} : { more }), act: { do: 'open', place: placeAt(page, about) } }
}

export const BACK: PanelButton = { label: 'Back', act: { do: 'open', place: placeAt('menu') } }
