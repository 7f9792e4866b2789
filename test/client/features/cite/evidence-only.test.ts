import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOnly } from '../../../../client/features/cite/evidence-only.ts'
import { bodyReader } from '../../../../client/features/cite/body-reader.ts'
import { type BodyNode, readBody } from '../../../../shared/brief/body.ts'
import { roots } from '../../../../shared/brief/document.ts'
import { footnoteIds } from '../../../../shared/brief/footnotes.ts'
import { citationIds } from '../../../../shared/brief/order.ts'
import { quotationsOf } from '../../../../shared/check/quotations.ts'
import { body } from '../../../support/random-body.ts'
import { tableBrief } from '../../../support/table-brief.ts'
import * as Y from 'yjs'

const quotations = (node: BodyNode) => quotationsOf({ body: node, excerpts: new Map() })

describe('a body without the blocks that hold no evidence', () => {
  it('has every citation, footnote and quotation of the whole, in the same order', () => {
    fc.assert(
      fc.property(body, (whole) => {
        const holding = evidenceOnly(whole)
        expect(citationIds(holding)).toEqual(citationIds(whole))
        expect(footnoteIds(holding)).toEqual(footnoteIds(whole))
        expect(quotations(holding)).toEqual(quotations(whole))
      }),
    )
  })

  it('has none of a table of numbers', () => {
    expect(evidenceOnly(readBody(tableBrief({ rows: 5, columns: 4 }))).content).toEqual([])
  })
})

describe('reading a body again', () => {
  it('leaves the cells of a table as they were, but for the one in which a letter was written', () => {
    const doc = tableBrief({ rows: 5, columns: 4 })
    const reader = bodyReader(doc)
    roots(doc).body.observeDeep((events) => reader.touch(events))
    const before = reader.read()
    const table = roots(doc).body.get(1) as Y.XmlElement
    const paragraph = ((table.get(2) as Y.XmlElement).get(3) as Y.XmlElement).get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(0, 'x')
    const after = reader.read()
    expect(after).toEqual(readBody(doc))
    const cells = (whole: BodyNode) => whole.content![1]!.content!.flatMap((row) => row.content!)
    const changed = cells(after).flatMap((cell, at) => (cell === cells(before)[at] ? [] : [at]))
    expect(changed).toEqual([2 * 4 + 3])
  })

  it('reads what came into a cell and went from it', () => {
    const doc = tableBrief({ rows: 2, columns: 2 })
    const reader = bodyReader(doc)
    roots(doc).body.observeDeep((events) => reader.touch(events))
    reader.read()
    const row = (roots(doc).body.get(1) as Y.XmlElement).get(0) as Y.XmlElement
    row.delete(0)
    const cell = row.get(0) as Y.XmlElement
    cell.insert(0, [new Y.XmlElement('paragraph')])
    expect(reader.read()).toEqual(readBody(doc))
  })
})
