/**
 * The server's log: one JSON object a line on standard error, so that standard output stays for people.
 * Nothing that a person wrote and nothing that opens a door is ever put into it.
 */
import { pino, type Logger } from 'pino'

export type Log = Logger

/** A second line of defence: these fields are blanked wherever somebody logs an object that has them. */
const SECRETS = ['token', 'key', 'cookie', 'authorization', 'secret', 'password', 'text', 'markdown', 'words']

export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((f) => [f, `*.${f}`]), censor: '[not logged]' },
    },
    pino.destination({ dest: 2, sync: true }),
  )
