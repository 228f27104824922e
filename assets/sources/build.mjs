// Makes the rooms: models and bakes them with Blender (a Python module), then packs each into one small GLB and its JSON.
// Not part of the app: the GLBs are committed, so nobody needs this to run or test Hearthside.
//
//   npm run assets -- [room...] [--preview] [--pack]
//
// --preview bakes small and fast; --pack skips Blender and packs what the last bake left. See README.md beside this file.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const OUT = join(HERE, '..', 'rooms')
const CACHE = process.env.HEARTHSIDE_CACHE ?? join(homedir(), '.cache', 'hearthside')
const WORK = join(CACHE, 'work')
const PYTHON = join(CACHE, 'bpy', 'bin', 'python')
const BLENDER = 'bpy==4.5.15'
const LIBRARIES = 'libxrender1 libxi6 libxkbcommon0 libsm6 libgl1 libegl1 libxfixes3 libxxf86vm1'
const NODE_TOOLS = [
  '@gltf-transform/core@4.5.1',
  '@gltf-transform/extensions@4.5.1',
  '@gltf-transform/functions@4.5.1',
  'meshoptimizer@1.3.0',
  'sharp@0.35.5',
]
/** Finished bakes: side of the texture, side of its light map, samples, WebP quality; bits of a position, where a room is wide. */
const ROOMS = {
  lounge: { side: 2048, light: 1024, samples: 32, quality: 82 },
  quiet: { side: 2048, light: 1024, samples: 28, quality: 84 },
  beach: { side: 2048, light: 1024, samples: 28, quality: 88, bits: 16 },
  forest: { side: 2048, light: 1024, samples: 28, quality: 76 },
}
const CHAIR = { side: 512, light: 512, samples: 96, quality: 84 }

function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))))
  })
}

/** Puts Blender's Python module and the glTF tools into a cache outside the repository, once. */
async function prepare(needsBlender) {
  mkdirSync(WORK, { recursive: true })
  // The mark is made last: an installation that was cut short is begun again.
  const ready = join(CACHE, 'bpy', BLENDER)
  if (needsBlender && !existsSync(ready)) {
    await run(process.env.PYTHON ?? 'python3.11', ['-m', 'venv', join(CACHE, 'bpy')])
    await run(PYTHON, ['-m', 'pip', 'install', '--quiet', BLENDER])
    await run(PYTHON, ['-c', 'import bpy']).catch(() => {
      throw new Error(`Blender's module does not start. On Debian it needs: ${LIBRARIES}`)
    })
    writeFileSync(ready, '')
  }
  const tools = join(CACHE, 'gltf')
  if (!existsSync(join(tools, 'node_modules', 'sharp'))) {
    mkdirSync(tools, { recursive: true })
    await run('npm', ['install', '--silent', '--prefix', tools, ...NODE_TOOLS])
  }
  const require = createRequire(join(tools, 'index.js'))
  const load = (name) => import(pathToFileURL(require.resolve(name)).href)
  return {
    core: await load('@gltf-transform/core'),
    extensions: await load('@gltf-transform/extensions'),
    functions: await load('@gltf-transform/functions'),
    meshopt: await load('meshoptimizer'),
    sharp: (await load('sharp')).default,
  }
}

function bake(name, { side, light, samples }, preview) {
  const size = preview ? [side, 512, 24] : [side, light, samples]
  const args = ['make.py', name, WORK, '--side', size[0], '--light', size[1], '--samples', size[2]]
  const threads = process.env.HEARTHSIDE_THREADS ?? '1'
  return run('nice', ['-n', '19', PYTHON, ...args.map(String), '--threads', threads], { cwd: HERE })
}

/** The same triangles, fewer: what a chair is drawn as in a large circle. Shares its corners with the original. */
function coarser(index, position, { MeshoptSimplifier }) {
  const [fewer, error] = MeshoptSimplifier.simplify(index, position, 3, Math.round(index.length * 0.15) * 3, 0.03)
  console.log(
    `far: ${fewer.length / 3} of ${index.length / 3} triangles, off by ${(error * 100).toFixed(1)} % of its size at most`,
  )
  return fewer
}

/** Packs WORK/<name>.{png,bin,mesh.json} into rooms/<name>.glb: unlit, quantised, meshopt, WebP. Returns its size. */
async function pack(name, { quality, bits = 14 }, { core, extensions, functions, meshopt, sharp }) {
  const bytes = readFileSync(join(WORK, name + '.bin'))
  const meshes = JSON.parse(readFileSync(join(WORK, name + '.mesh.json'), 'utf8'))
  const webp = await sharp(join(WORK, name + '.png'))
    .webp({ quality, smartSubsample: true, effort: 6 })
    .toBuffer()

  const doc = new core.Document()
  doc.getRoot().getAsset().generator = 'hearthside'
  const buffer = doc.createBuffer()
  const scene = doc.createScene(name)
  const unlit = doc.createExtension(extensions.KHRMaterialsUnlit).createUnlit()
  doc.createExtension(extensions.EXTTextureWebP).setRequired(true)
  const texture = doc.createTexture(name).setMimeType('image/webp').setImage(webp)
  const material = doc.createMaterial(name).setBaseColorTexture(texture).setExtension('KHR_materials_unlit', unlit)
  material.setRoughnessFactor(1).setMetallicFactor(0)
  const view = ([offset, length], Type) =>
    new Type(bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + 4 * length))
  let triangles = 0
  await meshopt.MeshoptSimplifier.ready
  for (const [node, { position, uv, index }] of Object.entries(meshes)) {
    const accessor = (type, array) => doc.createAccessor().setType(type).setArray(array).setBuffer(buffer)
    const primitive = doc
      .createPrimitive()
      .setAttribute('POSITION', accessor('VEC3', view(position, Float32Array)))
      .setAttribute('TEXCOORD_0', accessor('VEC2', view(uv, Float32Array)))
      .setIndices(accessor('SCALAR', view(index, Uint32Array)))
      .setMaterial(material)
    const stand = (as, shape) => scene.addChild(doc.createNode(as).setMesh(doc.createMesh(as).addPrimitive(shape)))
    stand(node, primitive)
    triangles += index[1] / 3
    if (node !== 'chair') continue
    const fewer = coarser(view(index, Uint32Array), view(position, Float32Array), meshopt)
    stand('far', primitive.clone().setIndices(accessor('SCALAR', fewer)))
  }
  await meshopt.MeshoptEncoder.ready
  await doc.transform(
    functions.reorder({ encoder: meshopt.MeshoptEncoder, target: 'size' }),
    functions.quantize({ quantizePosition: bits, quantizeTexcoord: 14, quantizationVolume: 'scene' }),
  )
  doc
    .createExtension(extensions.EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: extensions.EXTMeshoptCompression.EncoderMethod.QUANTIZE })
  const io = new core.NodeIO().registerExtensions(extensions.ALL_EXTENSIONS).registerDependencies({
    'meshopt.encoder': meshopt.MeshoptEncoder,
    'meshopt.decoder': meshopt.MeshoptDecoder,
  })
  const path = join(OUT, name + '.glb')
  await io.write(path, doc)
  const size = statSync(path).size
  console.log(
    `${name}.glb ${Math.round(size / 1024)} KB, of it texture ${Math.round(webp.length / 1024)} KB, ${triangles} triangles`,
  )
  return { bytes: size, triangles }
}

/** Writes rooms/<id>.json: what the client needs to know about a room beside its GLB. */
function describe(id, room, chair) {
  const { probe, dim, tint, ...facts } = JSON.parse(readFileSync(join(WORK, id + '.facts.json'), 'utf8'))
  const dimmed = probe.map((value, i) => Number((value * dim[i % 3]).toFixed(4)))
  const description = {
    ...facts,
    probe: { full: probe, dim: dimmed },
    dim,
    tint: { full: tint, dim: tint.map((value, i) => Number((value * dim[i]).toFixed(3))) },
    bytes: room.bytes + (chair?.bytes ?? 0),
    triangles: room.triangles,
    chairTriangles: chair?.triangles,
  }
  const text = JSON.stringify(description, null, 2).replace(
    /\[\n\s+(-?\d[^\]]*?)\n\s+\]/g,
    (_, list) => `[${list.replace(/\s+/g, ' ')}]`,
  )
  writeFileSync(join(OUT, id + '.json'), text + '\n')
}

const args = process.argv.slice(2)
const flags = new Set(args.filter((arg) => arg.startsWith('--')))
const names = args.filter((arg) => !arg.startsWith('--'))
for (const name of names)
  if (!ROOMS[name]) throw new Error(`no room called ${name}; there are ${Object.keys(ROOMS).join(', ')}`)

mkdirSync(OUT, { recursive: true })
const tools = await prepare(!flags.has('--pack'))
for (const name of names.length ? names : Object.keys(ROOMS)) {
  const chairName = name + '-chair'
  if (!flags.has('--pack')) {
    await bake(name, ROOMS[name], flags.has('--preview'))
    await bake(chairName, CHAIR, flags.has('--preview'))
  }
  const room = await pack(name, ROOMS[name], tools)
  const chair = existsSync(join(WORK, chairName + '.bin')) ? await pack(chairName, CHAIR, tools) : undefined
  describe(name, room, chair)
}
