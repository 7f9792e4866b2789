/** The notes of what is copied: what stands at each mark, and the lines below. A pure function of what the page shows. */
import type { Node } from '@tiptap/pm/model'
import { wordsOfBlock } from '../../../../shared/brief/covers.ts'
import type { Order } from '../../../../shared/brief/order.ts'
import { locatorText } from '../../../../shared/cite/locator.ts'
import { plainReference } from '../../../../shared/cite/reference.ts'
import { writtenIn } from '../../../../shared/words/written.ts'
import type { Evidence } from '../../../brief/evidence.ts'
import { say } from '../../../words/en/editor.ts'

/** `url`: only addresses of the web. */
export type CopiedNote = { mark: string; text: string; url: string | null }
export type CopiedNotes = { marks: Map<string, string>; notes: CopiedNote[] }

type Shown = {
  /** Of the brief, a BCP 47 tag: references are written in it. */
  lang: string
  evidence: Evidence
  order: Order | undefined
  /** What the page shows at the mark with this id: a number, a letter, or the words of a style. */
  labelOf(id: string): string | null
}

export const notesOf = (content: Node, { lang, evidence, order, labelOf }: Shown): CopiedNotes => {
  const words = writtenIn(lang)
  const marks = new Map<string, string>()
  const notes = new Map<string, CopiedNote>()
  const add = (mark: string, text: string, url: string | null = null) => {
    const key = mark || text
    if (!notes.has(key)) notes.set(key, { mark, text, url })
  }
  content.descendants((node) => {
    const id = String(node.attrs.id ?? '')
    if (node.type.name === 'footnote') {
      const letter = labelOf(id) ?? '*'
      marks.set(id, `[${letter}]`)
      add(`[${letter}]`, (evidence.footnotes.get(id) ?? []).map(wordsOfBlock).join(' '))
    }
    if (node.type.name !== 'citation') return
    const label = labelOf(id) ?? '?'
    const record = evidence.citations.get(id)
    const numbers = order?.numbers.get(id) ?? []
    const isNumbered = label === [...new Set(numbers)].join(', ')
    // The words of a style bring brackets of their own.
    marks.set(id, /^[\d, ]+$|^\?$/.test(label) ? `[${label}]` : ` ${label}`)
    const lines = (record?.cites ?? []).map((cite) => {
      const item = evidence.sources.get(cite.source)?.item
      const where = locatorText(cite.label, cite.locator, words)
      const text = item ? plainReference(item, words) : say.missingSource
      const url = item?.URL && /^https?:\/\//i.test(item.URL) ? item.URL : null
      return { text: where ? `${text.replace(/\.$/, '')}, ${where}.` : text, url }
    })
    if (isNumbered) lines.forEach(({ text, url }, at) => add(`[${numbers[at] ?? '?'}]`, text, url))
    else if (/^\d+$/.test(label)) add(`[${label}]`, lines.map(({ text }) => text).join(' '), lines[0]?.url)
    else for (const { text, url } of lines) add('', text, url)
  })
  return { marks, notes: [...notes.values()] }
}
