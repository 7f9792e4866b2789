/**
 * How long each kind of file takes, and how much memory: at the built server by its address, beside pandoc making the same kind
 * from the same Markdown (where pandoc is there; for PDF by way of LibreOffice, since no TeX is asked for). In turn, in one run.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBrief } from '../../shared/brief/read.ts'
import { EVERY_FORMAT_NAME, type AnyFormatName } from '../../shared/export/formats.ts'
import { toMarkdown } from '../../shared/markdown/write.ts'
import { longBrief } from '../support/long-brief.ts'
import { OWNER_TOKEN, startTestServer } from '../support/server.ts'
import { startProcess } from '../support/server-process.ts'
import { median, report, type Row } from './report.ts'

const ROUNDS = Number(process.env.VOUCH_ROUNDS ?? 5)
const SIZES = [
  { words: 10_000, citations: 300 },
  { words: 100_000, citations: 1000 },
]

type Measured = { ms: number; megabytes: number; bytes: number }

const dir = mkdtempSync(join(tmpdir(), 'vouch-exports-'))
/** The first start lets its owner in; the one that is measured is the built server. */
const filling = await startTestServer({ dir: join(dir, 'data') })
const briefs = []
for (const size of SIZES) {
  const brief = readBrief(longBrief(size))
  const { id }: { id: string } = await filling.post('/api/briefs/import', { markdown: toMarkdown(brief) })
  briefs.push({ ...size, brief, id })
}
await filling.close()
const server = await startProcess(join(dir, 'data'))
const url = `http://127.0.0.1:${server.port}`
const headers = { authorization: `Bearer ${OWNER_TOKEN}` }

/** Megabytes that a process holds now (`VmRSS`) or held at most (`VmHWM`); 0 when it is gone (Linux, proc(5)). */
const memoryOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(found?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const childrenOf = (pid: number): number[] => {
  try {
    const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number)
    return own.flatMap((child) => [child, ...childrenOf(child)])
  } catch {
    return []
  }
}

/** The most that a process and what it starts hold together while something is done. */
const most = async <T>(pid: () => number, work: () => Promise<T>): Promise<[T, number]> => {
  let highest = 0
  const look = () => {
    const all = [pid(), ...childrenOf(pid())]
    highest = Math.max(
      highest,
      all.reduce((sum, each) => sum + memoryOf(each, 'VmRSS'), 0),
    )
  }
  const looking = setInterval(look, 10)
  try {
    const done = await work()
    look()
    return [done, highest]
  } finally {
    clearInterval(looking)
  }
}

const ours = async (id: string, format: AnyFormatName): Promise<Measured> => {
  const rest = memoryOf(server.pid, 'VmRSS')
  const since = performance.now()
  const [bytes, highest] = await most(
    () => server.pid,
    async () => {
      const answer = await fetch(`${url}/api/briefs/${id}/export.${format}?audience=inside`, { headers })
      if (!answer.ok) throw new Error(`${format}: ${answer.status} ${await answer.text()}`)
      return (await answer.arrayBuffer()).byteLength
    },
  )
  return { ms: performance.now() - since, megabytes: Math.max(0, highest - rest), bytes }
}

/** Null where the program is not there. */
const program = async (name: string, args: string[]): Promise<Measured | null> => {
  const since = performance.now()
  let pid = 0
  const [status, megabytes] = await most(
    () => pid,
    () =>
      new Promise<number | null>((resolve) => {
        const child = spawn(name, args, { stdio: 'ignore' })
        pid = child.pid ?? 0
        child.once('error', () => resolve(null))
        child.once('exit', resolve)
      }),
  )
  if (status === null) return null
  if (status !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${status}.`)
  return { ms: performance.now() - since, megabytes, bytes: 0 }
}

const PANDOC: Partial<Record<AnyFormatName, (file: string) => Promise<Measured | null>>> = {
  md: (file) => program('pandoc', [file, '-s', '-t', 'markdown', '-o', join(dir, 'p.md')]),
  html: (file) => program('pandoc', [file, '--citeproc', '-s', '-o', join(dir, 'p.html')]),
  docx: (file) => program('pandoc', [file, '--citeproc', '-o', join(dir, 'p.docx')]),
  async pdf(file) {
    const first = await program('pandoc', [file, '--citeproc', '-o', join(dir, 'p.docx')])
    const then =
      first &&
      (await program('soffice', [
        `-env:UserInstallation=file://${join(dir, 'office')}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        dir,
        join(dir, 'p.docx'),
      ]))
    return then && { ...then, ms: first.ms + then.ms, megabytes: Math.max(first.megabytes, then.megabytes) }
  },
}

const rows: Row[] = []
try {
  for (const { words, citations, brief, id } of briefs) {
    const file = join(dir, `${words}.md`)
    writeFileSync(file, toMarkdown(brief, { citations: 'pandoc', evidence: 'none' }))
    const measured = new Map<AnyFormatName, { own: Measured[]; rival: Measured[] }>()
    for (let round = 0; round < ROUNDS; round++)
      for (const format of EVERY_FORMAT_NAME) {
        const { own, rival } = measured.get(format) ?? { own: [], rival: [] }
        measured.set(format, { own, rival })
        own.push(await ours(id, format))
        const beside = await PANDOC[format]?.(file)
        if (beside) rival.push(beside)
      }
    for (const [format, { own, rival }] of measured) {
      const middle = (of: Measured[], field: keyof Measured) => median(of.map((each) => each[field]))
      const has = rival.length > 0
      rows.push({
        brief: `${words.toLocaleString('en')} words, ${citations} citations`,
        file: format,
        kB: middle(own, 'bytes') / 1024,
        ms: middle(own, 'ms'),
        'MB more': middle(own, 'megabytes'),
        'pandoc ms': has ? middle(rival, 'ms') : '–',
        'pandoc MB': has ? middle(rival, 'megabytes') : '–',
        'of pandoc’s time': has ? `${(middle(own, 'ms') / middle(rival, 'ms')).toFixed(2)} ×` : '–',
      })
    }
  }
} finally {
  await server.kill('SIGTERM')
  rmSync(dir, { recursive: true, force: true })
}
report('exports', rows)
