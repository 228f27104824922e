// The same people in A-Frame with networked-aframe: its own networked entities, six meshes for each, fed by an adapter that invents
// everybody: `#50` says how many.

import { createWandering, FRAMES_PER_POSE, wander } from '../../tests/support/wander.ts'

type Receive = (from: string, type: string, data: unknown) => void

interface NetworkedAFrame {
  readonly adapters: { register(name: string, adapter: unknown): void }
  readonly schemas: { add(schema: unknown): void }
}

declare const NAF: NetworkedAFrame

const count = Number(location.hash.slice(1))
const TEMPLATE = '#person'
const PARTS = ['.head', '.left', '.right'] as const
const at = createWandering()
const degrees = (radians: number) => (radians * 180) / Math.PI

/** What somebody's browser would send: their own entity, and position and turn of each part. */
function updateOf(person: number, seconds: number, first: boolean) {
  wander(person, seconds, at)
  const angle = (person / count) * 2 * Math.PI
  const rest = { x: 0, y: 0, z: 0 }
  const [left, right] = at.hands
  const components: unknown[] = [
    { x: Math.sin(angle) * 3, y: 0, z: Math.cos(angle) * 3 },
    { x: 0, y: degrees(angle), z: 0 },
    { x: at.x, y: 1.2 + at.y, z: at.z },
    { x: degrees(at.pitch), y: degrees(at.yaw), z: 0 },
    { x: left.x, y: 1.2 + left.y, z: left.z },
    rest,
    { x: right.x, y: 1.2 + right.y, z: right.z },
    rest,
  ]
  return {
    networkId: `n${person}`,
    owner: `c${person}`,
    creator: `c${person}`,
    lastOwnerTime: 1,
    template: TEMPLATE,
    persistent: false,
    parent: null,
    isFirstSync: first,
    components: Object.fromEntries(components.entries()),
  }
}

class InventedPeople {
  connected: (id: string) => void = () => {}
  opened: (id: string) => void = () => {}
  receive: Receive = () => {}
  setServerUrl() {}
  setApp() {}
  setRoom() {}
  setWebRtcOptions() {}
  setServerConnectListeners(connected: (id: string) => void) {
    this.connected = connected
  }
  setRoomOccupantListener() {}
  setDataChannelListeners(opened: (id: string) => void, _closed: unknown, receive: Receive) {
    this.opened = opened
    this.receive = receive
  }
  connect() {
    this.connected('me')
    for (let person = 0; person < count; person++) {
      this.opened(`c${person}`)
      this.receive(`c${person}`, 'u', updateOf(person, 0, true))
    }
    let frame = 0
    const feed = (nowMs: number) => {
      requestAnimationFrame(feed)
      frame++
      for (let person = frame % FRAMES_PER_POSE; person < count; person += FRAMES_PER_POSE) {
        this.receive(`c${person}`, 'um', { d: [updateOf(person, nowMs / 1000, false)] })
      }
    }
    requestAnimationFrame(feed)
    return Promise.resolve()
  }
  shouldStartConnectionTo = () => true
  startStreamConnection() {}
  closeStreamConnection() {}
  getConnectStatus = () => 'IS_CONNECTED'
  getMediaStream = () => Promise.reject(new Error('nobody speaks here'))
  getServerTime = () => Date.now()
  sendData() {}
  sendDataGuaranteed() {}
  broadcastData() {}
  broadcastDataGuaranteed() {}
  disconnect() {}
}

NAF.adapters.register('invented', InventedPeople)
NAF.schemas.add({
  template: TEMPLATE,
  components: [
    'position',
    'rotation',
    ...PARTS.flatMap((selector) => ['position', 'rotation'].map((component) => ({ selector, component }))),
  ],
})

const PERSON = `
  <template id="person">
    <a-entity class="person">
      <a-entity class="head">
        <a-sphere radius="0.16" color="#d79a80" segments-width="16" segments-height="12"></a-sphere>
        <a-sphere radius="0.02" color="#111" position="-0.06 0 -0.15" segments-width="16" segments-height="12"></a-sphere>
        <a-sphere radius="0.02" color="#111" position="0.06 0 -0.15" segments-width="16" segments-height="12"></a-sphere>
      </a-entity>
      <a-sphere radius="0.25" color="#4f8a8b" position="0 0.7 0" segments-width="16" segments-height="12"></a-sphere>
      <a-entity class="left"><a-sphere radius="0.05" color="#d79a80" segments-width="16" segments-height="12"></a-sphere></a-entity>
      <a-entity class="right"><a-sphere radius="0.05" color="#d79a80" segments-width="16" segments-height="12"></a-sphere></a-entity>
    </a-entity>
  </template>`

document.body.innerHTML = `
  <a-scene networked-scene="adapter: invented; connectOnLoad: true; app: bench; room: bench" vr-mode-ui="enabled: false">
    <a-assets>${PERSON}</a-assets>
    <a-entity light="type: ambient; intensity: 2"></a-entity>
    <a-entity camera position="0 1.2 4"></a-entity>
  </a-scene>`
