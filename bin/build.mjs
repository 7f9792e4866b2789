/** `npm run build`: the client into dist/client, the server into dist/server. */
import { build, install, runCommand, say } from './prepare.mjs'

await runCommand(() => {
  install()
  if (!build()) say('The build is up to date.')
})
