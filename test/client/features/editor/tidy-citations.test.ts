import { afterEach, describe, expect, it, vi } from 'vitest'
import { markRemoved } from '../../../../shared/brief/citation.ts'
import { tidyCitations } from '../../../../client/features/editor/tidy-citations.ts'
import { bodyOf } from '../../../shared/binding/writers.ts'
import { briefWith, Page } from './pages.ts'

let pages: Page[] = []
const open = (page: Page) => {
  pages.push(page)
  return page
}
afterEach(() => {
  for (const page of pages) page.close()
  pages = []
})

const doubled = (page: Page) => {
  // Two people moved one sentence to two places; nobody made a copy.
  page.dispatch(
    page.state.tr.replaceWith(
      0,
      page.state.doc.content.size,
      bodyOf('Exports fell.[a1]\nThey fell.').content,
    ),
  )
  page.doc.transact(() => {
    const paragraph = page.doc.getXmlFragment('body').get(1) as unknown as { get(i: number): unknown }
    const first = page.doc.getXmlFragment('body').get(0) as unknown as {
      get(i: number): { toDelta(): { insert: unknown }[] }
    }
    const embed = first
      .get(0)
      .toDelta()
      .find((d) => typeof d.insert !== 'string')!.insert as { clone(): unknown }
    ;(paragraph.get(0) as { insertEmbed(at: number, e: unknown): void }).insertEmbed(10, embed.clone())
  }, 'merge')
}

describe('what merging left behind', () => {
  it('a citation that stands twice is taken out at its later place, and its record stays', async () => {
    const ana = open(
      new Page('ana', 11, briefWith('Exports fell.[a1]'), (p) => [
        tidyCitations({ doc: p.doc, awareness: p.awareness, wait: 1 }),
      ]),
    )
    doubled(ana)
    expect(ana.order.doubled).toEqual(['a1'])
    await vi.waitFor(() => expect(ana.order.doubled).toEqual([]))
    expect(ana.text).toBe('Exports fell.[a1]\nThey fell.')
    expect(ana.removed).toEqual([])
  })

  it('is left to the writer with the lowest number', async () => {
    const ana = open(
      new Page('ana', 11, briefWith('Exports fell.[a1]'), (p) => [
        tidyCitations({ doc: p.doc, awareness: p.awareness, wait: 1 }),
      ]),
    )
    ana.awareness.states.set(3, { cursor: {} })
    doubled(ana)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(ana.order.doubled).toEqual(['a1'])
  })

  it('a mark on a citation that stands is taken off', async () => {
    const ana = open(
      new Page('ana', 11, briefWith('Exports fell.[a1]'), (p) => [
        tidyCitations({ doc: p.doc, awareness: p.awareness, wait: 1 }),
      ]),
    )
    markRemoved(ana.doc, 'a1', { id: 'ben', name: 'Ben' }, '2026-01-01')
    ana.at('Exports| fell').type('!')
    await vi.waitFor(() => expect(ana.removed).toEqual([]))
  })
})
