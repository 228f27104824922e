// Brings a large picture to the graphics card in strips, with a pause after each, so that a change of room never holds up a frame.

import { Box2, Texture, Vector2, type WebGLRenderer } from 'three'

/** Rows of a strip: 2048 × 128 pixels are a megabyte. */
const ROWS = 128
const PAUSE_MS = 12

/** Uploads `picture`, whose image is decoded already; it may be drawn when the promise is kept. Stops early when `signal` aborts. */
export async function uploadSlowly(renderer: WebGLRenderer, picture: Texture, signal: AbortSignal): Promise<void> {
  const { image, source } = picture
  if (!(image instanceof ImageBitmap)) return
  // Room for the picture first, without its pixels.
  source.dataReady = false
  renderer.initTexture(picture)
  source.dataReady = true
  const whole = new Texture(image)
  const strip = new Box2()
  const to = new Vector2()
  for (let row = 0; row < image.height && !signal.aborted; row += ROWS) {
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS)
    })
    const end = Math.min(image.height, row + ROWS)
    strip.min.set(0, row)
    strip.max.set(image.width, end)
    // Smaller versions are made from the whole, once.
    picture.generateMipmaps = end === image.height
    renderer.copyTextureToTexture(whole, picture, strip, to.set(0, row))
  }
  picture.generateMipmaps = true
}
