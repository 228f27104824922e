import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureLanCertificate, fingerprintOf } from '../../../server/storage/lanCertificate.ts'

const NOW = Date.UTC(2026, 10, 24)
const DAY = 24 * 60 * 60 * 1000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearthside-certificate-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a certificate is for this address alone, for a season, and can vouch for no other', async () => {
  const { cert, key } = await ensureLanCertificate(folder, '192.168.1.5', NOW)
  const read = new X509Certificate(cert)
  expect(read.checkIP('192.168.1.5')).toBe('192.168.1.5')
  expect(read.checkIP('192.168.1.6')).toBeUndefined()
  expect(read.ca).toBe(false)
  expect(read.verify(read.publicKey)).toBe(true)
  expect(Date.parse(read.validFrom)).toBeLessThan(NOW)
  expect(Date.parse(read.validTo)).toBe(NOW + 90 * DAY)
  expect(read.publicKey.asymmetricKeyType).toBe('ec')
  expect(key).toContain('PRIVATE KEY')
})

test('it is kept for its owner alone and is the same at the next start', async () => {
  const first = await ensureLanCertificate(folder, '192.168.1.5', NOW)
  expect(statSync(join(folder, 'lan-certificate.json')).mode & 0o777).toBe(0o600)
  expect(await ensureLanCertificate(folder, '192.168.1.5', NOW + 80 * DAY)).toEqual(first)
})

test('it is made anew for another address, and before it is over', async () => {
  const first = await ensureLanCertificate(folder, '192.168.1.5', NOW)
  const other = await ensureLanCertificate(folder, '10.0.0.2', NOW)
  expect(other.address).toBe('10.0.0.2')
  const later = await ensureLanCertificate(folder, '10.0.0.2', NOW + 84 * DAY)
  expect(new Set([first, other, later].map(fingerprintOf)).size).toBe(3)
})

test('its fingerprint is SHA-256 in pairs, as browsers show it', async () => {
  expect(fingerprintOf(await ensureLanCertificate(folder, '192.168.1.5', NOW))).toMatch(
    /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/,
  )
})

test('a damaged file is named, with what to do', async () => {
  writeFileSync(join(folder, 'lan-certificate.json'), '{"address"')
  await expect(ensureLanCertificate(folder, '192.168.1.5', NOW)).rejects.toThrow(/Delete it to get a new one/)
})
