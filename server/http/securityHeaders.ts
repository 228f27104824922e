// What a browser is told about our pages: nothing from anywhere else, no script that we did not ship, microphone and headset only.

import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../config.ts'
import { ownOrigins, webSocketOrigin } from './origins.ts'

/** Policies that the client may create: one, for its own workers, made once for each. It writes no HTML anywhere. */
const TRUSTED_TYPES = ['hearthside-worker', "'allow-duplicates'"]
const OWN = [
  'microphone',
  'xr-spatial-tracking',
  'autoplay',
  'fullscreen',
  'gamepad',
  'screen-wake-lock',
  'speaker-selection',
]
const OFF = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'serial',
  'storage-access',
  'usb',
  'window-management',
]
const PERMISSIONS = [...OWN.map((feature) => `${feature}=(self)`), ...OFF.map((feature) => `${feature}=()`)].join(', ')

/** Makes the headers of every answer. */
export function createSecurityHeaders(config: Pick<Config, 'publicUrl' | 'local'>): RequestHandler {
  const secure = config.publicUrl.startsWith('https:')
  // Older browsers do not count WebSockets as 'self'. A policy cannot name an IPv6 address.
  const sockets = ownOrigins(config)
    .filter((origin) => !origin.includes('['))
    .map(webSocketOrigin)
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'worker-src': ["'self'", 'blob:'],
        'style-src': ["'self'"],
        'font-src': ["'self'", 'data:', 'blob:'],
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'data:', 'blob:'],
        'manifest-src': ["'self'"],
        // Loaders read what a model file carries inside by data: and blob: addresses.
        'connect-src': ["'self'", 'data:', 'blob:', ...sockets],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        'trusted-types': TRUSTED_TYPES,
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 365 * 24 * 60 * 60 } : false,
    xFrameOptions: { action: 'deny' },
  })
  return (request, response, next) => {
    response.set('Permissions-Policy', PERMISSIONS)
    protect(request, response, next)
  }
}
