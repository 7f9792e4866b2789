/**
 * Holds the code to docs/architecture.md: who may import whom, no circles, no barrels, every room on the map.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const filesBelow = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
        .sort()
    : []

type Import = { from: string; to: string; typeOnly: boolean }

const IMPORT =
  /(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g

const importsOf = (file: string): Import[] => {
  const text = readFileSync(join(root, file), 'utf8').replace(/^\s*(\/\*[\s\S]*?\*\/|\/\/.*)$/gm, '')
  return [...text.matchAll(IMPORT)].map((match) => {
    const named = match[2] ?? match[3]!
    const to = named.startsWith('.') ? normalize(join(dirname(file), named)).replace(/\?.*$/, '') : named
    return { from: file, to, typeOnly: match[1] !== undefined }
  })
}

const files = ['shared', 'server', 'client'].flatMap(filesBelow)
const imports = files.flatMap(importsOf)
const own = imports.filter((i) => /^(shared|server|client)\//.test(i.to))
const room = (file: string) => file.split('/').slice(0, 2).join('/')

/** What each room of shared/ may use, besides itself. */
const SHARED: Record<string, string[]> = {
  'shared/words': [],
  'shared/text': [],
  'shared/anchor': ['shared/text'],
  'shared/cite': ['shared/text', 'shared/words'],
  'shared/editor': ['shared/words', 'shared/text', 'shared/anchor', 'shared/cite'],
  'shared/brief': ['shared/words', 'shared/text', 'shared/anchor', 'shared/cite', 'shared/editor'],
  'shared/markdown': [
    'shared/text',
    'shared/anchor',
    'shared/cite',
    'shared/editor',
    'shared/brief',
    'shared/check',
  ],
  'shared/word': [
    'shared/words',
    'shared/export',
    'shared/text',
    'shared/anchor',
    'shared/cite',
    'shared/editor',
    'shared/brief',
    'shared/check',
    'shared/markdown',
  ],
  'shared/export': [
    'shared/words',
    'shared/text',
    'shared/anchor',
    'shared/cite',
    'shared/editor',
    'shared/brief',
    'shared/check',
    'shared/markdown',
  ],
  'shared/check': [
    'shared/words',
    'shared/text',
    'shared/anchor',
    'shared/cite',
    'shared/editor',
    'shared/brief',
  ],
  'shared/capture': ['shared/cite', 'shared/brief', 'shared/wire'],
  'shared/wire': [
    'shared/word',
    'shared/text',
    'shared/anchor',
    'shared/cite',
    'shared/editor',
    'shared/brief',
    'shared/check',
  ],
}

/** What each room of server/ may use, besides itself, shared/, and the plain modules log, config and program-beside. */
const SERVER: Record<string, string[]> = {
  'server/storage': [],
  'server/ingest': [],
  'server/paper': ['server/ingest'],
  'server/sync': ['server/storage'],
  'server/brief': ['server/storage', 'server/ingest', 'server/sync', 'server/paper'],
  'server/http': ['server/storage', 'server/ingest', 'server/sync', 'server/brief'],
  'server/cli': ['server/storage', 'server/ingest', 'server/sync', 'server/brief', 'server/http'],
}

const list = (found: Import[]) => found.map((i) => `${i.from} → ${i.to}`)

describe('The house', () => {
  it('keeps shared/ free of DOM, Node and React, and of the other two homes', () => {
    const strangers = imports.filter(
      (i) =>
        i.from.startsWith('shared/') &&
        (/^(server|client)\//.test(i.to) || /^(node:|react|hono|ws$|kysely|better-sqlite3|@hono)/.test(i.to)),
    )
    expect(list(strangers)).toEqual([])
  })

  it('lets the rooms of shared/ know only the rooms below them', () => {
    const wrong = own.filter(
      (i) =>
        i.from.startsWith('shared/') &&
        room(i.from) !== room(i.to) &&
        !SHARED[room(i.from)]?.includes(room(i.to)),
    )
    expect(list(wrong)).toEqual([])
  })

  it('lets the rooms of server/ know only the rooms below them', () => {
    const wrong = own.filter(
      (i) =>
        SERVER[room(i.from)] !== undefined &&
        i.to.startsWith('server/') &&
        room(i.from) !== room(i.to) &&
        !SERVER[room(i.from)]!.includes(room(i.to)) &&
        !['server/log.ts', 'server/config.ts', 'server/program-beside.ts'].includes(i.to) &&
        // The command line starts the same server that main does.
        !(room(i.from) === 'server/cli' && i.to.split('/').length === 2) &&
        // Handlers are given the services; they ask only for their type.
        !(i.typeOnly && i.to === 'server/services.ts'),
    )
    expect(list(wrong)).toEqual([])
  })

  it('lets a feature of the client know ui and brief, and never another feature or a page', () => {
    const feature = (file: string) => /^client\/features\/([^/]+)\//.exec(file)?.[1]
    const wrong = own.filter((i) => {
      const mine = feature(i.from)
      if (mine) {
        const theirs = feature(i.to)
        return (theirs !== undefined && theirs !== mine) || i.to.startsWith('client/pages/')
      }
      if (i.from.startsWith('client/words/'))
        return i.to.startsWith('client/') && !i.to.startsWith('client/words/')
      return /^client\/(ui|brief)\//.test(i.from) && /^client\/(features|pages)\//.test(i.to)
    })
    expect(list(wrong)).toEqual([])
  })

  it('joins client and server by one import of a type', () => {
    const across = own.filter((i) => i.from.startsWith('client/') && i.to.startsWith('server/'))
    expect(
      across.filter((i) => !i.typeOnly || i.to !== 'server/http/app.ts').map((i) => `${i.from} → ${i.to}`),
    ).toEqual([])
    expect(across.length).toBeLessThanOrEqual(1)
    expect(list(own.filter((i) => i.from.startsWith('server/') && i.to.startsWith('client/')))).toEqual([])
  })

  it('has no import circles', () => {
    const next = new Map(
      files.map((file) => [file, own.filter((i) => i.from === file && !i.typeOnly).map((i) => i.to)]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) return void circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (done.has(file)) return
      for (const to of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  it('has no barrels: no file that only passes on what others export', () => {
    const barrels = files.filter((file) => {
      const code = readFileSync(join(root, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .trim()
      return (
        code !== '' &&
        code.split(/\n(?=\S)/).every((statement) => /^export\s+(type\s+)?[*{][\s\S]*from\s/.test(statement))
      )
    })
    expect(barrels).toEqual([])
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([])
  })

  it('names files in kebab-case, and imports them by their whole name', () => {
    expect(files.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([])
    expect(list(own.filter((i) => !existsSync(join(root, i.to))))).toEqual([])
  })

  // An element above the text that a style asks about what is in it: the browser then goes through all of the text at each letter.
  it('asks in the styles of the text by no :has()', () => {
    const styles = readFileSync(join(root, 'client/styles/editor.css'), 'utf8')
    expect(styles.split('\n').filter((line) => line.includes(':has('))).toEqual([])
  })

  it('has every room on the map in docs/architecture.md, and no room on the map that is not there', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
    const map = /```rooms\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    const drawn: string[] = []
    let home = ''
    for (const line of map.split('\n')) {
      const top = /^(\w+)\/\s/.exec(line)
      if (top) home = top[1]!
      const inner = /^ {2}([\w-]+)\/\s/.exec(line)
      if (inner) drawn.push(`${home}/${inner[1]}`)
    }
    const there = [...new Set(files.filter((file) => file.split('/').length > 2).map(room))].sort()
    expect(drawn.sort()).toEqual(
      [...new Set([...there, ...drawn.filter((d) => existsSync(join(root, d)))])].sort(),
    )
  })
})
