/**
 * `npm test`: installs what is missing, then types, lint, and all tests; `--long` with full rounds, `--outside`
 * for what needs other programs. The last line counts: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, chromium, install, keep, root, runCommand, say, seconds } from './prepare.mjs'

const long = process.argv.includes('--long')
const outside = process.argv.includes('--outside')
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))

await runCommand(() => {
  const started = Date.now()
  install()
  const browser = chromium()
  const results = []
  const step = (name, body) => {
    const since = Date.now()
    const ok = body()
    results.push(ok)
    say(`${ok ? '✓' : '✗'} ${name} (${seconds(since)})`)
  }
  const node = (script, ...args) =>
    spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: ['ignore', 2, 2] })
      .status === 0

  if (!outside && wanted.length === 0) {
    step('types', () => node('node_modules/typescript/bin/tsc', '--noEmit'))
    step('lint', () => node('node_modules/oxlint/bin/oxlint', '--deny-warnings'))
    step('format', () =>
      node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    )
  }
  // Journeys and the kill tests run what people run: the built client and server.
  build()
  const { passed, failed } = runVitest(browser)
  const all = {
    passed: passed + results.filter(Boolean).length,
    failed: failed + results.filter((ok) => !ok).length,
  }
  const summary = `${all.passed} passed, ${all.failed} failed`
  keep('test-summary.txt', `${summary}\n`)
  say(`All of it took ${seconds(started)}.`)
  process.stdout.write(`${summary}\n`)
  process.exitCode = all.failed === 0 ? 0 : 1
})

function runVitest(browser) {
  const report = join(root, '.cache', 'vitest.json')
  rmSync(report, { force: true })
  const result = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...(outside ? ['test/outside'] : wanted),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: {
        ...process.env,
        CHROMIUM_PATH: browser,
        VOUCH_BUILT: '1',
        ...(long ? { VOUCH_LONG: '1' } : {}),
        ...(outside ? { VOUCH_OUTSIDE: '1' } : {}),
      },
    },
  )
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that cannot be loaded has no failed test of its own, and must not pass for one.
  const broken = result.status === 0 || numFailedTests > 0 ? 0 : Math.max(1, numFailedTestSuites)
  return { passed: numPassedTests, failed: numFailedTests + broken }
}
