/** A work of the library that came along to be cited goes with its citation by undo, unless somebody has made use of it. */
import { afterEach, expect, it } from 'vitest'
import { broughtSources } from '../../../../client/features/editor/brought-sources.ts'
import { cite } from '../../../../client/features/editor/writing.ts'
import { addCitation } from '../../../../shared/brief/citation.ts'
import { roots } from '../../../../shared/brief/document.ts'
import { addSource, changeSource, readSource } from '../../../../shared/brief/source.ts'
import { briefWith, Page } from './pages.ts'

const pages: Page[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})

/** Ana has cited `s9`, which the server put into the brief for it a moment before; Ben has all of that. */
const citedFromLibrary = () => {
  const beginning = briefWith('Exports fell.\nThen.')
  const ana = new Page('ana', 11, beginning)
  const ben = new Page('ben', 22, beginning)
  pages.push(ana, ben)
  const brought = broughtSources(ana.doc, ana.desk.undo.manager, () => ({ id: 'ana', name: 'Ana' }))
  addSource(ana.doc, { id: 's9', item: { type: 'report', title: 'From the library' } })
  ana.at('Exports fell.|')
  expect(cite(ana.desk, [{ source: 's9' }])).toBe(true)
  brought.came('s9')
  ben.receive(ana)
  return { ana, ben }
}
const isListed = (page: Page) => readSource('s9', roots(page.doc).sources.get('s9'))?.removed === null

it('goes with its citation, and is back with redo, as often as one likes', () => {
  const { ana } = citedFromLibrary()
  for (let times = 0; times < 3; times++) {
    ana.back()
    expect([ana.text, isListed(ana)]).toEqual(['Exports fell.\nThen.', false])
    ana.again()
    expect([ana.text.includes('['), isListed(ana)]).toEqual([true, true])
  }
})

it('stays when the citation is taken out by hand, and when something else is undone', () => {
  const { ana } = citedFromLibrary()
  ana.at('Then.|').type(' More.').back()
  expect(isListed(ana)).toBe(true)
  ana.erase(ana.find('Exports fell.') + 13, ana.find('Exports fell.') + 14)
  ana.at('Then.|').type(' More.').back()
  expect(isListed(ana)).toBe(true)
})

it.each([
  [
    'cites it, too',
    (ben: Page) => addCitation(ben.doc, { id: 'b1', cites: [{ source: 's9' }], sentence: '' }),
  ],
  ['notes something on it', (ben: Page) => changeSource(ben.doc, 's9', { note: 'Ask them' })],
  ['names it as where another one has it from', (ben: Page) => changeSource(ben.doc, 's1', { origin: 's9' })],
])('stays when a colleague %s meanwhile', (_, deed) => {
  const { ana, ben } = citedFromLibrary()
  deed(ben)
  ana.receive(ben).back()
  expect([ana.text, isListed(ana)]).toEqual(['Exports fell.\nThen.', true])
})
