import type { NetworkInterfaceInfoIPv4 } from 'node:os'
import { expect, test } from 'vitest'
import { lanAddresses } from '../../server/lanAddresses.ts'

const at = (address: string, internal = false): NetworkInterfaceInfoIPv4[] => [
  { address, family: 'IPv4', internal, netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null },
]

test('the likeliest address of a home comes first', () => {
  expect(lanAddresses({ a: at('172.20.0.3'), b: at('10.1.2.3'), c: at('192.168.1.5') })).toEqual([
    '192.168.1.5',
    '10.1.2.3',
    '172.20.0.3',
  ])
})

test('addresses that nobody in the room could reach are none', () => {
  const inside = { docker0: at('172.17.0.1'), 'br-12ab': at('172.18.0.1'), wg0: at('10.8.0.2'), utun3: at('10.9.0.2') }
  const others = { lo: at('127.0.0.1', true), eth0: at('203.0.113.7'), eth1: at('172.32.0.1') }
  expect(lanAddresses({ ...inside, ...others, nothing: undefined })).toEqual([])
})
