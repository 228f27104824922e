// The random name of one admission as messages carry it: `p_` and 16 characters, also the LiveKit identity.

import * as z from 'zod/mini'

export const identitySchema = z.string().check(z.regex(/^p_[a-z0-9]{16}$/))
