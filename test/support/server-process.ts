/** The real server as a process of its own, which can be killed and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { serverCommand } from './server-command.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type ServerProcess = {
  port: number
  pid: number
  /** All that it said so far, log and words to people. */
  said(): string
  /** Waits until it is gone. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  /** What it ended with; null: by a signal, or it has not yet. */
  status(): number | null
}

export const OWNER_TOKEN = 'owner-token-of-the-tests'

/** Waits until it answers. `port` 0: any. `limits`: for Node. `env` is set beside what tests set. */
export const startProcess = async (
  dataDir: string,
  port = 0,
  limits: string[] = [],
  env: Record<string, string> = {},
): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [...limits, ...serverCommand()], {
    cwd: ROOT,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      VOUCH_OWNER_TOKEN: OWNER_TOKEN,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (data: Buffer) => (said += String(data)))
  return {
    port: await portOf(child, () => said),
    pid: child.pid!,
    said: () => said,
    status: () => child.exitCode,
    kill(signal) {
      child.kill(signal)
      return gone
    },
  }
}

const portOf = (child: ChildProcess, said: () => string): Promise<number> =>
  new Promise((resolve, reject) => {
    const listen = () => {
      const port = /Vouch is at http:\/\/[^:\s]+:(\d+)/.exec(said())?.[1]
      if (port) resolve(Number(port))
    }
    child.stdout!.on('data', listen)
    child.once('exit', () => reject(new Error(`The server did not start: ${said()}`)))
  })
