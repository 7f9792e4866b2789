import { afterEach, describe, expect, it } from 'vitest'
import { roots } from '../../../../shared/brief/document.ts'
import { quotationsOf } from '../../../../shared/check/quotations.ts'
import { readBrief } from '../../../../shared/brief/read.ts'
import {
  quotationChecks,
  quotationsKey,
  type QuotationState,
} from '../../../../client/features/editor/quotation-checks.ts'
import { quotationSpans } from '../../../../client/features/editor/quotation-spans.ts'
import { quote, quoteInline } from '../../../../client/features/editor/writing.ts'
import { briefWith, Page } from './pages.ts'

let page: Page
const open = (text: string) =>
  (page = new Page('ana', 11, briefWith(text), (p) => [quotationChecks(p.evidence)]))
afterEach(() => page.close())

const decorations = () => quotationsKey.getState(page.state)!.find()
const standing = () => {
  const state = decorations()
    .map((d) => (d.spec as { quotation?: QuotationState }).quotation)
    .find(Boolean)
  return state?.standing
}
const marked = (className: string) =>
  decorations()
    .filter((d) =>
      (d as unknown as { type: { attrs?: { class?: string } } }).type.attrs?.class
        ?.split(' ')
        .includes(className),
    )
    .map((d) => page.state.doc.textBetween(d.from, d.to))

const quoted = () => {
  open('Exports fell.')
  page.at('fell.|')
  quote(page.desk, 'e1')
}

describe('a quotation on the page', () => {
  it('stands word for word as it was filled', () => {
    quoted()
    expect(standing()).toMatchObject({ is: 'held', difference: { is: 'same' } })
  })

  it('says so at once when a number changes, and shows which words', () => {
    quoted()
    const at = page.find('12')
    page
      .erase(at, at + 2)
      .select(at, at)
      .type('21')
    expect(standing()).toMatchObject({ difference: { is: 'differs', loudest: 'number' } })
    expect(marked('not-in-source')).toEqual(['21'])
    expect(marked('loud')).toEqual(['21'])
  })

  it('says so when a negation is lost', () => {
    quoted()
    page.erase(page.find('not '), page.find('fall'))
    expect(standing()).toMatchObject({ difference: { is: 'differs', loudest: 'negation' } })
  })

  it('says so on the screen of a colleague too', () => {
    quoted()
    const ben = new Page('ben', 12, briefWith('')).receive(page)
    const at = ben.find('12')
    ben
      .erase(at, at + 2)
      .select(at, at)
      .type('13')
    page.receive(ben)
    expect(standing()).toMatchObject({ difference: { is: 'differs', loudest: 'number' } })
    ben.close()
  })

  it('calls fair what editors may do', () => {
    quoted()
    page.erase(page.find(' by 12'), page.find(' in 2020'))
    page.select(page.find(' in 2020'), page.find(' in 2020')).type(' […]')
    expect(standing()).toMatchObject({ difference: { is: 'fair' } })
  })

  it('is not compared again while somebody writes elsewhere', () => {
    quoted()
    const before = standing()
    page.at('Exports fell|').type(' fast')
    expect(standing()).toBe(before)
    const block = decorations().find((d) => (d.spec as { quotation?: unknown }).quotation)!
    expect(page.state.doc.nodeAt(block.from)?.type.name).toBe('quotation')
  })

  it('says that it is tied to nothing when its excerpt is gone', async () => {
    quoted()
    roots(page.doc).excerpts.delete('e1')
    await Promise.resolve()
    expect(standing()).toEqual({ is: 'without-excerpt' })
  })

  it('within a sentence is underlined where it differs', () => {
    open('They say. Then')
    page.at('say|.')
    quoteInline(page.desk, 'e1')
    expect(marked('quoted-differs')).toEqual([])
    const at = page.find('12')
    page.erase(at, at + 2)
    expect(marked('quoted-differs')).toHaveLength(1)
  })

  it('is counted as the findings count it', () => {
    quoted()
    page.at('Exports| fell')
    quoteInline(page.desk, 'e2')
    const spans = quotationSpans(page.state.doc)
    const found = quotationsOf(readBrief(page.doc))
    expect(spans.map((s) => [s.kind, s.excerpt])).toEqual(found.map((q) => [q.kind, q.excerpt]))
    expect(spans.map((s) => page.state.doc.textBetween(s.from, s.to))).toEqual(found.map((q) => q.words))
  })
})
