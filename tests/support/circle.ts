// A meeting that is under way: a facilitator who has opened the doors, members who knocked and were let in, everybody connected
// through the server's own address with a voice of their own.

import type { Seat } from '#protocol/api.ts'
import type { Identity } from '#protocol/meeting.ts'
import { until } from './clocks.ts'
import { enter, type Person } from './person.ts'
import type { Stack } from './stack.ts'
import { connectVoice, type Voice } from './voice.ts'

/** One who sits in the circle. */
export interface Sitter {
  readonly name: string
  readonly person: Person
  readonly identity: Identity
  /** As it was on sitting down. */
  readonly seat: Seat
  readonly voice: Voice
  readonly hz: number
}

export interface Circle {
  readonly facilitator: Sitter
  readonly members: readonly Sitter[]
  readonly everybody: readonly Sitter[]
  /** Disconnects every voice; the seats stay. */
  disperse(): Promise<void>
}

/** Somebody opens the door link, knocks, and is let in by `doorkeeper`. */
export async function admitted(stack: Stack, doorkeeper: Person, name: string): Promise<Person> {
  const person = await enter(stack.doorLink)
  await person.knock(name)
  await doorkeeper.command({ type: 'admit', knock: await knockOf(doorkeeper, name) })
  return person
}

/** The id under which somebody of this name waits, as a doorkeeper sees it. */
export async function knockOf(doorkeeper: Person, name: string): Promise<string> {
  const events = await doorkeeper.events()
  try {
    const entry = await events.until(`${name} to wait at the door`, ({ door }) => door.find((one) => one.name === name))
    return entry.knock
  } finally {
    events.close()
  }
}

/** Takes one's chair and connects. `tone` chooses the tone, 0 to 9. */
export async function sitDown(person: Person, name: string, tone: number): Promise<Sitter> {
  const seat = await person.seat()
  const voice = await connectVoice(seat, tone)
  return { name, person, identity: seat.identity, seat, voice, hz: voice.hz }
}

/** The facilitator opens the doors and sits down; then the members come in, in order. Nobody speaks yet. */
export async function openCircle(stack: Stack, names: readonly string[], facilitatorName = 'Maple'): Promise<Circle> {
  const host = await enter(stack.keyLink)
  await host.knock(facilitatorName)
  await host.command({ type: 'open-doors' })
  const facilitator = await sitDown(host, facilitatorName, 0)
  const members: Sitter[] = []
  for (const [index, name] of names.entries()) {
    members.push(await sitDown(await admitted(stack, host, name), name, index + 1))
  }
  const everybody = [facilitator, ...members]
  const here = async () => {
    const { participants } = await host.meeting()
    return everybody.every(({ identity }) =>
      participants.some((one) => one.identity === identity && one.presence === 'present'),
    )
  }
  await until('everybody to be in their chair', here)
  return {
    facilitator,
    members,
    everybody,
    async disperse() {
      await Promise.all(everybody.map(({ voice }) => voice.leave()))
    },
  }
}
