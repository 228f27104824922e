// Packs what was built, once: beside every text file lie a Brotli and a gzip version, which the server sends to whoever understands
// them (server/http/clientFiles.ts). Pictures and fonts are packed already.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TEXT = /\.(js|css|html|svg|json|glb)$/
/** Smaller files fit into one packet anyway. */
const WORTH_BYTES = 1000

/** @param {string} folder */
function packAll(folder) {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, entry)
    if (!TEXT.test(entry) || !statSync(path).isFile() || statSync(path).size < WORTH_BYTES) continue
    const bytes = readFileSync(path)
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }))
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

/** @returns {import('vite').Plugin} */
export function packFiles() {
  return {
    name: 'pack-files',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir) packAll(dir)
    },
  }
}
