/** `npm start`: installs what is missing, builds what changed, serves. */
import { build, install, runCommand } from './prepare.mjs'

await runCommand(async () => {
  install()
  build()
  process.env.NODE_ENV ??= 'production'
  await import('../dist/server/main.js')
})
