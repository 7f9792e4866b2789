/** What opens doors (session cookies, tokens, keys of links): made once, shown once, kept only as a hash. */
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in a URL and a header. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/**
 * A plain SHA-256: a secret of 256 random bits cannot be guessed, so there is nothing for a slow hash to slow
 * down, and looking it up by hash tells an attacker nothing by timing.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
