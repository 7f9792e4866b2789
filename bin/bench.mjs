/**
 * `npm run bench [-- NAME …]`: the benchmarks of test/bench, as JSON under .cache/ and as a readable table. `sync:pairs` and,
 * after one name, `sync pairs cursors` run single scenarios of a benchmark that has several.
 */
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
  const [first, ...rest] = process.argv.slice(2)
  const isOne = all.includes(first) && !rest.some((word) => all.includes(word.split(':')[0]))
  const wanted = isOne ? [[first, ...rest]] : process.argv.slice(2).map((arg) => arg.split(':'))
  const unknown = wanted.find(([name]) => !all.includes(name))?.[0]
  if (unknown) throw new Stop(`There is no benchmark "${unknown}". There are: ${all.join(', ')}.`)
  for (const [name, ...scenarios] of wanted.length ? wanted : all.map((each) => [each])) {
    say(`\n— ${name}`)
    const result = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/tsx/dist/cli.mjs'),
        join(root, 'test/bench', `${name}.bench.ts`),
        ...scenarios,
      ],
      { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromium(), VOUCH_BUILT: '1' } },
    )
    if (result.status !== 0) throw new Stop(`The benchmark "${name}" failed; the reason stands above.`)
  }
})
