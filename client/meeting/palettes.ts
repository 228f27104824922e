// The colours of the hearth-folk: twelve palettes, each two tones of felt and a warm rim, as the page's portraits and the
// avatars in the room both use them. sRGB hex. Every body is light enough for dark eyes to be read on it in dim light.

import type { Palette } from '#protocol/meeting.ts'

export interface PaletteColours {
  /** How it is called in the chooser. */
  readonly label: string
  /** The felt of body and head. */
  readonly body: string
  /** The second tone: belly, muzzle, inside of ears, cloth. */
  readonly trim: string
  /** The edge that the fire lights. */
  readonly rim: string
}

export const PALETTE_COLOURS: Readonly<Record<Palette, PaletteColours>> = {
  ember: { label: 'Ember', body: '#d9894a', trim: '#f6d9b4', rim: '#ffc98a' },
  sea: { label: 'Sea', body: '#6fa3a3', trim: '#d9ebe6', rim: '#ffd9a6' },
  moss: { label: 'Moss', body: '#8ba57e', trim: '#e6ecd3', rim: '#ffdda0' },
  dusk: { label: 'Dusk', body: '#9a8bbb', trim: '#e4dcf0', rim: '#ffcfa8' },
  clay: { label: 'Clay', body: '#c9795c', trim: '#f3d3c2', rim: '#ffc492' },
  sand: { label: 'Sand', body: '#cdb18a', trim: '#f5e9d3', rim: '#ffe0b0' },
  plum: { label: 'Plum', body: '#96688a', trim: '#ecd3e2', rim: '#ffc3a0' },
  slate: { label: 'Slate', body: '#7f8d9c', trim: '#dde4ea', rim: '#ffd3a0' },
  honey: { label: 'Honey', body: '#dfae4f', trim: '#fbecc4', rim: '#ffdf98' },
  rose: { label: 'Rose', body: '#d4909a', trim: '#f8dfe0', rim: '#ffd0b0' },
  pine: { label: 'Pine', body: '#5c8a76', trim: '#cfe3d3', rim: '#ffd49a' },
  snow: { label: 'Snow', body: '#e3ddd3', trim: '#b7a894', rim: '#ffe6c4' },
}
