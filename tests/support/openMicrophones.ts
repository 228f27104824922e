// Counts the microphones that a page has open at the device: as long as there is one, the browser's recording light is on.

import type { Page } from 'playwright-core'

declare global {
  interface Window {
    hearthsideMicrophones?: MediaStreamTrack[]
  }
}

/** To be run before the page's own scripts. */
export const MICROPHONE_WATCH = `(${watchMicrophones.toString()})()`

/** How many tracks of a microphone, copies included, are live in the page. */
export async function openMicrophones(page: Page): Promise<number> {
  return page.evaluate(() => (window.hearthsideMicrophones ?? []).filter((track) => track.readyState === 'live').length)
}

/** Runs in the page. */
function watchMicrophones(): void {
  if (!('mediaDevices' in navigator)) return
  const opened: MediaStreamTrack[] = (window.hearthsideMicrophones = [])
  const media = navigator.mediaDevices
  const open = media.getUserMedia.bind(media)
  const remember = (track: MediaStreamTrack): MediaStreamTrack => {
    opened.push(track)
    const clone = track.clone.bind(track)
    track.clone = () => remember(clone())
    return track
  }
  media.getUserMedia = async (constraints) => {
    const stream = await open(constraints)
    for (const track of stream.getAudioTracks()) remember(track)
    return stream
  }
}
