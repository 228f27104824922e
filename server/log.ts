// The log as the rest of the server writes it: an event's name and ids, one JSON line each.

import { pino } from 'pino'
import type { DestinationStream } from 'pino'
import type { Config } from './config.ts'
import type { Log } from './meetings/ports.ts'

/** Makes a log that writes to `destination`. Process id and host name are nobody's business. */
export function createLog(level: Config['logLevel'], destination: DestinationStream): Log {
  const lines = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' }, destination)
  return {
    info: (event, fields = {}) => lines.info(fields, event),
    warn: (event, fields = {}) => lines.warn(fields, event),
  }
}
