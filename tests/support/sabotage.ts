// Takes something out of the picture behind the client's back, at the last moment: for proving that a test of pictures would see it.

import type { Page } from 'playwright-core'

export const SABOTAGES = ['black', 'chairs', 'light'] as const
export type Sabotage = (typeof SABOTAGES)[number]

/** So many people, and chairs, has a scene that is sabotaged. */
export const SABOTAGED_PEOPLE = 9

/** To run before the page's own scripts: draws and uniforms go through here, unharmed until `sabotage` is called. */
export const SABOTEUR = `
  window.sabotage = null
  {
    const gl = WebGL2RenderingContext.prototype
    const DARK = { black: /^uTint/, light: /^u(Probe|Fire)/ }
    const darkened = (name) => DARK[window.sabotage]?.test(name) ?? false
    const zero = (value) => (typeof value === 'number' ? 0 : value.map(() => 0))
    const names = new WeakMap()
    /** By program: what was last set, by name, and under which sabotage. */
    const set = new WeakMap()
    let current = null

    const getUniformLocation = gl.getUniformLocation
    gl.getUniformLocation = function (program, name) {
      const location = getUniformLocation.call(this, program, name)
      if (location) names.set(location, name)
      return location
    }
    for (const method of ['uniform3f', 'uniform4f', 'uniform3fv', 'uniform4fv']) {
      const original = gl[method]
      gl[method] = function (location, ...values) {
        const name = names.get(location) ?? ''
        // Three sets what has not changed only once, so it is set again by us when the sabotage changes.
        const again = () => original.call(this, location, ...(darkened(name) ? values.map(zero) : values))
        if (/^u(Tint|Probe|Fire)/.test(name)) set.get(current)?.again.set(name, again)
        again()
      }
    }
    const useProgram = gl.useProgram
    gl.useProgram = function (program) {
      useProgram.call(this, program)
      current = program
      if (!program) return
      if (!set.has(program)) set.set(program, { under: null, again: new Map() })
      const known = set.get(program)
      if (known.under === window.sabotage) return
      known.under = window.sabotage
      for (const again of known.again.values()) again()
    }

    // Chairs are drawn before the people who sit in them, as many at once.
    let drawn = 0
    const next = () => {
      drawn = 0
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    const drawElementsInstanced = gl.drawElementsInstanced
    gl.drawElementsInstanced = function (...all) {
      if (all[4] === ${SABOTAGED_PEOPLE} && drawn++ === 0 && window.sabotage === 'chairs') return
      return drawElementsInstanced.apply(this, all)
    }
  }`

declare global {
  interface Window {
    sabotage?: Sabotage | null
  }
}

/** Takes something out of every frame from now on; null gives it back. */
export async function sabotage(page: Page, what: Sabotage | null): Promise<void> {
  await page.evaluate((one) => {
    window.sabotage = one
  }, what)
}
