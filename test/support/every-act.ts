/** Everything that a page does to a brief's document, for people who do all of it at random. */
import * as fc from 'fast-check'
import { changeAbout } from '../../shared/brief/about.ts'
import { setCheck } from '../../shared/brief/check.ts'
import { addCite, changeCite, readCitations } from '../../shared/brief/citation.ts'
import { addExcerpt, changeExcerpt, readExcerpts, removeExcerpt } from '../../shared/brief/excerpt.ts'
import { addSource, changeSource, readSources } from '../../shared/brief/source.ts'
import { schema } from '../../shared/editor/schema.ts'
import type { Writer } from '../shared/binding/writers.ts'
import { body } from './random-body.ts'
import type { Random } from './random.ts'

/** `n` makes names in them new ones. */
export const actsOf = (chance: Random, n: number) => {
  const somewhere = (w: Writer) => w.to(chance.below(w.state.doc.content.size + 1))
  const some = (w: Writer) => {
    const { $from, from } = somewhere(w).selection
    return w.between(
      from,
      from + Math.min($from.parent.content.size - $from.parentOffset, 1 + chance.below(9)),
    )
  }
  const one = <T>(all: Iterable<T>): T | undefined => {
    const list = [...all]
    return list.length > 0 ? chance.pick(list) : undefined
  }
  const put = (w: Writer) => {
    const [any] = fc.sample(body, { numRuns: 1, seed: chance.below(2 ** 31) })
    const at = chance.below(w.state.doc.childCount + 1)
    let pos = 0
    for (let i = 0; i < at; i++) pos += w.state.doc.child(i).nodeSize
    const node = schema.nodeFromJSON({ content: [{ type: 'paragraph' }], ...any })
    w.dispatch(w.state.tr.insert(pos, node.content))
  }
  const mark = (w: Writer, type: string, attrs: Record<string, unknown> = {}) => {
    const { from, to } = some(w).selection
    w.dispatch(w.state.tr.addMark(from, to, schema.mark(type, attrs)))
  }
  const retype = (w: Writer, type: string, attrs: Record<string, unknown> = {}) => {
    const { $from } = somewhere(w).selection
    if ($from.parent.isTextblock && $from.depth === 1)
      w.dispatch(w.state.tr.setBlockType($from.pos, $from.pos, schema.nodes[type]!, attrs))
  }
  const by = { id: 'ana', name: 'Ana' }
  return [
    (w: Writer) => somewhere(w).type(chance.pick(['a', 'fell', '経済', '\u{20000}x', ' '])),
    (w: Writer) => somewhere(w).put(chance.pick(['Officials said so. ', 'e\u0301', '😀'])),
    (w: Writer) => somewhere(w).cite(`k${n}`),
    (w: Writer) => somewhere(w).breakLine(),
    (w: Writer) => some(w).bold(),
    (w: Writer) => some(w).plain(),
    (w: Writer) => mark(w, 'link', { href: 'https://example.org/a?b=c#d' }),
    (w: Writer) => mark(w, chance.pick(['italic', 'strike', 'code'])),
    (w: Writer) => mark(w, 'quoted', { excerpt: 'x1' }),
    (w: Writer) => some(w).erase(),
    (w: Writer) => somewhere(w).backspace(),
    (w: Writer) => somewhere(w.copy()).paste(),
    (w: Writer) => somewhere(some(w).cut()).paste(),
    (w: Writer) => w.undo(),
    (w: Writer) => w.redo(),
    (w: Writer) => somewhere(w).split(),
    (w: Writer) => (somewhere(w).selection.$from.depth > 0 ? w.join() : w),
    (w: Writer) => (somewhere(w).selection.$from.depth > 0 ? w.moveBlock(chance.below(4)) : w),
    put,
    put,
    (w: Writer) => retype(w, 'heading', { level: 1 + chance.below(6), id: `h${n}`, dir: 'rtl' }),
    (w: Writer) => retype(w, 'paragraph', { id: `p${n}`, claim: 'judgment' }),
    (w: Writer) => retype(w, 'codeBlock', { language: 'sql' }),
    ({ doc }: Writer) => changeAbout(doc, { title: `Title ${n}`, authors: ['Ana', 'Ben'], date: null }),
    ({ doc }: Writer) =>
      void addSource(doc, { item: { type: 'report', title: `T ${n}`, author: [{ family: 'F' }] } }),
    ({ doc }: Writer) => {
      const id = one(readSources(doc).keys())
      if (id)
        changeSource(doc, id, { note: `n${n}`, asked: ['date'], item: { publisher: 'P', title: undefined } })
    },
    ({ doc }: Writer) =>
      void addExcerpt(doc, {
        kind: 'attested',
        source: 's1',
        attested: { words: 'as heard', by, at: '2024-03-01T10:00:00Z' },
        says: { name: 'An official', named: false },
      }),
    ({ doc }: Writer) => {
      const id = one(readExcerpts(doc).keys())
      if (id) changeExcerpt(doc, id, { note: '', tags: ['a', 'b'], via: [], credibility: '2' })
    },
    ({ doc }: Writer) => {
      const id = one(readExcerpts(doc).keys())
      if (id) removeExcerpt(doc, id)
    },
    ({ doc }: Writer) => {
      const record = one(readCitations(doc).values())
      if (!record) return
      addCite(doc, record.id, { source: 's2', locator: '4', label: 'page' })
      const first = record.cites[0]
      if (first) changeCite(doc, record.id, first.id, { prefix: 'see', suppressAuthor: true })
      setCheck(doc, record.id, { by, at: '2024-03-01T10:00:00Z', hash: 'h', words: 'w', excerpts: ['x1'] })
    },
  ]
}

/** A screen offers only what the schema allows; these people try anything. */
export const asFarAsPossible = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (!(error instanceof RangeError) && (error as Error).name !== 'TransformError') throw error
  }
}
