/**
 * Takes evidence along when text with citations or quotations is copied: into another brief go the records, their
 * excerpts and sources. What comes from the clipboard was written by anybody, and is held against its shape.
 */
import { DOMSerializer, Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { z } from 'zod'
import { addCitation, citationRecord } from '../../../shared/brief/citation.ts'
import { roots } from '../../../shared/brief/document.ts'
import { addExcerpt, excerpt } from '../../../shared/brief/excerpt.ts'
import { ID_PATTERN, newId } from '../../../shared/brief/id.ts'
import {
  addCapture,
  type CaptureRef,
  addSource,
  readSource,
  readSources,
  source,
} from '../../../shared/brief/source.ts'
import { workOf } from '../../../shared/cite/work.ts'
import { type BodyNode, readBody } from '../../../shared/brief/body.ts'
import { readFootnotes, writeFootnote } from '../../../shared/brief/footnotes.ts'
import { citationIds } from '../../../shared/brief/order.ts'
import { fitsSchema, normalFootnote } from '../../../shared/markdown/normal.ts'
import { footnotePlaces } from './footnote-places.ts'
import { copyCitation } from './citation-keeper.ts'
import { citationPlaces } from './citation-places.ts'
import type { Evidence, EvidenceStore } from '../../brief/evidence.ts'
import type { BriefUndo } from './brief-undo.ts'
import { readableHtml } from './paste/copied-html.ts'
import { shownNotes } from './paste/take-copy.ts'
import { quotationSpans } from './quotation-spans.ts'

/** The attribute in which copied text carries it. */
export const EVIDENCE = 'data-vouch-evidence'
/** In characters. A page of citations is some 30,000; more is not what a person copied. */
const LARGEST = 2_000_000

/** As many as the server takes at once. */
const MOST_COPIES = 4000

/** Its shape is held against the schema when it is taken over. */
const paragraph = z.looseObject({ type: z.literal('paragraph') })

const carried = z.object({
  citations: z.array(citationRecord).max(2000),
  excerpts: z.array(excerpt).max(4000),
  sources: z.array(source).max(2000),
  footnotes: z
    .array(z.object({ id: z.string(), text: z.array(paragraph) }))
    .max(2000)
    .default([]),
})
export type Carried = z.infer<typeof carried>

/** The evidence that the citations and quotations of a fragment rest on. */
export const evidenceOf = (content: Node, { citations, excerpts, sources, footnotes }: Evidence): Carried => {
  const notes = [...new Set(footnotePlaces(content).map(({ id }) => id))].flatMap((id) => {
    const text = footnotes.get(id)
    return text ? [{ id, text: [...text] as Carried['footnotes'][number]['text'] }] : []
  })
  const cited = [
    ...citationPlaces(content).map(({ id }) => id),
    ...notes.flatMap(({ text }) => text.flatMap((node) => citationIds(node as BodyNode))),
  ]
  const records = cited.flatMap((id) => citations.get(id) ?? [])
  const passages = new Set([
    ...records.flatMap((record) => record.cites.flatMap((cite) => cite.excerpt ?? [])),
    ...quotationSpans(content).flatMap((span) => span.excerpt ?? []),
  ])
  const found = [...passages].flatMap((id) => excerpts.get(id) ?? [])
  const works = new Set([
    ...records.flatMap((record) => record.cites.flatMap((cite) => [cite.source, cite.citedIn ?? ''])),
    ...found.map((one) => one.source),
  ])
  return {
    citations: [...new Map(records.map((record) => [record.id, record])).values()],
    excerpts: found,
    sources: [...works].flatMap((id) => sources.get(id) ?? []),
    footnotes: notes,
  }
}

/** Null for anything that is not evidence as this program writes it. */
export const parseCarried = (json: string | null | undefined): Carried | null => {
  if (!json || json.length > LARGEST) return null
  try {
    const result = carried.safeParse(JSON.parse(json))
    if (!result.success) return null
    const ids = Object.values(result.data).flatMap((list) => list.map(({ id }) => id))
    return ids.every((id) => ID_PATTERN.test(id)) ? result.data : null
  } catch {
    return null
  }
}

/**
 * Adds what the document does not have yet; what it has stays as it is. A work that it has under another id stays one source,
 * and gets the saved copies that it lacks.
 */
export const takeOver = (doc: Y.Doc, { citations, excerpts, sources, footnotes }: Carried): void => {
  const here = roots(doc)
  doc.transact(() => {
    const works = new Map(
      [...readSources(doc).values()]
        .filter(({ removed }) => !removed)
        .map((each) => [workOf(each.item), each.id]),
    )
    const asHere = new Map<string, string>()
    // The key is made anew: it must be unique in this brief.
    for (const { key: _, ...one } of sources) {
      if (here.sources.has(one.id)) continue
      const work = workOf(one.item)
      const twin = work === null ? undefined : works.get(work)
      if (twin === undefined) {
        addSource(doc, { ...one, removed: null, merged: null })
        works.set(work, one.id)
        continue
      }
      asHere.set(one.id, twin)
      for (const copy of one.captures) addOlderCapture(doc, twin, copy)
    }
    const sourceHere = (id: string) => asHere.get(id) ?? id
    for (const one of excerpts)
      if (!here.excerpts.has(one.id)) addExcerpt(doc, { ...one, source: sourceHere(one.source) })
    for (const one of citations)
      if (!here.citations.has(one.id))
        addCitation(doc, {
          ...one,
          cites: one.cites.map((cite) => ({
            ...cite,
            source: sourceHere(cite.source),
            citedIn: cite.citedIn && sourceHere(cite.citedIn),
          })),
        })
    for (const { id, text } of footnotes) {
      const clean = normalFootnote(text as BodyNode[])
      if (!here.footnotes.has(id) && fitsSchema({ type: 'doc', content: clean }))
        writeFootnote(doc, id, clean)
    }
  })
}

/** Named once: a copy that the source has already is not seen again by being pasted. */
const addOlderCapture = (doc: Y.Doc, id: string, copy: CaptureRef) => {
  const there = readSource(id, roots(doc).sources.get(id))
  if (!there?.captures.some(({ hash }) => hash === copy.hash)) addCapture(doc, id, copy)
}

/** Hashes of the saved copies that it names. */
const copiesOf = ({ sources, excerpts }: Carried): string[] => [
  ...new Set([
    ...sources.flatMap(({ captures }) => captures.map(({ hash }) => hash)),
    ...excerpts.flatMap((one) => (one.kind === 'anchored' ? [one.capture] : [])),
  ]),
]

/** Takes it over, and has its saved copies held for this brief. */
export const bring = (doc: Y.Doc, brought: Carried, holdCopies: (hashes: string[]) => void): void => {
  // Within a brief nothing is new to it.
  const isFromElsewhere = brought.sources.some(({ id }) => !roots(doc).sources.has(id))
  takeOver(doc, brought)
  const copies = copiesOf(brought)
  if (isFromElsewhere && copies.length > 0) holdCopies(copies.slice(0, MOST_COPIES))
}

type Options = {
  doc: Y.Doc
  evidence: EvidenceStore
  schema: Schema
  /** This brief is to hold saved copies of another one. */
  holdCopies(hashes: string[]): void
  undo: BriefUndo
}

export const clipboardEvidence = ({ doc, evidence, schema, holdCopies, undo }: Options) => {
  // What is cut, pasted or dropped is a step of undo of its own.
  const ownStep = (): false => {
    undo.manager.stopCapturing()
    queueMicrotask(() => undo.manager.stopCapturing())
    return false
  }
  let pasted: Carried | null = null
  let shown: EditorView | null = null
  return new Plugin({
    view(view) {
      shown = view
      return {}
    },
    props: {
      handleDOMEvents: { cut: ownStep, paste: ownStep, drop: ownStep },
      clipboardSerializer: carryingSerializer(schema, evidence, (made, content) => {
        if (shown) readableHtml(made, shownNotes(content, shown, evidence))
      }),
      transformPastedHTML(html) {
        pasted = null
        if (!html.includes(EVIDENCE)) return html
        const page = new DOMParser().parseFromString(html, 'text/html')
        pasted = parseCarried(page.querySelector(`[${EVIDENCE}]`)?.getAttribute(EVIDENCE))
        return html
      },
      transformPasted(slice, view) {
        const brought = pasted
        pasted = null
        if (brought) bring(doc, brought, holdCopies)
        const { citations } = evidence.get()
        return new Slice(
          ofItsOwn(
            withoutUnknown(slice.content, {
              citation: (id) => citations.has(id) || roots(doc).citations.has(id),
              footnote: (id) => roots(doc).footnotes.has(id),
            }),
            { doc, here: view.state.doc },
          ),
          slice.openStart,
          slice.openEnd,
        )
      },
    },
  })
}

/** Whether there is something behind a mark of this kind. */
type Known = Readonly<Record<string, (id: string) => boolean>>

/** A citation without a record, or a footnote without a text, says nothing: it is left out. */
const withoutUnknown = (content: Fragment, isKnown: Known): Fragment => {
  const kept: Node[] = []
  content.forEach((node) => {
    if (isKnown[node.type.name]?.(String(node.attrs.id ?? '')) === false) return
    kept.push(node.isLeaf ? node : node.copy(withoutUnknown(node.content, isKnown)))
  })
  return Fragment.from(kept)
}

/**
 * A copy of a citation that stands in another text of the brief (the page, a footnote) gets a record of its own. Copies
 * within one text are the keeper's.
 */
const ofItsOwn = (content: Fragment, { doc, here }: { doc: Y.Doc; here: Node }): Fragment => {
  const pasted = new Set(citationPlaces(here.type.create(null, content)).map(({ id }) => id))
  if (pasted.size === 0) return content
  const known = new Set(citationPlaces(here).map(({ id }) => id))
  const elsewhere = new Set(citationIds(readBody(doc), readFootnotes(doc)).filter((id) => !known.has(id)))
  const anew = (part: Fragment): Fragment => {
    const nodes: Node[] = []
    part.forEach((node) => {
      const id = String(node.attrs.id ?? '')
      if (node.type.name !== 'citation' || !elsewhere.has(id))
        return void nodes.push(node.isLeaf ? node : node.copy(anew(node.content)))
      const own = newId()
      copyCitation(doc, id, own)
      nodes.push(node.type.create({ id: own }))
    })
    return Fragment.from(nodes)
  }
  return anew(content)
}

const carryingSerializer = (
  schema: Schema,
  evidence: EvidenceStore,
  readable: (made: DocumentFragment, content: Fragment) => void,
): DOMSerializer => {
  const plain = DOMSerializer.fromSchema(schema)
  const serializer = new DOMSerializer(plain.nodes, plain.marks)
  const serialize = serializer.serializeFragment.bind(serializer)
  serializer.serializeFragment = (content, options, target) => {
    const made = serialize(content, options, target)
    // Called without a target for the whole; with one for the content of each node in it.
    if (target) return made
    const holder = schema.topNodeType.create(null, [])
    const whole = holder.copy(content)
    const brought = evidenceOf(whole, evidence.get())
    const first = made.firstChild
    if (
      first instanceof Element &&
      brought.citations.length + brought.excerpts.length + brought.footnotes.length > 0
    )
      first.setAttribute(EVIDENCE, JSON.stringify(brought))
    if (made instanceof DocumentFragment) readable(made, content)
    return made
  }
  return serializer
}
