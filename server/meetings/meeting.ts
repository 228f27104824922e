// The meeting as a pure function: what happens, and what the meeting is afterwards. Reads as a table of contents; the steps are in
// door.ts, floor.ts, roles.ts, lamp.ts and scriptRunner.ts, what follows by itself in safe.ts, roles.ts, turns.ts and scriptRunner.ts.
// Care is in care.ts and asides.ts, what is done together in together.ts. A refusal leaves the record as it was, the same object; every change raises the revision by exactly one.

import { CLOSING_SECONDS, KNOCK_LIFE_SECONDS } from '#protocol/limits.ts'
import type { Environment } from '#protocol/meeting.ts'
import type { MeetingCommand } from '#protocol/commands.ts'
import { can } from '#protocol/permissions.ts'
import type { Script } from '#protocol/script.ts'
import { closeAfter, stand, startAfter } from './after.ts'
import { announce } from './announce.ts'
import { asidesDueAt, tendAsides } from './asides.ts'
import { actForCare } from './care.ts'
import type { Step } from './door.ts'
import { admit, closeDoors, decline, knock, lock, openDoors, unlock, withdraw } from './door.ts'
import { call, callNext, handPiece, hush, lowerHand, pass, raiseHand, reversePiece, setFloor, unhush } from './floor.ts'
import { invite, notNow, tendInvitations } from './heard.ts'
import { change, forgetGone, part, person, personOf } from './people.ts'
import type { Admission, Apply, MeetingInput, MeetingRecord, Names, SessionHash } from './record.ts'
import { beginPractice } from './practice.ts'
import { freeChair, handOn, handRole, hold, release, remove, tendLamp } from './roles.ts'
import { end, keysDueAt, tendKeys } from './safe.ts'
import { extendLamp, putOutLamp, setLamp } from './lamp.ts'
import { actOnScript, scriptDueAt, startScript, tendScript } from './scriptRunner.ts'
import { actTogether, tendTogether, togetherDueAt } from './together.ts'
import { giveTime, setShare, tendShare } from './share.ts'
import { chairDueAt, setSuccession, tendChair } from './succession.ts'
import { speakerDueAt, tendTurns } from './turns.ts'

type Command = Extract<MeetingInput, { type: 'command' }>

const KNOCK_LIFE_MS = KNOCK_LIFE_SECONDS * 1000

/** Makes the record of a meeting whose doors are still closed; people may knock at it already. */
export function createMeeting(start: {
  id: string
  group: string
  seats: number
  environment?: Environment
  practice?: boolean
}): MeetingRecord {
  return {
    id: start.id,
    group: start.group,
    practice: start.practice ?? false,
    epoch: 1,
    revision: 1,
    phase: 'closed',
    lockedByHand: false,
    hushed: false,
    floor: { mode: 'open', speaker: null, fading: null, next: null, direction: 1, later: [], unhurried: false },
    fadingUntil: null,
    hands: [],
    heard: { meeting: [], step: [], round: [], rounds: 0 },
    invitations: [],
    shareSeconds: null,
    succession: [],
    standsInFor: null,
    standing: [],
    seats: start.seats,
    people: [],
    knocks: [],
    denials: {},
    blocked: [],
    parted: {},
    barred: [],
    words: [],
    asides: [],
    asideCount: 0,
    crises: 0,
    carePause: false,
    chat: 'off',
    poll: null,
    pollCount: 0,
    milestones: [],
    milestone: null,
    checkout: null,
    ring: null,
    quiet: null,
    environment: start.environment ?? 'lounge',
    dim: false,
    keysGoneSince: null,
    closesAt: null,
    floorBeforeSafe: null,
    script: null,
    lamp: null,
    announcement: null,
  }
}

/** What somebody in the circle may do there, once the role allows it. */
function act(
  record: MeetingRecord,
  by: Admission,
  command: MeetingCommand,
  script: Script | null,
  now: number,
): Step | null {
  switch (command.type) {
    case 'raise-hand':
      return raiseHand(record, by)
    case 'lower-hand':
      return lowerHand(record, by)
    case 'pass':
      return pass(record, by, command.later ?? false, now)
    case 'rest':
    case 'return': {
      const resting = command.type === 'rest'
      return by.resting === resting && !by.porch ? 'already-so' : change(record, by.identity, { resting, porch: false })
    }
    case 'not-now':
      return notNow(record, by)
    case 'stand':
      return stand(record, by, command.place)
    case 'hand-on':
      return handOn(record, by, command.to)
    case 'hand-piece':
      return handPiece(record, by, command.to, now)
    case 'set-floor':
      return setFloor(record, by, command.mode, command.speaker, now)
    case 'call':
      return call(record, command.to)
    case 'call-next':
      return callNext(record)
    case 'reverse-piece':
      return reversePiece(record)
    case 'hold':
      return hold(record, command.to)
    case 'release':
      return release(record, command.to)
    case 'hush':
      return hush(record)
    case 'unhush':
      return unhush(record)
    case 'remove':
      return remove(record, by, command.to)
    case 'free-chair':
      return freeChair(record, by, command.to)
    case 'hand-role':
      return handRole(record, by, command.to, command.role)
    case 'set-succession':
      return setSuccession(record, command.order)
    case 'set-share':
      return setShare(record, command.seconds)
    case 'give-time':
      return giveTime(record)
    case 'invite':
      return invite(record, command.to)
    case 'set-environment': {
      const { environment, dim } = command
      if (record.environment === environment && record.dim === dim) return 'already-so'
      return announce({ ...record, environment, dim }, 'environment')
    }
    case 'start-closing': {
      if (record.phase === 'closing') return 'already-so'
      if (record.phase === 'closed') return 'wrong-phase'
      if (record.phase === 'after') return closeAfter(record, now)
      const closing = {
        ...record,
        phase: 'closing' as const,
        closesAt: now + CLOSING_SECONDS * 1000,
        floorBeforeSafe: null,
      }
      return announce(closing, 'closing')
    }
    case 'start-after':
      return startAfter(record)
    case 'start-script':
      return startScript(record, script, now)
    case 'set-lamp':
      return setLamp(record, command.seconds, now)
    case 'extend-lamp':
      return extendLamp(record, now)
    case 'put-out-lamp':
      return putOutLamp(record)
    case 'end':
      return end(record)
    default:
      return (
        actForCare(record, by, command, now) ??
        actTogether(record, by, command, now) ??
        actOnScript(record, command, now)
      )
  }
}

/** What may be done at the door, from inside or by a key-holder who has not sat down yet. */
function actAtDoor(record: MeetingRecord, command: MeetingCommand, names: Names): Step | null {
  switch (command.type) {
    case 'open-doors':
      return openDoors(record)
    case 'close-doors':
      return closeDoors(record)
    case 'admit':
      return admit(record, command.knock, names.identity())
    case 'decline':
      return decline(record, [command.knock])
    case 'decline-all':
      return decline(record, command.knocks)
    case 'lock':
      return lock(record)
    case 'unlock':
      return unlock(record)
    default:
      return null
  }
}

function obey(record: MeetingRecord, input: Command, now: number, names: Names): Step {
  const { by: speaker, command } = input
  if (record.blocked.includes(speaker.session)) return 'blocked'
  const by = personOf(record, speaker.session)
  if (!by && !speaker.keyHolder) return 'not-admitted'
  const standing = { role: by?.role ?? 'member', keyHolder: speaker.keyHolder } as const
  if (!can(standing, command.type)) return by ? 'not-allowed' : 'not-admitted'
  const script = input.script ?? null
  return actAtDoor(record, command, names) ?? (by ? act(record, by, command, script, now) : null) ?? 'not-admitted'
}

function leave(record: MeetingRecord, session: SessionHash): Step {
  const gone = personOf(record, session)
  return gone ? announce(part(record, gone, 'left'), 'left', gone.name) : 'not-admitted'
}

/** In the new room nobody is yet, so everybody who was in the old one is away until they have moved. */
function renewEpoch(record: MeetingRecord, now: number): MeetingRecord {
  const people = record.people.map((one) =>
    one.connected && !one.simulated ? { ...one, connected: false, lostSince: now } : one,
  )
  return { ...record, epoch: record.epoch + 1, people }
}

/** After the end nothing changes any more; what the server itself notices is let go by. */
function takeAfterEnd(record: MeetingRecord, input: MeetingInput): Step {
  if (input.type === 'knock') return 'doors-closed'
  const noticed = input.type === 'connected' || input.type === 'disconnected' || input.type === 'tick'
  return noticed ? record : 'wrong-phase'
}

function take(record: MeetingRecord, input: MeetingInput, now: number, names: Names): Step {
  if (record.phase === 'ended') return takeAfterEnd(record, input)
  switch (input.type) {
    case 'command':
      return obey(record, input, now, names)
    case 'knock':
      return knock(record, input, now)
    case 'withdraw':
      return withdraw(record, input.session)
    case 'leave':
      return leave(record, input.session)
    case 'connected':
      return person(record, input.identity)?.connected === false
        ? change(record, input.identity, { connected: true, lostSince: null })
        : record
    case 'disconnected':
      return person(record, input.identity)?.connected === true
        ? change(record, input.identity, { connected: false, lostSince: now })
        : record
    case 'renew-epoch':
      return renewEpoch(record, now)
    case 'begin-practice':
      return beginPractice(record, input)
    case 'end-practice':
      return record.practice ? end(record) : 'not-allowed'
    default:
      // A tick: time does the rest when the record is settled.
      return record
  }
}

function forgetOldKnocks(record: MeetingRecord, now: number): MeetingRecord {
  const knocks = record.knocks.filter((one) => now < one.since + KNOCK_LIFE_MS)
  return knocks.length === record.knocks.length ? record : { ...record, knocks }
}

/** Makes true again what always holds: key-holders accounted for, one lamp, turns only for those who are there, the step that is due. */
function settle(record: MeetingRecord, before: MeetingRecord, now: number): MeetingRecord {
  const kept = tendChair(tendLamp(forgetGone(tendAsides(tendKeys(forgetOldKnocks(record, now), now), now))), now)
  const settled = tendTurns(tendTogether(kept, now), now)
  // A turn that only follows from what was just said ("Fern left") is seen, not said.
  const said = kept.announcement !== before.announcement
  const turned = said && settled !== kept ? { ...settled, announcement: kept.announcement } : settled
  return tendShare(tendInvitations(tendScript(turned, now)), before, now)
}

/** Decides what an input does. Inputs of the server itself are never refused; a command that would change nothing is 'already-so'. */
export const apply: Apply = (record, input, now, names) => {
  const next = take(record, input, now, names)
  if (typeof next === 'string') return { ok: false, code: next }
  const settled = settle(next, record, now)
  return { ok: true, record: settled === record ? record : { ...settled, revision: record.revision + 1 } }
}

/** When time alone will change something, in ms of the server's clock; null when it will not. */
export function dueAt(record: MeetingRecord): number | null {
  if (record.phase === 'ended') return null
  const oldest = record.knocks[0]
  const dues = [
    record.fadingUntil,
    record.closesAt,
    keysDueAt(record),
    chairDueAt(record),
    speakerDueAt(record),
    scriptDueAt(record),
    asidesDueAt(record),
    togetherDueAt(record),
  ]
  if (oldest) dues.push(oldest.since + KNOCK_LIFE_MS)
  const known = dues.filter((due) => due !== null)
  return known.length === 0 ? null : Math.min(...known)
}
