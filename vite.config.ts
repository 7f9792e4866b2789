/**
 * How the client, the server and the tests are built.
 *
 * `vite build` makes the client into dist/client; `vite build --ssr` makes the server into dist/server.
 * The server's packages are built into it: 1,400 files that Node finds, reads and compiles one by one are half of a start.
 */
import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { transformWithOxc, type Plugin, type Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What pdf.js asks for by name while it draws: character maps, fonts that a file does not bring along, decoders. */
const pdfFiles = (): Plugin => {
  const folders = ['cmaps', 'standard_fonts', 'wasm'].map((name) => ({
    name,
    at: here(`node_modules/pdfjs-dist/${name}/`),
  }))
  return {
    name: 'pdf-files',
    generateBundle() {
      if (this.environment.name !== 'client') return
      for (const { name, at } of folders)
        for (const file of readdirSync(at))
          this.emitFile({ type: 'asset', fileName: `pdf/${name}/${file}`, source: readFileSync(at + file) })
    },
    configureServer(server) {
      server.middlewares.use('/pdf', (request, response, next) => {
        const [, folder, file] = /^\/(\w+)\/([\w.-]+)$/.exec(request.url ?? '') ?? []
        const known = folders.find(({ name }) => name === folder)
        if (!known || !file || !existsSync(known.at + file)) return next()
        response.end(readFileSync(known.at + file))
      })
    },
  }
}

/** The worker that keeps the program on a device, with the list of this build's files in it. */
const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: (_, { isSsrBuild }) => !isSsrBuild,
  async writeBundle({ dir }, bundle) {
    const files = Object.keys(bundle)
      .filter((file) => file.startsWith('assets/'))
      .sort()
    const page = readFileSync(`${dir}/index.html`)
    const version = createHash('sha256').update(files.join()).update(page).digest('hex').slice(0, 16)
    const shell = JSON.stringify({ version, files: files.map((file) => `/${file}`) })
    const source = here('client/device/service-worker.ts')
    const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source)
    writeFileSync(`${dir}/service-worker.js`, `const SHELL = ${shell}\n${code}`)
  },
})

/** The files that a module is loaded with when it is asked for later. */
const filesOf = (bundle: Rolldown.OutputBundle, module: string) => {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  // One that stands for it alone comes before the one that holds it among others.
  const first =
    chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module)) ??
    chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
  if (!first) throw new Error(`${module} is in no file.`)
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const follow = (fileName: string) => {
    const chunk = named.get(fileName)
    if (!chunk || scripts.has(fileName)) return
    scripts.add(fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style)
    chunk.imports.forEach(follow)
  }
  follow(first.fileName)
  return { scripts, styles }
}

const filesOfAll = (bundle: Rolldown.OutputBundle, modules: string[]) => {
  const parts = modules.map((module) => filesOf(bundle, module))
  return {
    scripts: new Set(parts.flatMap(({ scripts }) => [...scripts])),
    styles: new Set(parts.flatMap(({ styles }) => [...styles])),
  }
}

/**
 * Packages that make errors while they are loaded. V8 finds out where in its file an error was made by reading the whole file again, which
 * must not be a large one.
 */
const MAKES_ERRORS = /node_modules\/(lib0|prosemirror-model)\//

/**
 * The steps in which a brief is opened, a file each with all that the module needs and an earlier step has not brought. Left to themselves
 * they were 72 files, and six at a time is all that a browser asks for.
 */
const STEPS_OF_OPENING = [
  { name: 'begin', test: /client\/begin\.ts$|vite\/preload-helper/, priority: 9 },
  // The words of all others are spoken as they are loaded, which is when this one has chosen a language: what a language needs is in it.
  { name: 'main', test: /client\/(main|words\/(number-text|plurals|translation))\.ts$/, priority: 8 },
  { name: 'errors', test: MAKES_ERRORS, priority: 7 },
  { name: 'open', test: /client\/pages\/open-early\.ts$/, priority: 6 },
  { name: 'ground', test: (id: string) => ground.has(id), priority: 5 },
  { name: 'page', test: /client\/features\/editor\/early-page\.ts$/, priority: 4 },
  { name: 'program', test: /client\/draw\.tsx$/, priority: 3 },
  { name: 'brief', test: /client\/pages\/brief-page\.tsx$/, priority: 2 },
  { name: 'panes', test: /client\/features\/(sources\/sources-pane|cite\/evidence-pane)\.tsx$/, priority: 1 },
]

/** Modules of the page's editor that every other page needs too, and must not load the editor for. */
const ground = new Set<string>()

const findGround = (): Plugin => ({
  name: 'find-ground',
  buildEnd() {
    const neededBy = (entry: string) => {
      const needed = new Set<string>()
      const follow = (id: string) => {
        if (needed.has(id)) return
        needed.add(id)
        this.getModuleInfo(id)?.importedIds.forEach(follow)
      }
      for (const id of this.getModuleIds()) if (id.endsWith(entry)) follow(id)
      return needed
    }
    const everywhere = neededBy('/client/draw.tsx')
    for (const id of neededBy('/editor/early-page.ts')) if (everywhere.has(id)) ground.add(id)
  },
})

/**
 * The page of a brief, from that of all others. Its scripts are named in a template, for when its text is painted (client/begin.ts): what
 * it is written in with first, read and compiled at once; then what is drawn around that, only brought, so that it takes no time from it.
 */
const briefPage = (page: string, bundle: Rolldown.OutputBundle): string => {
  const link = (rel: string) => (file: string) => `<link ${rel} crossorigin href="/${file}">`
  const entry = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.isEntry,
  ) as Rolldown.OutputChunk
  const first = filesOfAll(bundle, ['/client/main.ts', '/pages/open-early.ts', '/editor/early-page.ts'])
  const then = filesOfAll(bundle, ['/client/draw.tsx', '/pages/brief-page.tsx'])
  const named = new Set(entry.imports)
  const later = (files: Set<string>) => [...files].filter((file) => !named.has(file) && named.add(file))
  return page
    .replaceAll(/<link rel="modulepreload"[^>]*>\n? */g, '')
    .replace(
      '</head>',
      () =>
        entry.imports.map(link('rel="modulepreload"')).join('') +
        [...first.styles, ...then.styles]
          .filter((file) => !page.includes(`"/${file}"`))
          .map(link('rel="stylesheet"'))
          .join('') +
        '</head>',
    )
    .replace(
      '<div id="root"></div>',
      (root) =>
        `${root}<template id="program">${later(first.scripts).map(link('rel="modulepreload"')).join('')}` +
        `${later(then.scripts).map(link('rel="preload" as="script" fetchpriority="low"')).join('')}</template>`,
    )
}

/**
 * What the pages come with: tags that name files which the program would ask for only once it runs (the pages, which wait
 * for the language; the editor, on a brief's page), and every file a second and a third time, compressed.
 */
const onTheWire = (): Plugin => ({
  name: 'on-the-wire',
  apply: (_, { isSsrBuild }) => !isSsrBuild,
  transformIndexHtml: {
    order: 'post',
    handler(page, { bundle }) {
      if (!bundle) return []
      const { scripts, styles } = filesOfAll(bundle, ['/client/main.ts', '/client/draw.tsx'])
      const link = (rel: string) => (file: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      })
      return [...[...scripts].map(link('modulepreload')), ...[...styles].map(link('stylesheet'))].filter(
        ({ attrs }) => !page.includes(`"${attrs.href}"`),
      )
    },
  },
  async writeBundle({ dir }, bundle) {
    writeFileSync(`${dir}/brief.html`, briefPage(readFileSync(`${dir}/index.html`, 'utf8'), bundle))
    await Promise.all(
      Object.keys(bundle)
        .filter((file) => /\.(js|mjs|css|svg|wasm)$/.test(file))
        .flatMap((file) => {
          const bytes = readFileSync(`${dir}/${file}`)
          if (bytes.length < 1024) return []
          return [
            // The best quality takes ten times as long for a twentieth less.
            promisify(brotliCompress)(bytes, {
              params: {
                [constants.BROTLI_PARAM_QUALITY]: 9,
                [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
              },
            }).then((small) => writeFileSync(`${dir}/${file}.br`, small)),
            promisify(gzip)(bytes, { level: 9 }).then((small) => writeFileSync(`${dir}/${file}.gz`, small)),
          ]
        }),
    )
  },
})

/** Packages that are no script alone, or look for files beside their own. */
const STAY_OUTSIDE = [
  'better-sqlite3',
  '@myriaddreamin/typst-ts-node-compiler',
  'pdfjs-dist',
  'pino',
  '@citation-js/core',
  '@citation-js/plugin-bibtex',
  '@citation-js/plugin-ris',
]

export default defineConfig(({ isSsrBuild }) => ({
  root: process.env.VITEST ? here('.') : here('client'),
  plugins: [react(), pdfFiles(), findGround(), serviceWorker(), onTheWire()],
  // Workers load styles when they are asked for.
  worker: { format: 'es' },
  // Two copies of yjs in one bundle break instanceof checks and lose edits without a word.
  resolve: {
    dedupe: ['yjs', 'lib0', 'y-protocols', 'react', 'react-dom', '@tiptap/pm', '@tiptap/core'],
    // For browsers it takes a form of its own, which asks the page to decode; a worker has none.
    alias: {
      'decode-named-character-reference': here('node_modules/decode-named-character-reference/index.js'),
    },
  },
  ...(isSsrBuild && { ssr: { noExternal: true, external: STAY_OUTSIDE } }),
  build: isSsrBuild
    ? {
        outDir: here('dist/server'),
        emptyOutDir: true,
        target: 'node20',
        ssr: true,
        rollupOptions: {
          input: {
            main: here('server/main.ts'),
            cli: here('server/cli/cli.ts'),
            // A program of its own, started beside the server's files: reading-room.ts.
            'reading-child': here('server/ingest/reading-child.ts'),
            // A program of its own, started beside the server's files: typeset.ts.
            'typeset-child': here('server/paper/typeset-child.ts'),
            // A thread's program, started beside the server's files: carrier.ts.
            'carrying-thread': here('server/brief/carrying-thread.ts'),
            // A thread's program: write-aside.ts.
            'writing-thread': here('server/brief/writing-thread.ts'),
            // A program of its own, started beside the server's files: scheduled-backups.ts.
            'backup-child': here('server/storage/backup-child.ts'),
          },
          // Side by side, so that the server's files find each other.
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        outDir: here('dist/client'),
        emptyOutDir: true,
        target: 'es2022',
        chunkSizeWarningLimit: 1500,
        rolldownOptions: { output: { codeSplitting: { groups: STEPS_OF_OPENING } } },
      },
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    // Programs from outside run in their own round: npm run test:outside.
    // Packages that benchmarks install for themselves bring tests of their own.
    exclude: ['**/node_modules/**', ...(process.env.VOUCH_OUTSIDE ? [] : ['test/outside/**'])],
    // A test waits for a state, and a slow machine is slow, not wrong.
    expect: { poll: { timeout: 40_000, interval: 50 } },
    // One set of modules a worker: loading them anew for each file took half of the time.
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Four at a time: much of what is tested is waiting, for a disk, a timer, a page.
    maxWorkers: 4,
  },
}))
