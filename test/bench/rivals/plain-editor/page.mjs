/**
 * A plain TipTap editor with collaboration, as its documentation puts one together, with a hundred decorations that stand for
 * comments. The address says where the document is: `?at=ws://HOST&document=NAME`.
 */
import { Editor, Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { extensions } from './schema.mjs'

const COMMENTS = 100

/** On the first words of a hundred blocks, spread over the document; mapped through every change. */
const decorate = (doc) => {
  const places = []
  doc.forEach((node, at) => {
    if (node.isTextblock && node.content.size > 20) places.push(at + 1)
  })
  const step = Math.max(1, Math.floor(places.length / COMMENTS))
  const chosen = places.filter((_, n) => n % step === 0).slice(0, COMMENTS)
  return DecorationSet.create(
    doc,
    chosen.map((at) => Decoration.inline(at, at + 18, { class: 'comment' })),
  )
}

const comments = Extension.create({
  name: 'comments',
  addProseMirrorPlugins: () => [
    new Plugin({
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, set, _, state) =>
          set === DecorationSet.empty && state.doc.childCount > 1
            ? decorate(state.doc)
            : set.map(tr.mapping, tr.doc),
      },
      props: {
        decorations(state) {
          return this.getState(state)
        },
      },
    }),
  ],
})

const { at, document: name } = Object.fromEntries(new URL(location.href).searchParams)
const doc = new Y.Doc()
const provider = new WebsocketProvider(at, name, doc, { disableBc: true })
provider.once('sync', () => {
  const editor = new Editor({
    element: document.querySelector('#page'),
    extensions: [
      ...extensions,
      Collaboration.configure({ document: doc }),
      CollaborationCaret.configure({ provider, user: { name: 'Ana', color: '#0B6E4F' } }),
      comments,
    ],
  })
  editor.view.dom.setAttribute('aria-label', 'Brief text')
})
