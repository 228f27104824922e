// Leaves out of three what the space never uses: it shades everything itself (docs/decisions/0011), so the sources of three's own
// materials, 23 KB gzipped, would be carried to every visitor and never compiled. What three's renderer itself asks for stays.

const CHUNK = /\/three\/src\/renderers\/shaders\/(ShaderChunk|ShaderLib)\/(\w+)\.glsl\.js$/
/** The renderer puts it into every program that is not raw. */
const NEEDED = new Set(['colorspace_pars_fragment'])

/** @returns {import('vite').Plugin} */
export function ownShadersOnly() {
  return {
    name: 'own-shaders-only',
    apply: 'build',
    enforce: 'pre',
    // The package's bundle cannot be taken apart; its sources can.
    config: () => ({ resolve: { alias: [{ find: /^three$/, replacement: 'three/src/Three.js' }] } }),
    load(id) {
      const [, kind, name = ''] = CHUNK.exec(id) ?? []
      if (kind === undefined || NEEDED.has(name)) return null
      return kind === 'ShaderLib' ? "export const vertex = ''\nexport const fragment = ''\n" : "export default ''\n"
    },
  }
}
