/**
 * What the commands need before they run: packages, a build, a browser. Each is made once and again only when
 * what it follows from has changed. Needs nothing but Node: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const inRoot = (...path) => join(root, ...path)

/** A mistake to be told in one line, without a stack. */
export class Stop extends Error {}

export const say = (line) => process.stderr.write(`${line}\n`)

/** Runs a command's body; a Stop becomes one line and exit status 1. */
export const runCommand = async (body) => {
  try {
    await body()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    process.exit(1)
  }
}

export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

const [major, minor] = process.versions.node.split('.').map(Number)

/** Packages, by `npm ci`, when the lock file, Node's ABI or the platform changed since the last time. */
export const install = () => {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(
      `Vouch needs Node 20.19 or newer; this is ${process.version}. Install a newer Node and try again.`,
    )
  }
  const stampFile = inRoot('node_modules', '.vouch-installed')
  const stamp = digest([
    readFileSync(inRoot('package-lock.json')),
    ...filesBelow('patches').map((file) => readFileSync(file)),
    [process.versions.modules, process.platform, process.arch].join(' '),
  ])
  if (readIfThere(stampFile) === stamp) return
  say('Installing packages (once; a minute or two, the database is compiled if no binary can be had) …')
  const since = Date.now()
  const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}`
    if (/better-sqlite3|node-gyp/.test(output)) {
      throw new Stop(
        'The database (better-sqlite3) could neither be downloaded nor compiled. Install a compiler — on Debian or Ubuntu: apt-get install -y python3 make g++ — and run this again.',
      )
    }
    say(output.trim())
    throw new Stop('The packages could not be installed; npm says why above. Nothing else was changed.')
  }
  writeFileSync(stampFile, stamp)
  say(`Packages installed in ${seconds(since)}.`)
}

/** The client and the server, when a source changed since the last build. */
export const build = () => {
  const stampFile = inRoot('dist', '.vouch-built')
  const sources = ['client', 'server', 'shared'].flatMap((folder) => filesBelow(folder))
  const stamp = digest([
    ...[
      ...sources,
      ...['package-lock.json', 'vite.config.ts', 'tsconfig.json'].map((f) => inRoot(f)),
    ].flatMap((f) => [f.slice(root.length), readFileSync(f)]),
    ...filesBelow('patches').map((file) => readFileSync(file)),
  ])
  if (readIfThere(stampFile) === stamp) return false
  say('Building …')
  const since = Date.now()
  for (const args of [['build'], ['build', '--ssr']]) {
    const result = spawnSync(
      process.execPath,
      [
        inRoot('node_modules/vite/bin/vite.js'),
        ...args,
        '--config',
        inRoot('vite.config.ts'),
        '--logLevel',
        'warn',
      ],
      {
        cwd: root,
        stdio: ['ignore', 2, 2],
      },
    )
    if (result.status !== 0) throw new Stop('The build failed; the reason stands above.')
  }
  writeFileSync(stampFile, stamp)
  say(`Built in ${seconds(since)}.`)
  return true
}

const BROWSERS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a Chromium, installed by apt where none is found and that is possible. */
export const chromium = () => {
  const find = () => BROWSERS.find((path) => path && existsSync(path))
  if (find()) return find()
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium for the browser tests (once) …')
    const since = Date.now()
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
    const apt = (...args) => {
      const [command, ...rest] = [...asRoot, 'apt-get', ...args]
      return spawnSync(command, rest, {
        stdio: ['ignore', 'ignore', 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    }
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
    if (find()) {
      say(`Chromium installed in ${seconds(since)}.`)
      return find()
    }
  }
  throw new Stop(
    'The browser tests need Chromium. Install it — on Debian: apt-get install -y chromium — or set CHROMIUM_PATH, and run this again.',
  )
}

const digest = (parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)

const filesBelow = (folder) => {
  const start = inRoot(folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/** Writes a file under .cache, where results of runs are kept. */
export const keep = (name, text) => {
  mkdirSync(inRoot('.cache'), { recursive: true })
  writeFileSync(inRoot('.cache', name), text)
}
