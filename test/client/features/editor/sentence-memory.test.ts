import { afterEach, describe, expect, it, vi } from 'vitest'
import { sentenceMemory } from '../../../../client/features/editor/sentence-memory.ts'
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

describe('the sentence that a citation remembers', () => {
  it('is written once the writing pauses, by who wrote', async () => {
    const ana = open(
      new Page('ana', 11, briefWith('Exports fell.[a1] Prices rose.[b1]'), (p) => [sentenceMemory(p.doc, 5)]),
    )
    ana.at('Exports| fell').type(' of steel')
    await vi.waitFor(() => expect(ana.records.get('a1')?.sentence).toBe('Exports of steel fell.'))
    expect(ana.records.get('b1')?.sentence).toBe('Prices rose.')
  })

  it('is not written by a colleague who only looks on', async () => {
    const brief = briefWith('Exports fell.[a1]')
    const ana = open(new Page('ana', 11, brief))
    const ben = open(new Page('ben', 12, brief, (p) => [sentenceMemory(p.doc, 1)]))
    ana.at('Exports| fell').type(' of steel')
    ben.receive(ana)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(ben.sent).toHaveLength(0)
  })
})
