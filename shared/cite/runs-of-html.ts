/**
 * What citeproc writes as runs. Its HTML is read as data, tag by tag, and never given to a page: a tag that it does not
 * write itself is left out, its words stay.
 */
import type { Run } from './reference.ts'

type Look = Omit<Run, 'text'>

const TAG = /<(\/?)([a-z]+)([^<>]*)>|&(#\d+|[a-z]+);|[^<&]+|[<&]/gi
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

const characterOf = (name: string): string => {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? `&${name};`
  const code = Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
}

/** What a tag changes; the styles are those of `CSL.Output.Formats.html`. */
const lookOf = (tag: string, attributes: string): Look => {
  if (tag === 'i' || tag === 'em') return { italic: true }
  if (tag === 'b' || tag === 'strong') return { bold: true }
  if (tag === 'sup') return { raised: true, lowered: false }
  if (tag === 'sub') return { lowered: true, raised: false }
  if (tag === 'a') {
    const href = /href="(https?:\/\/[^"\s]+)"/i.exec(attributes)?.[1]
    return href ? { href: href.replace(/&(#\d+|[a-z]+);/gi, (_, name: string) => characterOf(name)) } : {}
  }
  const look: Look = {}
  if (/font-style:\s*italic/.test(attributes)) look.italic = true
  if (/font-style:\s*normal/.test(attributes)) look.italic = false
  if (/font-weight:\s*bold/.test(attributes)) look.bold = true
  if (/font-weight:\s*normal/.test(attributes)) look.bold = false
  if (/font-variant:\s*small-caps/.test(attributes)) look.smallCaps = true
  if (/font-variant:\s*normal/.test(attributes)) look.smallCaps = false
  return look
}

const LOOKS = ['italic', 'bold', 'smallCaps', 'raised', 'lowered', 'href'] as const

const same = (a: Look, b: Look): boolean => LOOKS.every((name) => (a[name] || false) === (b[name] || false))

const runOf = (text: string, look: Look): Run => ({
  text,
  ...Object.fromEntries(LOOKS.flatMap((name) => (look[name] ? [[name, look[name]]] : []))),
})

export const runsOfHtml = (html: string): Run[] => {
  const open: { tag: string; look: Look }[] = []
  const runs: Run[] = []
  let look: Look = {}
  const write = (text: string) => {
    const last = runs.at(-1)
    if (last && same(last, look)) last.text += text
    else runs.push(runOf(text, look))
  }
  for (const [all, closing, name, attributes, entity] of html.matchAll(TAG)) {
    if (entity !== undefined) write(characterOf(entity))
    else if (name === undefined) write(all)
    else if (closing) {
      const at = open.findLastIndex(({ tag }) => tag === name.toLowerCase())
      if (at < 0) continue
      look = open[at]!.look
      open.length = at
    } else if (!attributes?.endsWith('/')) {
      open.push({ tag: name.toLowerCase(), look })
      look = { ...look, ...lookOf(name.toLowerCase(), attributes ?? '') }
    }
  }
  return trimmed(runs)
}

/** Line breaks between citeproc's blocks are no words. */
const trimmed = (runs: Run[]): Run[] => {
  const clean = runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ') }))
  if (clean[0]) clean[0].text = clean[0].text.trimStart()
  const last = clean.at(-1)
  if (last) last.text = last.text.trimEnd()
  return clean.filter(({ text }) => text !== '')
}

export const plainRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
