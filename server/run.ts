/** Runs a server from an environment until a signal: starts it, says where it is, and stops it when told to. */
import { addressesOf, isBeyondLoopback } from './http/address.ts'
import { type Config, ConfigMistakes, readConfig } from './config.ts'
import { signInUrl } from './http/people.ts'
import { createLog } from './log.ts'
import { type RunningServer, startServer } from './serve.ts'
import { ifItCanBeWritten } from './storage/cannot-write.ts'
import { StartMistake } from './storage/start-mistake.ts'
import { ownerOfWorkspace } from './storage/people.ts'
import { addSignInKey, forgetPrintedKeys } from './storage/sessions.ts'

/** Whoever stops a service waits ten seconds and then kills it: it is out before. */
const LAST_WORDS_MS = 9000

const NO_ROOM =
  'Warning: nothing can be stored just now; the disk may be full. Briefs can be read, and what people write is held until there is room. No sign-in address could be made: make room and start again for one.'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Runs until a signal. Resolves to the exit status. */
export const serve = async (env: Record<string, string | undefined>): Promise<number> => {
  try {
    const config = readConfig(env)
    const log = createLog(config.logLevel)
    const server = await startServer(config, { log })
    process.on('uncaughtException', (error) => {
      log.fatal({ err: error }, 'our mistake')
      process.exit(1)
    })
    await greet(config, server)
    await told()
    say('Stopping: everything is being made durable.')
    const late = setTimeout(() => process.exit(1), LAST_WORDS_MS)
    await server.close()
    clearTimeout(late)
    return 0
  } catch (error) {
    if (!(error instanceof ConfigMistakes || error instanceof StartMistake)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

const greet = async (config: Config, { url, port, services }: RunningServer) => {
  const owner = await ownerOfWorkspace(services.db)
  const base = config.publicUrl ?? url
  say(`Vouch is at ${base}`)
  const key = await ifItCanBeWritten(async () => {
    await forgetPrintedKeys(services.db)
    return addSignInKey(services.db, null)
  })
  if (key === null) say(NO_ROOM)
  else {
    say(owner ? `Sign in as ${owner.name}, once:` : 'Open this to begin; it works once:')
    say(`  ${signInUrl(base, key)}`)
  }
  if (!isBeyondLoopback(config.host)) return
  const addresses = addressesOf(config, port)
  say(`Colleagues open ${addresses.join(' or ')} (send them a link from Share).`)
  if (!config.publicUrl)
    say(
      'Warning: this is plain http, and others on the network can read along. Put https before it and set PUBLIC_URL=https://…',
    )
}

const told = () =>
  new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
