/** Ties a passage of a capture to a brief, for programs: the editor does the same on the open document. */
import { describe } from '../../shared/anchor/describe.ts'
import { type Person, roots } from '../../shared/brief/document.ts'
import { addExcerpt, type Excerpt, readExcerpt, type Says } from '../../shared/brief/excerpt.ts'
import { passageLocator } from '../../shared/brief/paragraph.ts'
import { cellAt } from '../../shared/text/table-cell.ts'
import { readSource } from '../../shared/brief/source.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { captureInfoOf, captureText, holdsCapture } from '../storage/captures.ts'
import type { Desk } from './documents.ts'

export type NewPassage = {
  briefId: string
  by: Person
  sourceId: string
  capture: string
  start: number
  end: number
  says?: Says | undefined
  via?: string[] | undefined
  note?: string | undefined
}

export const addPassage = async (desk: Desk, passage: NewPassage): Promise<Excerpt> => {
  const { briefId, by, sourceId, capture, start, end } = passage
  // An id in a document grants nothing: the brief must hold the capture by a row of its own.
  const held = await holdsCapture(desk.db, briefId, capture)
  const text = held ? await captureText(desk.db, capture) : null
  const selector = text === null ? null : selectorFor(text, start, end)
  const info = held ? await captureInfoOf(desk.db, capture) : null
  const cell = text !== null && info ? cellAt(text, info.blocks, { start, end }) : null
  const excerpt = await desk.rooms.transact(briefId, (doc) => {
    const source = readSource(sourceId, roots(doc).sources.get(sourceId))
    if (!source) throw new Refusal('no-such-source')
    if (!selector || !source.captures.some((each) => each.hash === capture))
      throw new Refusal('no-such-capture')
    const id = addExcerpt(doc, {
      kind: 'anchored',
      source: sourceId,
      capture,
      selector,
      cell: cell && { row: cell.row, column: cell.column, unit: cell.unit, caption: cell.caption },
      says: passage.says ?? null,
      via: passage.via ?? [],
      locator: info && passageLocator(info, start, end),
      note: passage.note ?? '',
      createdBy: { id: by.id, name: by.name },
      createdAt: new Date().toISOString(),
    })
    return readExcerpt(id, roots(doc).excerpts.get(id))
  })
  if (!excerpt) throw new Error('An excerpt that was just added cannot be read.')
  return excerpt
}

const HALF = /[\udc00-\udfff]/

const selectorFor = (text: string, start: number, end: number) => {
  if (start >= end || end > text.length)
    throw new Refusal(
      'outside-capture',
      `A passage from ${start} to ${end} does not lie in the saved copy, which has ${text.length} characters. Nothing was added; mark it again.`,
    )
  if (HALF.test(text[start]!) || HALF.test(text[end] ?? ''))
    throw new Refusal(
      'outside-capture',
      'The passage begins or ends inside a character: start and end count UTF-16 code units. Nothing was added; mark it again.',
    )
  if (!text.slice(start, end).trim())
    throw new Refusal('outside-capture', 'The passage holds no words. Nothing was added; mark it again.')
  return describe(text, start, end)
}
