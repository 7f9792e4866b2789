/** What reaches the editor when a colleague writes: steps over the blocks that changed, and over nothing else. */
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { initProseMirrorDoc, ySyncPlugin, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roots } from '../../../shared/brief/document.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { random, seedOfRun } from '../../support/random.ts'

/** An open page that remembers the transactions which came from elsewhere. */
const open = (beginning: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, beginning)
  const body = roots(doc).body
  const { doc: shown, mapping } = initProseMirrorDoc(body, schema)
  let state = EditorState.create({ schema, doc: shown, plugins: [ySyncPlugin(body, { mapping })] })
  const came: Transaction[] = []
  const views: { update?: (view: EditorView, before: EditorState) => void }[] = []
  const dispatch = (tr: Transaction) => {
    const before = state
    state = state.apply(tr)
    came.push(tr)
    for (const view of views) view.update?.(editor, before)
  }
  const editor = {
    get state() {
      return state
    },
    dispatch,
    hasFocus: () => false,
    editable: true,
    isDestroyed: false,
  } as unknown as EditorView
  for (const plugin of state.plugins) views.push(plugin.spec.view?.(editor) ?? {})
  return { doc, body, came, dispatch, state: () => state }
}

const paragraph = (words: string) => schema.node('paragraph', null, words ? schema.text(words) : [])

const pair = (words: string[]) => {
  const first = new Y.Doc()
  const ana = open(Y.encodeStateAsUpdate(first))
  ana.dispatch(ana.state().tr.replaceWith(0, ana.state().doc.content.size, words.map(paragraph)))
  const ben = open(Y.encodeStateAsUpdate(ana.doc))
  ana.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'post') Y.applyUpdate(ben.doc, update, 'post')
  })
  ana.came.length = 0
  return { ana, ben }
}

/** The stretches of the page that were replaced, as they were before. */
const replaced = ({ came }: { came: Transaction[] }): [number, number][] =>
  came.flatMap((tr) =>
    tr.steps.map((step): [number, number] => {
      const { from, to } = step as unknown as { from: number; to: number }
      return [from, to]
    }),
  )

const placeOf = (doc: Node, index: number) => {
  let at = 0
  for (let n = 0; n < index; n++) at += doc.child(n).nodeSize
  return at
}

describe('A colleague’s change', () => {
  it('of a letter is a step over its own block', () => {
    const { ana, ben } = pair(['One stands.', 'Two stands.', 'Three stands.'])
    ana.dispatch(ana.state().tr.insertText('!', placeOf(ana.state().doc, 1) + 4))
    expect(ben.state().doc.toString()).toBe(ana.state().doc.toString())
    expect(replaced(ben)).toEqual([[13, 26]])
  })

  it('leaves every other block the same object, wherever it stands', () => {
    const { ana, ben } = pair(['One.', 'Two.', 'Three.', 'Four.'])
    const before = ben.state().doc
    const moved = ana.state().doc.child(0)
    ana.dispatch(ana.state().tr.delete(0, moved.nodeSize))
    expect(ben.state().doc.child(0)).toBe(before.child(1))
    expect(ben.state().doc.child(2)).toBe(before.child(3))
    expect(replaced(ben)).toEqual([[0, moved.nodeSize]])
  })

  it('of what the page does not show is no step at all', () => {
    const { ana, ben } = pair(['One.'])
    ana.doc.getMap('somewhere else').set('a', 1)
    expect(replaced(ben)).toEqual([])
  })

  const seed = seedOfRun()
  it(`makes the page what the document says, whatever it is (seed ${seed})`, () => {
    const { below } = random(seed)
    const { ana, ben } = pair(['One.', 'Two.', 'Three.', 'Four.'])
    for (let round = 0; round < 300; round++) {
      const { doc, tr } = ana.state()
      const index = below(doc.childCount)
      const at = placeOf(doc, index)
      const block = doc.child(index)
      const act = below(5)
      if (act === 0) ana.dispatch(tr.insert(at, paragraph(`New ${round}.`)))
      else if (act === 1 && doc.childCount > 2) ana.dispatch(tr.delete(at, at + block.nodeSize))
      else if (act === 2) {
        const without = tr.delete(at, at + block.nodeSize)
        ana.dispatch(without.insert(placeOf(without.doc, below(without.doc.childCount + 1)), block))
      } else if (act === 3 && block.content.size > 2) ana.dispatch(tr.split(at + 2))
      else ana.dispatch(tr.insertText('x', at + 1))
      expect(ben.state().doc.toString()).toBe(ana.state().doc.toString())
      const said = yXmlFragmentToProseMirrorRootNode(ben.body, schema)
      expect(ben.state().doc.eq(said)).toBe(true)
    }
  })
})
