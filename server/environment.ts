// The environment variables that are read, each with its default, its limits and the sentence that a fault gets.

import { isIP, isIPv4 } from 'node:net'
import * as z from 'zod'
import { AGREEMENT_LENGTH, DEFAULT_SEATS, GROUP_NAME_LENGTH, MAX_SEATS, MIN_SEATS } from '#protocol/limits.ts'

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const whole = (name: string, low: number, high: number, fallback: number) =>
  z.coerce
    .number({ error: `${name} must be a whole number.` })
    .int(`${name} must be a whole number.`)
    .min(low, `${name} must be at least ${low}.`)
    .max(high, `${name} must be at most ${high}.`)
    .default(fallback)
const port = (name: string, fallback: number) => whole(name, 1, 65_535, fallback)
const text = (name: string, length: number) =>
  z.string().max(length, `${name} must be at most ${length} characters long.`).optional()

export const environmentSchema = z.object({
  PORT: port('PORT', 3000),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  CLIENT_DIR: z.string().default('dist/client'),
  PUBLIC_URL: z.string().optional(),
  LAN_ADDRESS: z
    .string()
    .refine((one) => one === 'auto' || isIPv4(one), 'LAN_ADDRESS must be an IPv4 address of this computer, or auto.')
    .optional(),
  LIVEKIT_URL: z.string().optional(),
  LIVEKIT_API_KEY: z.string().optional(),
  LIVEKIT_API_SECRET: z.string().optional(),
  LIVEKIT_BINARY: z.string().optional(),
  LIVEKIT_PORT: port('LIVEKIT_PORT', 7880),
  LIVEKIT_TCP_PORT: port('LIVEKIT_TCP_PORT', 7881),
  LIVEKIT_UDP_PORT: port('LIVEKIT_UDP_PORT', 7882),
  MEDIA_IP: z
    .string()
    .refine((ip) => isIP(ip) !== 0, 'MEDIA_IP must be an IP address, such as 203.0.113.7.')
    .optional(),
  SEATS: whole('SEATS', MIN_SEATS, MAX_SEATS, DEFAULT_SEATS),
  GROUP_NAME: text('GROUP_NAME', GROUP_NAME_LENGTH),
  GROUP_QUESTION: text('GROUP_QUESTION', AGREEMENT_LENGTH),
  AGREEMENTS: z.string().optional(),
  HOST_STATEMENT: text('HOST_STATEMENT', AGREEMENT_LENGTH),
  TRUST_PROXY: whole('TRUST_PROXY', 0, 10, 0),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.` }).default('info'),
})
export type Environment = z.infer<typeof environmentSchema>

/** The variables that are read, in the order of .env.example. */
export const VARIABLES = Object.keys(environmentSchema.shape)
