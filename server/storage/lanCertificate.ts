// The certificate with which this computer speaks https at its own address on the network at home. Made on the spot and vouched for
// by nobody: each browser warns once. Kept for its owner alone, and made anew for another address or before it is over.

import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { StartFault } from '../errors.ts'
import { readJsonFile, writeJsonFile } from './dataFolder.ts'

const FILE = 'lan-certificate.json'
const DAY_MS = 24 * 60 * 60 * 1000
const LIFE_DAYS = 90
/** With fewer days left it is made anew: an evening must not end with it. */
const FRESH_DAYS = 7

const schema = z.object({ address: z.string(), key: z.string(), cert: z.string() })
export type LanCertificate = z.infer<typeof schema>

/** Gives the kept certificate for this address, or makes one. `now` is the wall clock in ms. @throws StartFault for a damaged file. */
export async function ensureLanCertificate(folder: string, address: string, now: number): Promise<LanCertificate> {
  const kept = read(folder)
  if (kept?.address === address && endOf(kept) > now + FRESH_DAYS * DAY_MS) return kept
  // Loaded here only: nobody else needs a maker of certificates.
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: address }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // Clocks of headsets are sometimes late.
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + LIFE_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: address }] },
    ],
  })
  const certificate = { address, key: made.private, cert: made.cert }
  writeJsonFile(folder, FILE, certificate)
  return certificate
}

/** SHA-256 of a certificate as browsers show it. */
export function fingerprintOf({ cert }: Pick<LanCertificate, 'cert'>): string {
  return new X509Certificate(cert).fingerprint256
}

function endOf({ cert }: LanCertificate): number {
  return Date.parse(new X509Certificate(cert).validTo)
}

function read(folder: string): LanCertificate | null {
  try {
    return z.nullable(schema).parse(readJsonFile(folder, FILE))
  } catch (error) {
    throw new StartFault(`${join(folder, FILE)} cannot be read. Delete it to get a new one.`, { cause: error })
  }
}
