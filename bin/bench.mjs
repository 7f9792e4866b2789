/** `npm run bench [-- NAME …]`: the benchmarks of test/bench, as JSON under .cache/ and as a readable table. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, chromium, install, root, runCommand, say, Stop } from './prepare.mjs'

await runCommand(() => {
  install()
  build()
  const all = readdirSync(join(root, 'test/bench'))
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.replace('.bench.ts', ''))
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !all.includes(name))
  if (unknown) throw new Stop(`There is no benchmark "${unknown}". There are: ${all.join(', ')}.`)
  for (const name of wanted.length ? wanted : all) {
    say(`\n— ${name}`)
    const result = spawnSync(
      process.execPath,
      [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'test/bench', `${name}.bench.ts`)],
      { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromium() } },
    )
    if (result.status !== 0) throw new Stop(`The benchmark "${name}" failed; the reason stands above.`)
  }
})
