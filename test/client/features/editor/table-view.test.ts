import { Plugin } from '@tiptap/pm/state'
import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { LARGE, BriefTableView } from '../../../../client/features/editor/table-view.ts'
import { type TableSize, tableBrief } from '../../../support/table-brief.ts'
import { Page } from './pages.ts'

/** A person's page with the first table of the brief as it is drawn there. */
const drawn = (name: string, clientID: number, beginning: Uint8Array) => {
  const of = (page: Page) => page.state.doc.child(1)
  let view: BriefTableView | null = null
  const page = new Page(name, clientID, beginning, () => [
    new Plugin({
      view: () => ({
        update: ({ state }) => void view?.update(state.doc.child(1)),
        destroy: () => view?.destroy(),
      }),
    }),
  ])
  view = new BriefTableView(of(page), 60)
  return Object.assign(page, { isLarge: () => view!.dom.classList.contains('large') })
}

const brief = (size: TableSize) => Y.encodeStateAsUpdate(tableBrief(size))

describe('A table of more than a thousand cells', () => {
  beforeEach(() => {
    vi.stubGlobal('document', parseHTML('<html><body></body></html>').document)
    // Nothing is laid out here.
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    )
  })

  afterEach(() => void vi.unstubAllGlobals())

  it('is a large one from the beginning, and one of a thousand is none', () => {
    const ana = drawn('Ana', 1, brief({ rows: 100, columns: 10 }))
    expect(ana.isLarge()).toBe(false)
    const ben = drawn('Ben', 2, brief({ rows: 101, columns: 10 }))
    expect(ben.isLarge()).toBe(true)
    ana.close()
    ben.close()
  })

  it('becomes one by a row, and is none once the row is gone, here and at a colleague’s', () => {
    const beginning = brief({ rows: LARGE / 10, columns: 10 })
    const ana = drawn('Ana', 1, beginning)
    const ben = drawn('Ben', 2, beginning)
    const table = ana.state.doc.child(1)
    const at = ana.state.doc.child(0).nodeSize + 1 + table.child(0).nodeSize
    const row = table.child(1)

    ana.dispatch(ana.state.tr.insert(at, row))
    expect([ana.isLarge(), ben.isLarge()]).toEqual([true, false])
    ben.receive(ana)
    expect(ben.isLarge()).toBe(true)

    ben.erase(at, at + row.nodeSize)
    expect([ana.isLarge(), ben.isLarge()]).toEqual([true, false])
    ana.receive(ben)
    expect(ana.isLarge()).toBe(false)
    ana.close()
    ben.close()
  })

  it('stays one while a colleague writes in it', () => {
    const beginning = brief({ rows: 101, columns: 10 })
    const ana = drawn('Ana', 1, beginning)
    const ben = drawn('Ben', 2, beginning)
    ana.at('Year 1970|').type(' and before')
    ben.receive(ana)
    expect(ben.state.doc.child(1).firstChild!.firstChild!.textContent).toBe('Year 1970 and before')
    expect([ana.isLarge(), ben.isLarge()]).toEqual([true, true])
    ana.close()
    ben.close()
  })
})
