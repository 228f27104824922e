// The same people as plain meshes of three, six for each (head, two eyes, body, two hands), moved as one would: `#50` says how many.

import { Group, Mesh, MeshLambertMaterial, PerspectiveCamera, Scene, SphereGeometry, WebGLRenderer } from 'three'
import { AmbientLight } from 'three'
import { createWandering, FRAMES_PER_POSE, wander } from '../../tests/support/wander.ts'

const count = Number(location.hash.slice(1))
const renderer = new WebGLRenderer({ antialias: true })
renderer.setSize(innerWidth, innerHeight)
document.body.append(renderer.domElement)
const scene = new Scene()
scene.add(new AmbientLight(0xffffff, 2))
const camera = new PerspectiveCamera(56, innerWidth / innerHeight, 0.05, 200)
camera.position.set(0, 1.2, 4)

const shape = new SphereGeometry(1, 16, 12)
const part = (size: number, colour: number, x: number, y: number, z: number) => {
  const mesh = new Mesh(shape, new MeshLambertMaterial({ color: colour }))
  mesh.scale.setScalar(size)
  mesh.position.set(x, y, z)
  return mesh
}

const people = Array.from({ length: count }, (_, i) => {
  const group = new Group()
  const head = new Group()
  head.add(part(0.16, 0xd79a80, 0, 0, 0), part(0.02, 0x111111, -0.06, 0, -0.15), part(0.02, 0x111111, 0.06, 0, -0.15))
  const hands = [part(0.05, 0xd79a80, 0, 0, 0), part(0.05, 0xd79a80, 0, 0, 0)] as const
  group.add(head, part(0.25, 0x4f8a8b, 0, 0.7, 0), ...hands)
  group.position.set(Math.sin((i / count) * 6.28) * 3, 0, Math.cos((i / count) * 6.28) * 3)
  scene.add(group)
  return { head, hands, wish: createWandering() }
})

let frame = 0
renderer.setAnimationLoop(() => {
  frame++
  const seconds = performance.now() / 1000
  people.forEach(({ head, hands, wish }, i) => {
    if (i % FRAMES_PER_POSE === frame % FRAMES_PER_POSE) wander(i, seconds, wish)
    head.position.lerp({ x: wish.x, y: 1.2 + wish.y, z: wish.z }, 0.2)
    head.rotation.set(wish.pitch, wish.yaw, 0)
    hands.forEach((hand, side) => {
      const to = wish.hands[side]
      if (to) hand.position.lerp({ x: to.x, y: 1.2 + to.y, z: to.z }, 0.2)
    })
  })
  renderer.render(scene, camera)
})
