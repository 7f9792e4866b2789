/** A brief as plain data for the typesetter: blocks, and in their lines words and the notes at the foot of the page. */
import type { BodyNode } from '../../shared/brief/body.ts'
import { directionOfBlock } from '../../shared/brief/direction.ts'
import { keptLines, keptNode } from '../../shared/brief/kept-block.ts'
import type { ReadBrief } from '../../shared/brief/read.ts'
import { tryStyle } from '../../shared/brief/styled.ts'
import type { StyleData, Styled } from '../../shared/cite/styler.ts'
import { beforeStop } from '../../shared/export/before-stop.ts'
import type { Run } from '../../shared/cite/reference.ts'
import { calloutKind } from '../../shared/editor/blocks.ts'
import { safeAddress } from '../../shared/export/escape-html.ts'
import type { ExportOptions } from '../../shared/export/formats.ts'
import { isHeaded } from '../../shared/export/headed-list.ts'
import { dayOf, saidBy } from '../../shared/export/html-notes.ts'
import { type Portable, portable } from '../../shared/markdown/portable.ts'
import { noteOf, referenceOf } from './note.ts'
import { isHeadingRow, placed, widthOf } from './table-cells.ts'
import { PICTURE_ENDINGS } from '../../shared/brief/picture-kind.ts'
import { insteadOfPicture, type Pictures } from '../../shared/export/pictures.ts'
import { drawable } from './word-picture.ts'
import { writtenIn } from '../../shared/words/written.ts'
import { languageRunsRightToLeft } from '../../shared/text/direction.ts'
import { clean } from '../ingest/xml-words.ts'

type Piece = { t: 'text' | 'br' | 'note'; v?: string; c?: Piece[][]; [look: string]: unknown }
type Block = { t: string; [field: string]: unknown }

/** What the template reads. */
export const pdfContent = (
  brief: ReadBrief,
  options: ExportOptions,
  pictures: Pictures,
  style: StyleData | null = null,
) => {
  const file = portable(brief, options.audience ?? 'outside')
  const { about } = file
  const said = writtenIn(about.lang)
  const [lang = 'en', region = ''] = about.lang.split('-')
  const styled = tryStyle(file, style)
  if (styled && !styled.notes) file.body = beforeStop(file.body)
  const blocks = bodyOf(file, { options, pictures, styled })
  return {
    title: clean(about.title || said.untitledBrief),
    authors: about.authors.map(clean),
    by: clean(
      [about.authors.join(', '), about.date ? dayOf(about.date, said) : ''].filter(Boolean).join(' · '),
    ),
    lang: /^[a-z]{2,3}$/i.test(lang) ? lang.toLowerCase() : 'en',
    region: /^[a-z]{2}$/i.test(region) ? region.toUpperCase() : null,
    rtl: languageRunsRightToLeft(about.lang),
    handling: clean(about.handling?.trim() ?? ''),
    blocks,
  }
}

const words = (v: string, look: Record<string, unknown> = {}): Piece => ({ t: 'text', v: clean(v), ...look })

const piecesOf = (runs: readonly Run[]): Piece[] =>
  runs.map(({ text, italic, bold, raised, lowered, smallCaps, href }) => {
    const address = safeAddress(href)
    return words(text, {
      ...(italic ? { italic } : {}),
      ...(bold ? { bold } : {}),
      ...(raised ? { raised } : {}),
      ...(lowered ? { lowered } : {}),
      ...(smallCaps ? { smallCaps } : {}),
      ...(address ? { href: address } : {}),
    })
  })

const MARKS = new Set(['bold', 'italic', 'strike', 'code'])

type InFile = { options: ExportOptions; pictures: Pictures; styled: Styled | null }

const bodyOf = (file: Portable, { options, pictures, styled }: InFile): Block[] => {
  const said = writtenIn(file.about.lang)
  let drewSources = false
  const citedIn = (id: string): Piece[] => {
    const note = noteOf(id, file, options)
    return [
      ...piecesOf(styled?.clusters.get(id) ?? note.cluster),
      ...(note.words ? [words(` ${note.words}`)] : []),
    ]
  }
  const line = (block: BodyNode, inNote = false): Piece[] =>
    (block.content ?? []).flatMap((node, at, all): Piece[] => {
      const id = String(node.attrs?.id ?? '')
      if (node.type === 'hardBreak') return [{ t: 'br' }]
      if (node.type === 'citation')
        return styled && !styled.notes
          ? [words(' '), ...piecesOf(styled.clusters.get(id) ?? [])]
          : inNote
            ? [words(' ('), ...citedIn(id), words(')')]
            : [{ t: 'note', c: [citedIn(id)] }]
      if (node.type === 'footnote')
        return inNote ? [] : [{ t: 'note', c: (file.footnotes.get(id) ?? []).map((p) => line(p, true)) }]
      const look: Record<string, unknown> = {}
      for (const { type, attrs } of node.marks ?? []) {
        if (MARKS.has(type)) look[type] = true
        const address = type === 'link' ? safeAddress(attrs?.href) : null
        if (address) look.href = address
      }
      const isQuoted = (other?: BodyNode) => other?.marks?.some(({ type }) => type === 'quoted') === true
      const own = isQuoted(node)
      return [
        ...(own && !isQuoted(all[at - 1]) ? [words(said.quoteMarks[0])] : []),
        words(node.text ?? '', look),
        ...(own && !isQuoted(all[at + 1]) ? [words(said.quoteMarks[1])] : []),
      ]
    })
  const all = (node: BodyNode): Block[] => (node.content ?? []).flatMap(draw)
  const plain = (text: string): Block => ({ t: 'p', c: [words(text)] })
  const sources = (): Block[] => {
    if (drewSources || file.order.sources.length === 0) return []
    drewSources = true
    return [
      ...(isHeaded(file.body) ? [] : [{ t: 'h', level: 1, c: [words(said.sources)] }]),
      ...(styled && styled.bibliography.length > 0
        ? styled.bibliography.map(({ label, runs }) => ({
            t: 'source',
            c: [...(label ? [words(`${label} `)] : []), ...piecesOf(runs)],
          }))
        : file.order.sources.map((id) => ({ t: 'source', c: piecesOf(referenceOf(id, file)) }))),
    ]
  }
  const draw = (node: BodyNode): Block[] => {
    const { type, attrs } = node
    switch (type) {
      case 'paragraph':
        return [{ t: 'p', c: line(node), dir: directionOfBlock(node) }]
      case 'heading': {
        const level = Math.min(6, Math.max(1, Math.round(Number(attrs?.level ?? 1)) || 1))
        return [{ t: 'h', level, c: line(node), dir: directionOfBlock(node) }]
      }
      case 'bulletList':
        return [{ t: 'bullets', dir: directionOfBlock(node), c: (node.content ?? []).map(all) }]
      case 'orderedList': {
        const start = Number(attrs?.start ?? 1)
        const first = Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1
        return [{ t: 'numbers', start: first, dir: directionOfBlock(node), c: (node.content ?? []).map(all) }]
      }
      case 'taskItem':
        return [
          { t: 'task', box: attrs?.checked === true ? '☑' : '☐', dir: directionOfBlock(node), c: all(node) },
        ]
      case 'callout':
        return [
          {
            t: 'callout',
            dir: directionOfBlock(node),
            label: said.callouts[calloutKind(attrs?.kind)],
            c: all(node),
          },
        ]
      case 'blockquote':
        return [{ t: 'quote', dir: directionOfBlock(node), c: all(node), by: '' }]
      case 'quotation': {
        const excerpt = file.excerpts.get(String(attrs?.excerpt ?? ''))
        const title = excerpt && file.sources.get(excerpt.source)?.item.title
        const by = excerpt ? [saidBy(excerpt, said), title ?? ''].filter(Boolean).join(' · ') : ''
        return [{ t: 'quote', dir: directionOfBlock(node), c: all(node), by: by && clean(`— ${by}`) }]
      }
      case 'codeBlock':
        return [{ t: 'code', v: clean((node.content ?? []).map(({ text }) => text ?? '').join('')) }]
      case 'horizontalRule':
        return [{ t: 'rule' }]
      case 'figure': {
        const caption = (node.content ?? []).find((child) => child.type === 'caption')
        const shown = (node.content ?? []).filter((child) => child.type !== 'caption')
        return [{ t: 'figure', c: shown.flatMap(draw), caption: caption ? line(caption) : [] }]
      }
      case 'picture': {
        const alt = clean(String(attrs?.alt ?? ''))
        const hash = String(attrs?.sha256 ?? '')
        const shown = drawable(pictures.get(hash))
        const instead = clean(insteadOfPicture(node, said))
        if (!shown) return [plain(instead)]
        const named = `/${hash}.${PICTURE_ENDINGS[shown.kind]}`
        return [{ t: 'picture', file: named, alt, instead, wide: shown.width > 450 }]
      }
      case 'table':
        return [tableOf(node)]
      case 'tableOfContents':
        return [{ t: 'contents' }]
      case 'references':
        return sources()
      case 'unknown':
        return keptLines(keptNode(attrs?.data)).map(plain)
      default:
        return all(node)
    }
  }
  const tableOf = (node: BodyNode): Block => {
    const rows = placed(node)
    const columns = Math.max(1, ...rows.map(widthOf))
    const leading = rows.findIndex((row) => !isHeadingRow(row))
    const wanted = leading < 0 ? 0 : leading
    const spanOf = (cell: BodyNode | null) =>
      Math.max(1, Math.min(Math.round(Number(cell?.attrs?.rowspan ?? 1)) || 1, 1000))
    // A heading that reaches down into the rows cannot be repeated without them.
    const heads = rows
      .slice(0, wanted)
      .every((row, at) => row.every(({ cell }) => at + spanOf(cell) <= wanted))
      ? wanted
      : 0
    const cells = (some: typeof rows, first: number) =>
      some.flatMap((row, at) => [
        ...row.flatMap(({ cell, columns: cols }) =>
          cell
            ? [
                {
                  c: all(cell),
                  cols,
                  rows: Math.min(spanOf(cell), rows.length - first - at),
                  head: cell.type === 'tableHeader',
                },
              ]
            : [],
        ),
        ...(widthOf(row) < columns ? [{ c: [], cols: columns - widthOf(row), rows: 1, head: false }] : []),
      ])
    return {
      t: 'table',
      dir: directionOfBlock(node),
      columns,
      heads: cells(rows.slice(0, heads), 0),
      cells: cells(rows.slice(heads), heads),
    }
  }
  const body = all(file.body)
  return [...body, ...sources()]
}
