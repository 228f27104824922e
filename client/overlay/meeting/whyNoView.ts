// Whether this browser can draw the room at all.

/** The reason in a sentence, or null when it can. */
export function whyNoView(): string | null {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2')
  if (!context) return 'This browser cannot draw the room.'
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return null
}
