import { afterEach, describe, expect, it, vi } from 'vitest'
import { setCheck } from '../../../../shared/brief/check.ts'
import { coveredIn } from '../../../../shared/brief/covers.ts'
import { readBody } from '../../../../shared/brief/body.ts'
import { coveredWordsOf } from '../../../../client/features/cite/covered-words.ts'
import { marginOf } from '../../../../client/features/cite/margin.ts'
import { quote } from '../../../../client/features/editor/writing.ts'
import { briefWith, Page } from '../editor/pages.ts'

let page: Page
const open = (text: string) => (page = new Page('ana', 11, briefWith(text)))
afterEach(() => page.close())

describe('the margin', () => {
  it('knows the words that each citation speaks for, as a walk through the body does', () => {
    open('Exports fell.[a1] Prices rose.[b1]\nWages stood.[a2]')
    const body = readBody(page.doc)
    const covered = coveredWordsOf(body)
    for (const id of ['a1', 'b1', 'a2', 'nowhere'])
      for (const covers of ['sentence', 'block'] as const)
        expect(covered(id, covers)).toBe(coveredIn(body, id, covers))
  })

  it('follows the text, the records and the checks while somebody looks', async () => {
    open('Exports fell.[a1]')
    const margin = marginOf(page.doc)
    const seen = vi.fn()
    const stop = margin.subscribe(seen)
    page.at('Exports| fell').type(' of steel')
    await vi.waitFor(() => expect(margin.get().covered('a1', 'sentence')).toBe('Exports of steel fell.'))
    setCheck(page.doc, 'a1', { by: { id: 'ana', name: 'Ana' }, at: '', hash: 'x', words: '', excerpts: [] })
    expect(margin.get().checks.get('a1')?.by.name).toBe('Ana')
    stop()
    const times = seen.mock.calls.length
    setCheck(page.doc, 'a1', null)
    expect(seen.mock.calls.length).toBe(times)
  })

  it('lists quotations that are not the source’s words, with their place', async () => {
    open('Exports fell.')
    page.at('fell.|')
    quote(page.desk, 'e1')
    const margin = marginOf(page.doc)
    expect(margin.get().differing).toEqual([])
    const stop = margin.subscribe(() => undefined)
    const at = page.find('12')
    page.erase(at, at + 2)
    await vi.waitFor(() => expect(margin.get().differing.map((d) => d.index)).toEqual([0]))
    stop()
  })
})
