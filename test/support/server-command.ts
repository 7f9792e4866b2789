/** What starts the server as a process: the build that the test command has just made, or else the sources. */
import { fileURLToPath } from 'node:url'

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Arguments for Node. VOUCH_BUILT is set where the build is known to be of these very sources. */
export const serverCommand = (): string[] =>
  process.env.VOUCH_BUILT ? [file('dist/server/main.js')] : ['--import', 'tsx', file('server/main.ts')]
