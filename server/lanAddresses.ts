// Which addresses this computer has on networks at home, the likeliest first: those that other devices in the room can reach.

import type { networkInterfaces } from 'node:os'

/** Networks that exist inside this computer only: containers, virtual machines, tunnels. */
const INSIDE = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|tailscale|zt)/i
/** The likeliest of a home first; 172.16/12 is mostly something else. */
const HOMES = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./]

/** Returns private IPv4 addresses; none when this computer is on no such network. */
export function lanAddresses(interfaces: ReturnType<typeof networkInterfaces>): string[] {
  const all = Object.entries(interfaces).flatMap(([name, addresses]) =>
    INSIDE.test(name) ? [] : (addresses ?? []).filter((one) => one.family === 'IPv4' && !one.internal),
  )
  return HOMES.flatMap((home) => all.filter(({ address }) => home.test(address)).map(({ address }) => address))
}
