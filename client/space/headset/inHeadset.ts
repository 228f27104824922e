// Everything of a headset in one frame: eyes, hands, what they point at and what a held body says. It decides nothing about the
// meeting: a press becomes an act of the panel, and that an act of the session.

import { Group, type PerspectiveCamera } from 'three'
import { seatPlaces, type SeatPlace } from '#protocol/circle.ts'
import type { MeetingSnapshot, Participant } from '#protocol/meeting.ts'
import type { Pose } from '#protocol/pose.ts'
import { runsMeeting } from '#protocol/roles.ts'
import { isOnHeart, reachOf, wristSeen } from '../../headset/bodyGestures.ts'
import { lightOf } from '../../headset/comfort.ts'
import { createFade } from '../../headset/fade.ts'
import { createHold } from '../../headset/hold.ts'
import { performAct, type PanelBody } from '../../headset/panel/performAct.ts'
import { edgeDark } from '../../headset/personalSpace.ts'
import { reachedFor, pointedAt } from '../../headset/neighbours.ts'
import { createSnapTurn } from '../../headset/snapTurn.ts'
import { mayAct } from '../../headset/stepAway.ts'
import type { Session, SessionState } from '../../meeting/session.ts'
import type { Frame } from '../frame.ts'
import { createComfortVeil } from './comfortVeil.ts'
import { createFramePacer } from './framePacer.ts'
import { createHands, type Hand } from './hands.ts'
import { createNoteStrip } from './noteStrip.ts'
import { createOnePanel } from './onePanel.ts'
import { createSeatedEyes } from './seatedEyes.ts'

const HEART_SECONDS = 0.7
const GONE_SECONDS = 1
const RECENTRE_SECONDS = 1
const WRIST_SECONDS = 0.35
const REACH_SECONDS = 0.6

export interface InHeadset {
  readonly group: Group
  /** Moves everything by one frame and writes one's own pose; false while the headset does not know where it is. */
  update(frame: Frame, place: SeatPlace, own: Pose): void
  /** Back to the flat view. */
  release(camera: PerspectiveCamera): void
  /** What is drawn is lower and stiller. */
  readonly still: () => boolean
  dispose(): void
}

/** One who sits, and where everybody does. */
interface Here {
  readonly snapshot: MeetingSnapshot
  readonly me: Participant
  readonly places: readonly SeatPlace[]
}

/** What a press began on. */
interface Press {
  button: number | null
  person: string | null
  down: boolean
  /** It did something while it was held already. */
  spent: boolean
}

/** Creates it, not worn. */
export function createInHeadset(session: Session): InHeadset {
  const group = new Group()
  group.visible = false
  const eyes = createSeatedEyes()
  const hands = createHands()
  const panel = createOnePanel(session, group)
  const strip = createNoteStrip(session, group)
  const veil = createComfortVeil()
  const fade = createFade()
  const pacer = createFramePacer()
  const snap = createSnapTurn()
  group.add(veil.mesh)
  const presses: readonly Press[] = hands.all.map(() => ({ button: null, person: null, down: false, spent: false }))
  const long = hands.all.map(() => createHold(RECENTRE_SECONDS))
  const buttons = hands.all.map(() => ({ hold: createHold(RECENTRE_SECONDS), down: false, spent: false }))
  const wrists = { inner: createHold(WRIST_SECONDS), outer: createHold(WRIST_SECONDS) }
  const heart = createHold(HEART_SECONDS)
  const gone = createHold(GONE_SECONDS)
  const reach = createHold(REACH_SECONDS)
  let worn = false
  let wornSeconds = 0
  let asked = false
  let recentreAsked = 0
  let myTurn = false

  const body: PanelBody = {
    recentre: () => fade.through(() => eyes.recentre()),
    turn(left) {
      const { turn } = session.settings.getState().comfort
      if (turn > 0) fade.through(() => eyes.turn((left ? turn : -turn) * (Math.PI / 180)))
    },
    open: (place) => panel.open(place),
    close: () => panel.close(),
  }

  let here: Here | null = null
  function follow({ snapshot, identity }: SessionState) {
    const me = snapshot?.participants.find((one) => one.identity === identity)
    here = snapshot && me ? { snapshot, me, places: seatPlaces(snapshot.seats) } : null
  }
  follow(session.store.getState())
  const unsubscribe = session.store.subscribe((next, before) => {
    if (next.snapshot !== before.snapshot || next.identity !== before.identity) follow(next)
  })

  /** A press let go: on a button, on somebody, or on nothing, which brings the menu. */
  function click(hand: Hand, press: Press): void {
    if (press.button !== null) {
      const act = press.button >= 0 ? panel.act(press.button) : null
      if (act) performAct(act, session, body)
    } else if (press.person) panel.openAt('person', eyes.head, spotOf(hand), press.person)
    else if (panel.inHand) panel.close()
    else panel.openAt('menu', eyes.head, spotOf(hand))
  }

  /** Where a panel comes for a hand; for a look, an arm's length along it. */
  function spotOf({ tracked, grip, ray }: Hand) {
    return tracked ? grip : { x: ray.x + ray.dx * 0.6, y: ray.y + ray.dy * 0.6 - 0.1, z: ray.z + ray.dz * 0.6 }
  }

  function press(hand: Hand, at: number, delta: number): void {
    const one = presses[at]!
    const button = panel.point(at, hand.points ? hand.ray : null)
    if (hand.select && !one.down) {
      one.down = true
      one.spent = false
      one.button = button
      one.person = here && button === null ? pointedAt(hand.ray, here.snapshot, here.me, here.places) : null
    }
    const onNothing = one.down && one.button === null && one.person === null
    if (long[at]!.update(onNothing && hand.select, delta)) {
      one.spent = true
      body.recentre()
    }
    if (hand.select || !one.down) return
    one.down = false
    // Slid off the button before letting go: thought better of. A look moves on by itself and is taken at its beginning.
    const same = hand.side === 'look' || one.button === null || one.button === button
    if (!one.spent && same) click(hand, one)
  }

  function sideButton(hand: Hand, at: number, delta: number): void {
    const one = buttons[at]!
    const held = one.hold.update(hand.button, delta)
    if (held) {
      one.spent = true
      body.recentre()
    }
    if (!hand.button && one.down && !one.spent) {
      if (panel.inHand) panel.close()
      else panel.openAt('menu', eyes.head, spotOf(hand))
    }
    if (!hand.button) one.spent = false
    one.down = hand.button
  }

  const isOut = (hand: Hand) => hand.tracked && !hand.select && reachOf(hand.grip) !== null

  function followBody(delta: number): void {
    const { left, right } = hands
    const { head } = eyes
    const onHeart = (hand: Hand) => hand.tracked && !hand.select && isOnHeart(head, hand.grip)
    if (heart.update(here !== null && (onHeart(left) || onHeart(right)), delta)) {
      if (here?.me.presence === 'present') panel.openInFront('ask-pause', head)
    }
    if (gone.update(left.squeeze && right.squeeze, delta)) session.acts.vanish()
    const seen =
      (left.tracked && wristSeen(head, left.grip, 'left')) || (right.tracked && wristSeen(head, right.grip, 'right'))
    const wrist = left.tracked && wristSeen(head, left.grip, 'left') ? left : right
    if (wrists.inner.update(seen === 'inner' && !panel.inHand, delta)) panel.openAt('menu', head, wrist.grip)
    if (wrists.outer.update(seen === 'outer', delta) && here && runsMeeting(here.me)) {
      panel.openAt('hush', head, wrist.grip)
    }
    if (!here) return
    const { mode, speaker } = here.snapshot.floor
    const holds = mode === 'piece' && speaker === here.me.identity && !here.snapshot.hushed
    const out = isOut(left) ? left : isOut(right) ? right : null
    if (reach.update(holds && out !== null && !panel.inHand, delta) && out) {
      const to = reachedFor(reachOf(out.grip) ?? 0, here.snapshot, here.me, here.places)
      if (to) void session.acts.send({ type: 'hand-piece', to })
      else void session.acts.pass()
    }
  }

  /** What comes by itself: questions, one's turn, a break. */
  function notice(delta: number): void {
    const { asksToReturn } = session.headset.store.getState()
    if (asksToReturn && !asked) {
      eyes.recentre()
      panel.openInFront('ask-return', eyes.head)
    }
    asked = asksToReturn
    const state = session.store.getState()
    if (state.recentreAsked !== recentreAsked) {
      recentreAsked = state.recentreAsked
      panel.openInFront('ask-recentre', eyes.head)
    }
    const mine = state.snapshot?.floor.speaker === state.identity && state.identity !== null
    if (mine && !myTurn) hands.tick()
    myTurn = mine
    const before = wornSeconds
    wornSeconds += delta
    const minutes = session.settings.getState().comfort.breakMinutes
    if (minutes > 0 && before < minutes * 60 && wornSeconds >= minutes * 60) {
      strip.say(`You have worn the headset for ${minutes} minutes. A short break does good; your chair is kept.`)
    }
  }

  function putOn(): void {
    worn = true
    group.visible = true
    wornSeconds = 0
    recentreAsked = session.store.getState().recentreAsked
    panel.close()
  }

  return {
    group,
    update(frame, place, own) {
      const { renderer, camera, delta } = frame
      if (!worn) putOn()
      group.position.set(place.x, 0, place.z)
      group.rotation.y = place.yaw
      const known = eyes.update(renderer, camera, place)
      const acts = known && mayAct(session.headset.store.getState().visibility)
      hands.update(renderer, eyes.frame, acts)
      const { comfort } = session.settings.getState()
      if (acts) {
        notice(delta)
        const by = snap.update(hands.left.stickX, hands.right.stickX)
        if (by !== 0) body.turn(by > 0)
        for (let i = 0; i < hands.all.length; i++) {
          press(hands.all[i]!, i, delta)
          sideButton(hands.all[i]!, i, delta)
        }
        followBody(delta)
      }
      panel.update(eyes.head, frame.seconds, delta)
      strip.update(frame.nowMs)
      fade.update(delta)
      const { head } = eyes
      veil.update(lightOf(comfort), Math.max(fade.dark, edgeDark(head.x, head.z)), comfort.vignette, delta)
      pacer.update(renderer, frame.nowMs)
      eyes.writeHead(own)
      own.left = hands.poseOf(hands.left)
      own.right = hands.poseOf(hands.right)
    },
    release(camera) {
      if (!worn) return
      worn = false
      group.visible = false
      hands.release()
      eyes.release(camera)
    },
    still: () => worn && session.settings.getState().comfort.lowStimulus,
    dispose() {
      unsubscribe()
      panel.dispose()
      strip.dispose()
      veil.dispose()
    },
  }
}
