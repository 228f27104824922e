// A scene of three with nothing in it: what a frame costs before anything of ours is drawn.

import { PerspectiveCamera, Scene, WebGLRenderer } from 'three'

const renderer = new WebGLRenderer({ antialias: true })
renderer.setSize(innerWidth, innerHeight)
document.body.append(renderer.domElement)
const scene = new Scene()
const camera = new PerspectiveCamera(56, innerWidth / innerHeight, 0.05, 200)
renderer.setAnimationLoop(() => renderer.render(scene, camera))
