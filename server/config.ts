/**
 * What the environment may set, held against one shape at start. Every mistake is said at once, with the name
 * of the variable, what is wrong with its value, and an example that would do.
 */
import path from 'node:path'
import { z } from 'zod'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export type Config = {
  host: string
  port: number
  /** Absolute path of the folder that holds everything the server keeps. */
  dataDir: string
  /** Origin under which people reach the server, without a path; null: the address it listens on. */
  publicUrl: string | null
  logLevel: (typeof LOG_LEVELS)[number]
  /** Becomes the owner's API token when the workspace has no owner yet. */
  ownerToken: string | null
  /** Bytes that the store's file may take; null: as many as the disk has. */
  storeLimit: number | null
  /** Where scheduled backups go, how many milliseconds apart, and how many stay; null: none are made. */
  backups: { dir: string; every: number; keep: number } | null
}

/** Several sentences, a mistake each. */
export class ConfigMistakes extends Error {
  readonly mistakes: string[]
  constructor(mistakes: string[]) {
    super(mistakes.join('\n'))
    this.name = 'ConfigMistakes'
    this.mistakes = mistakes
  }
}

/** The origin of a web address without path, query or sign-in; undefined if it is none. */
const originOf = (value: string): string | undefined => {
  if (!URL.canParse(value)) return undefined
  const url = new URL(value)
  const plain = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return plain && ['http:', 'https:'].includes(url.protocol) ? url.origin : undefined
}

type Variable = { shape: z.ZodType; example: string; fault: string }

const UNIT_BYTES = { M: 1024 ** 2, G: 1024 ** 3 }
const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 }

const variables = {
  HOST: {
    shape: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
    fault: 'is not the name or address of a network interface',
    example: 'HOST=127.0.0.1',
  },
  PORT: {
    shape: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65535)),
    fault: 'is not a port between 0 and 65535',
    example: 'PORT=3000',
  },
  DATA_DIR: {
    shape: z
      .string()
      .min(1)
      .refine((s) => !s.includes('\0')),
    fault: 'is not the path of a folder',
    example: 'DATA_DIR=./data',
  },
  PUBLIC_URL: {
    shape: z.string().transform((s, ctx) => {
      const origin = originOf(s)
      if (!origin) ctx.addIssue({ code: 'custom', message: 'not an origin' })
      return origin ?? z.NEVER
    }),
    fault: 'is not a web address without a path',
    example: 'PUBLIC_URL=https://briefs.example.org',
  },
  LOG_LEVEL: {
    shape: z.enum(LOG_LEVELS),
    fault: `is none of ${LOG_LEVELS.join(', ')}`,
    example: 'LOG_LEVEL=info',
  },
  VOUCH_OWNER_TOKEN: {
    // Shorter ones can be guessed over the network.
    shape: z
      .string()
      .min(16)
      .max(200)
      .regex(/^[\x21-\x7e]+$/),
    fault: 'must be 16 to 200 visible ASCII characters without spaces',
    example: 'VOUCH_OWNER_TOKEN=$(openssl rand -hex 24)',
  },
  STORE_LIMIT: {
    shape: z
      .string()
      .regex(/^[1-9]\d{0,5}[MG]$/)
      .transform((s) => Number(s.slice(0, -1)) * UNIT_BYTES[s.at(-1) as keyof typeof UNIT_BYTES]),
    fault: 'is not a number of megabytes or gigabytes',
    example: 'STORE_LIMIT=20G',
  },
  BACKUP_DIR: {
    shape: z
      .string()
      .min(1)
      .refine((s) => !s.includes('\0')),
    fault: 'is not the path of a folder',
    example: 'BACKUP_DIR=/var/backups/vouch',
  },
  BACKUP_EVERY: {
    shape: z
      .string()
      .regex(/^[1-9]\d{0,3}[mhd]$/)
      .transform((s) => Number(s.slice(0, -1)) * UNIT_MS[s.at(-1) as keyof typeof UNIT_MS]),
    fault: 'is not a number of minutes, hours or days',
    example: 'BACKUP_EVERY=6h',
  },
  BACKUP_KEEP: {
    shape: z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .transform(Number),
    fault: 'is not a number of backups from 1 to 9999',
    example: 'BACKUP_KEEP=14',
  },
} satisfies Record<string, Variable>

const defaults: Partial<Record<keyof typeof variables, string>> = {
  HOST: '127.0.0.1',
  PORT: '3000',
  DATA_DIR: './data',
  LOG_LEVEL: 'info',
  BACKUP_EVERY: '24h',
  BACKUP_KEEP: '7',
}

// Promised for later: ignoring them would let someone believe that their data is in PostgreSQL.
const notBuilt = { DATABASE_URL: 'PostgreSQL', REDIS_URL: 'Redis' }

/** Values that must not be repeated on a screen or in a log. */
const secret = new Set<string>(['VOUCH_OWNER_TOKEN'])

/** Reads the environment. Throws {@link ConfigMistakes}. An empty variable counts as not set. */
export const readConfig = (env: Record<string, string | undefined>, cwd = process.cwd()): Config => {
  const mistakes: string[] = []
  const read = <T>(name: keyof typeof variables, shape: z.ZodType<T>): T | null => {
    const value = env[name] || defaults[name]
    if (value === undefined) return null
    const result = shape.safeParse(value)
    if (result.success) return result.data
    const { fault, example } = variables[name]
    const shown = secret.has(name) ? name : `${name}=${JSON.stringify(value.slice(0, 100))}`
    mistakes.push(`${shown} ${fault}. For example: ${example}`)
    return null
  }

  const host = read('HOST', variables.HOST.shape)
  const port = read('PORT', variables.PORT.shape)
  const dataDir = read('DATA_DIR', variables.DATA_DIR.shape)
  const publicUrl = read('PUBLIC_URL', variables.PUBLIC_URL.shape)
  const logLevel = read('LOG_LEVEL', variables.LOG_LEVEL.shape)
  const ownerToken = read('VOUCH_OWNER_TOKEN', variables.VOUCH_OWNER_TOKEN.shape)
  const storeLimit = read('STORE_LIMIT', variables.STORE_LIMIT.shape)
  const backupDir = read('BACKUP_DIR', variables.BACKUP_DIR.shape)
  const every = read('BACKUP_EVERY', variables.BACKUP_EVERY.shape)
  const keep = read('BACKUP_KEEP', variables.BACKUP_KEEP.shape)
  for (const name of ['BACKUP_EVERY', 'BACKUP_KEEP'])
    if (env[name] && !env.BACKUP_DIR)
      mistakes.push(`${name} is set, but not where backups go. For example: ${variables.BACKUP_DIR.example}`)
  for (const [name, what] of Object.entries(notBuilt))
    if (env[name])
      mistakes.push(
        `${name} is set, but this version cannot use ${what}. Leave it out: DATA_DIR=./data keeps everything`,
      )

  if (mistakes.length || host === null || port === null || dataDir === null || logLevel === null)
    throw new ConfigMistakes(mistakes)
  const backups = backupDir && every && keep ? { dir: path.resolve(cwd, backupDir), every, keep } : null
  return {
    host,
    port,
    dataDir: path.resolve(cwd, dataDir),
    publicUrl,
    logLevel,
    ownerToken,
    storeLimit,
    backups,
  }
}
