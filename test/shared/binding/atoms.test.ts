/** A citation is one element in its paragraph's one text: it is written so, read so, and stays the same element. */
import { TextSelection } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  prosemirrorJSONToYXmlFragment,
  prosemirrorToYDoc,
  prosemirrorToYXmlFragment,
  relativePositionToAbsolutePosition,
  updateYFragment,
  yDocToProsemirror,
  ySyncPluginKey,
  yXmlFragmentToProsemirror,
  yXmlFragmentToProsemirrorJSON,
  yXmlFragmentToProseMirrorRootNode,
} from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roots } from '../../../shared/brief/document.ts'
import { schema } from '../../../shared/editor/schema.ts'
import {
  agree,
  bodyOf,
  briefOf,
  desk,
  foreignBriefOf,
  inEveryOrder,
  textOf,
  type Desk,
  type Writer,
} from './writers.ts'

const alone = (brief: Uint8Array): Writer => desk(brief, [11]).writers[0]!
const two = (brief: Uint8Array): [Writer, Writer, Desk] => {
  const table = desk(brief)
  return [table.writers[0]!, table.writers[1]!, table]
}

/** The pieces of a body's nth block: a text as its delta, an element as its name. */
const piecesOf = (body: Y.XmlFragment, n = 0) =>
  (body.get(n) as Y.XmlElement)
    .toArray()
    .map((piece) =>
      piece instanceof Y.XmlText
        ? (piece.toDelta() as { insert: unknown; attributes?: object }[]).map(({ insert, attributes }) => [
            insert instanceof Y.XmlElement
              ? `<${insert.nodeName} ${insert.getAttribute('id') ?? ''}>`
              : insert,
            ...Object.keys(attributes ?? {}),
          ])
        : `<${(piece as Y.XmlElement).nodeName}>`,
    )

describe('how atoms are written', () => {
  it('puts a citation and a line break into the paragraph’s one text', () => {
    const ana = alone(briefOf('Exports fell. Imports rose.'))
    ana.at('fell.|').cite('k1').at('[k1]|').breakLine()
    expect(piecesOf(ana.body)).toEqual([
      [['Exports fell.'], ['<citation k1>'], ['<hardBreak >'], [' Imports rose.']],
    ])
  })

  it('writes a whole new paragraph so, marks over atoms too', () => {
    const ana = alone(briefOf('Exports fell.[k0] Imports rose.'))
    ana.over('l.[k0] ').bold().over('fell.[k0] Imports').copy().atEnd().split().paste()
    expect(ana.look).toBe('Exports fel*l.[k0] *Imports rose.\nfel*l.[ana1] *Imports')
    expect(piecesOf(ana.body, 1)).toEqual([
      [['fel'], ['l.', 'bold'], ['<citation ana1>', 'bold'], [' ', 'bold'], ['Imports']],
    ])
    agree([ana])
  })

  it('writes no more than what changed', () => {
    const ana = alone(briefOf('Exports fell.[k0] Imports rose.[k1]'))
    ana.over('l.[k0] Imp').bold()
    const sizes: number[] = []
    ana.doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    ana.at('Exports|').type('s')
    // One letter and the two it stands between, but no format.
    expect(sizes).toHaveLength(1)
    expect(sizes[0]).toBeLessThan(24)
  })

  it('writes nothing when nothing changed', () => {
    const ana = alone(briefOf('Exports fell.[k0] ⏎Imports rose.'))
    let updates = 0
    ana.doc.on('update', () => updates++)
    updateYFragment(ana.doc, ana.body, ana.state.doc, { mapping: new Map(), isOMark: new Map() })
    expect(updates).toBe(0)
  })
})

const stays = (brief: string, act: (ana: Writer) => unknown, after: string, ids = ['k0']) => {
  const ana = alone(briefOf(brief))
  const before = ids.map((id) => ana.elementOf(id))
  act(ana)
  expect(ana.text).toBe(after)
  expect(ids.map((id) => ana.elementOf(id))).toEqual(before)
  agree([ana])
}

describe('a citation stays the same element', () => {
  it('when the letter before it is typed again behind it', () =>
    stays('aa[k0]aa', (ana) => ana.at('[k0]|').type('a'), 'aa[k0]aaa'))

  it('when the letter behind it is typed again before it', () =>
    stays('aa[k0]aa', (ana) => ana.at('|[k0]').type('a'), 'aaa[k0]aa'))

  it('when one of equal letters around it goes', () =>
    stays('aa[k0]aa', (ana) => ana.at('|[k0]').backspace(), 'a[k0]aa'))

  it('when a word before it and a word behind it change in one step', () =>
    stays(
      '“so”[k0] and “on”[k1]',
      (ana) => {
        const tr = ana.state.tr
        for (const at of [14, 11, 4, 1]) tr.insertText('"', at, at + 1)
        ana.dispatch(tr)
      },
      '"so"[k0] and "on"[k1]',
      ['k0', 'k1'],
    ))

  it('when others come and go around it in one step', () =>
    stays(
      '[k1]one[k0]two[k2]',
      (ana) => {
        const tr = ana.state.tr.delete(1, 2)
        tr.insert(8, schema.node('citation', { id: 'k9' }))
          .delete(9, 10)
          .insertText('!', 1)
        ana.dispatch(tr)
      },
      '!one[k0]two[k9]',
    ))

  it('when bold is put over it and taken from it', () =>
    stays(
      'Exports fell.[k0] Imports',
      (ana) => ana.over('.[k0] ').bold().plain(),
      'Exports fell.[k0] Imports',
    ))

  it('when another one is put right before it', () =>
    stays('Exports fell.[k0]', (ana) => ana.at('fell.|').cite('k1'), 'Exports fell.[k1][k0]'))

  it('when the two beside it change places, and only one of those is made anew', () => {
    const ana = alone(briefOf('[k1][k0][k2]'))
    const before = ['k0', 'k1', 'k2'].map((id) => ana.elementOf(id))
    const [k1, k0, k2] = ana.state.doc.child(0).content.content as [never, never, never]
    ana.dispatch(ana.state.tr.replaceWith(1, 4, [k2, k1, k0]))
    expect(ana.text).toBe('[k2][k1][k0]')
    expect(['k0', 'k1'].map((id) => ana.elementOf(id))).toEqual(before.slice(0, 2))
  })

  it('when an older version of the text is put back', () => {
    const ana = alone(briefOf('Exports fell.[k0] Imports rose.[k1]'))
    const older = ana.state.doc
    const before = ['k0', 'k1'].map((id) => ana.elementOf(id))
    ana.over('fell').put('dropped').at('Imports|').type(' of steel').atEnd().cite('k2')
    ana.doc.transact(() =>
      updateYFragment(ana.doc, ana.body, older, { mapping: new Map(), isOMark: new Map() }),
    )
    expect(ana.text).toBe('Exports fell.[k0] Imports rose.[k1]')
    expect(['k0', 'k1'].map((id) => ana.elementOf(id))).toEqual(before)
    agree([ana])
  })
})

describe('places', () => {
  it('are found again from Yjs before, in and behind atoms', () => {
    const ana = alone(briefOf('Exports fell.[k0] ⏎Imports rose.\n[k1]Prices[k2]'))
    const { type, binding } = ySyncPluginKey.getState(ana.state)
    ana.state.doc.descendants((node, pos) => {
      if (!node.isTextblock) return
      for (let at = pos + 1; at <= pos + 1 + node.content.size; at++) {
        const relative = absolutePositionToRelativePosition(at, type, binding.mapping)
        expect(relativePositionToAbsolutePosition(ana.doc, type, relative, binding.mapping)).toBe(at)
      }
    })
  })

  it('keep the caret behind a citation while a colleague cites before it', () => {
    const [ana, ben] = two(briefOf('Exports fell.[k0] Imports rose.'))
    ana.at('[k0]|')
    ben.at('|Exports').cite('k1').type('So ')
    expect(ana.type('!').text).toBe('[k1]So Exports fell.[k0]! Imports rose.')
  })

  it('keep a selection over a citation while a colleague writes before, in and behind it', () => {
    const [ana, ben] = two(briefOf('Exports fell.[k0] Imports rose.'))
    ana.over('fell.[k0] Imports')
    ben.at('|Exports').type('Then ').at('[k0]|').type(' So').atEnd().type(' Prices.')
    expect(ana.selected).toBe('fell.[k0] So Imports')
  })

  it('keep a clicked citation selected while a colleague writes right before it', () => {
    const [ana, ben] = two(briefOf('Exports fell.[k0] Imports rose.'))
    ana.over('[k0]')
    ben.at('|[k0]').type(' Twice.')
    expect(ana.selected).toBe('[k0]')
  })

  it('never leave words selected in place of a clicked citation that a colleague deleted', () => {
    const [ana, ben] = two(briefOf('Exports fell.[k0] Imports rose.'))
    ana.over('[k0]')
    ben.over('[k0]').erase()
    expect(ana.selection).toBeInstanceOf(TextSelection)
    expect(ana.selected).toBe('')
  })
})

describe('undo and the clipboard', () => {
  it('undo brings a citation back with its words, its bold and its place; redo takes it', () => {
    const ana = alone(briefOf('Exports fell.[k0] Imports rose.'))
    ana.over('l.[k0] ').bold().atEnd()
    ana.state.plugins.forEach((p) =>
      (p.getState(ana.state) as { undoManager?: Y.UndoManager })?.undoManager?.stopCapturing(),
    )
    ana.over('fell.[k0] Imp').erase()
    expect(ana.undo().look).toBe('Exports fel*l.[k0] *Imports rose.')
    expect(ana.redo().look).toBe('Exports orts rose.')
    agree([ana])
  })

  it('a pasted citation has a record of its own, and the first keeps its element', () => {
    const [ana, ben] = two(briefOf('Exports fell.[k0] Imports rose.'))
    const before = ana.elementOf('k0')
    ana.over('fell.[k0]').copy().atEnd().paste()
    expect(ben.text).toBe('Exports fell.[k0] Imports rose.fell.[ana1]')
    expect(ana.elementOf('k0')).toBe(before)
    expect(ben.unplaced).toEqual([])
  })

  it('words that are cut and pasted come with the citation', () => {
    inEveryOrder(
      briefOf('Exports fell.[k0] Imports rose.'),
      {
        ana: (ana) => ana.over('Exports fell.[k0] ').cut().atEnd().paste(),
        ben: [(ben) => ben.at('Imports|'), (ben) => ben.type(' of steel')],
      },
      (text, writer) => {
        expect(text).toBe('Imports of steel rose.Exports fell.[ana1] ')
        expect(writer.unplaced).toEqual([])
      },
    )
  })
})

const body = () => {
  const ana = alone(briefOf('Exports fell.[k0] ⏎Imports rose.\n[k1]'))
  ana.over('l.[k0] ⏎').bold()
  return { doc: ana.state.doc, type: ana.body }
}

describe('every way to read and write a body', () => {
  it('reads the same', () => {
    const { doc, type } = body()
    expect(yXmlFragmentToProseMirrorRootNode(type, schema).toJSON()).toEqual(doc.toJSON())
    expect(yXmlFragmentToProsemirror(schema, type).toJSON()).toEqual(doc.toJSON())
    expect(schema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(type)).toJSON()).toEqual(doc.toJSON())
  })

  it('writes what reads the same, in one text a paragraph', () => {
    const { doc } = body()
    const ydoc = prosemirrorToYDoc(doc)
    expect(yDocToProsemirror(schema, ydoc).toJSON()).toEqual(doc.toJSON())
    expect(piecesOf(ydoc.getXmlFragment('prosemirror'))).toHaveLength(1)

    for (const write of [
      (type: Y.XmlFragment) => prosemirrorToYXmlFragment(doc, type),
      (type: Y.XmlFragment) => prosemirrorJSONToYXmlFragment(schema, doc.toJSON(), type),
    ]) {
      const type = write(new Y.Doc().getXmlFragment('body'))
      expect(yXmlFragmentToProseMirrorRootNode(type, schema).toJSON()).toEqual(doc.toJSON())
      expect(piecesOf(type)).toHaveLength(1)
    }
  })

  it('drops an embed that no editor can show, and keeps the words around it', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, briefOf('Exports fell. Imports rose.'))
    const text = (roots(doc).body.get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.insertEmbed(13, { image: 'chart.png' })
    text.insertEmbed(7, new Y.XmlElement('paragraph'))
    text.insertEmbed(3, new Y.XmlElement('unknown'))
    const [ana, ben] = two(Y.encodeStateAsUpdate(doc))
    expect(ana.text).toBe('Exports fell. Imports rose.')
    ana.at('fell.|').cite('k1').atEnd().type(' So.')
    expect(ben.text).toBe('Exports fell.[k1] Imports rose. So.')
    agree([ana, ben])
  })
})

describe('documents of other programs, where atoms stand between several texts', () => {
  const brief = 'Exports fell.[k0] Imports ⏎rose.[k1]'

  it('read the same', () => {
    const ana = alone(foreignBriefOf(brief))
    expect(ana.text).toBe(brief)
    expect(yXmlFragmentToProsemirror(schema, ana.body).textContent).toBe(bodyOf(brief).textContent)
    agree([ana])
  })

  const writes = (
    what: string,
    act: (ana: Writer) => unknown,
    after: string,
    kept: string[] = ['k0', 'k1'],
    colleague = ' of steel',
  ) =>
    it(`keep every word of both when one ${what}`, () => {
      inEveryOrder(
        foreignBriefOf(brief),
        { ana: act, ben: [(ben) => ben.at('Imports|'), (ben) => ben.type(colleague)] },
        (text, writer) => {
          expect(text).toBe(after)
          expect(writer.cited).toEqual(expect.arrayContaining(kept))
        },
      )
    })

  writes(
    'writes before a citation',
    (ana) => ana.at('fell.|').type(' Yes.'),
    'Exports fell. Yes.[k0] Imports of steel ⏎rose.[k1]',
  )
  writes(
    'writes behind the last one',
    (ana) => ana.at('[k1]|').type(' No.'),
    'Exports fell.[k0] Imports of steel ⏎rose.[k1] No.',
  )
  writes(
    'writes before the first letter',
    (ana) => ana.at('|Exports').type('So '),
    'So Exports fell.[k0] Imports of steel ⏎rose.[k1]',
  )
  writes(
    'cites once more',
    (ana) => ana.at('Exports|').cite('k2'),
    'Exports[k2] fell.[k0] Imports of steel ⏎rose.[k1]',
    ['k0', 'k1', 'k2'],
  )
  writes(
    'deletes a citation',
    (ana) => ana.over('[k0]').erase(),
    'Exports fell. Imports of steel ⏎rose.[k1]',
    ['k1'],
  )
  writes(
    'deletes over a citation',
    (ana) => ana.over('fell.[k0] I').erase(),
    'Exports mports of steel ⏎rose.[k1]',
    ['k1'],
  )
  writes(
    'makes a citation bold',
    (ana) => ana.over('.[k0] ').bold(),
    'Exports fell.[k0] Imports of steel ⏎rose.[k1]',
  )
  writes('undoes', (ana) => ana.over('[k0]').erase().undo(), brief.replace('Imports', 'Imports of steel'))

  it('hold bold over a citation from then on', () => {
    const ana = alone(foreignBriefOf(brief))
    ana.over('.[k0] ').bold()
    expect(ana.look).toBe('Exports fell*.[k0] *Imports ⏎rose.[k1]')
    agree([ana])
  })

  it('begin with a citation and take words before it', () => {
    const ana = alone(foreignBriefOf('[k0][k1]'))
    ana.at('|[k0]').type('So').at('[k0]|').type(' and ').atEnd().type('.')
    expect(ana.text).toBe('So[k0] and [k1].')
    agree([ana])
  })
})

it('three people write, cite and make bold in one paragraph apart, and nothing is lost', () => {
  const { writers, apart } = desk(briefOf('Exports fell. Imports rose. Prices held.'), [33, 11, 22])
  const [ana, ben, cy] = writers as [Writer, Writer, Writer]
  apart(() => {
    ana.at('fell.|').cite('k1').atEnd().type(' A.')
    ben.at('rose.|').cite('k2').at('|Exports').type('B. ')
    cy.over('fell. Imports rose.').bold().at('held.|').cite('k3').at('Prices|').breakLine()
  })
  agree(writers)
  expect(ana.cited).toEqual(['k1', 'k2', 'k3'])
  expect(textOf(ana.state.doc)).toMatch(
    /^B. Exports fell.\[k1\] Imports rose.\[k2\] Prices⏎ held.(\[k3\] A.| A.\[k3\])$/,
  )
})
