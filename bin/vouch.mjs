#!/usr/bin/env node
/** `npx vouch …`: the command line, from the built server. */
import { build, install, runCommand } from './prepare.mjs'

await runCommand(async () => {
  install()
  build()
  const { run } = await import('../dist/server/cli.js')
  process.exitCode = await run(process.argv.slice(2))
})
