/**
 * What honest people do is never refused: a false refusal costs somebody their work. VOUCH_SEED=n plays another run;
 * VOUCH_LONG=1 plays twenty thousand updates.
 */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createAllowance, createLedger } from '../../../server/sync/ledger.ts'
import { type LiveDocument, openLiveDocument } from '../../../server/sync/live-document.ts'
import { rulesOf } from '../../../server/sync/shape.ts'
import { changeAbout } from '../../../shared/brief/about.ts'
import { setCheck } from '../../../shared/brief/check.ts'
import { addCite, changeCite, readCitations } from '../../../shared/brief/citation.ts'
import { addExcerpt, changeExcerpt, readExcerpts, removeExcerpt } from '../../../shared/brief/excerpt.ts'
import { fillBrief } from '../../../shared/brief/fill.ts'
import { addSource, changeSource, readSources } from '../../../shared/brief/source.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { newClientId } from '../../../shared/wire/client-id.ts'
import { briefOf, Writer } from '../../shared/binding/writers.ts'
import { body } from '../../support/random-body.ts'
import { brief } from '../../support/random-brief.ts'
import { type Random, random, seedOfRun } from '../../support/random.ts'

const UPDATES = process.env.VOUCH_LONG ? 20_000 : 900
/** Then everybody begins another brief: a long one makes the binding slow, not the guard. */
const UPDATES_A_BRIEF = 150
const seed = seedOfRun()

type Person = {
  writer: Writer
  isOnline: boolean
  allowance: ReturnType<typeof createAllowance>
  /** Not the first step 2 of this socket any more. */
  caughtUp: boolean
}

/** Some people at one document that is guarded as a room guards it. */
const table = async (chance: Random) => {
  const state = briefOf('Exports fell. Imports rose.\nPrices held.\nWages too.')
  const live: LiveDocument = await openLiveDocument({
    load: async () => [state],
    ledger: createLedger([]),
    rules: rulesOf('brief'),
  })
  let offered = 0
  let waiting: { by: Person; update: Uint8Array }[] = []
  const people: Person[] = []

  const offer = async (by: Person, update: Uint8Array, step2: boolean) => {
    const who = { person: { id: by.writer.name }, allowance: by.allowance }
    const early = !by.caughtUp
    const { outcomes, changes } = await live.apply([{ update, by: who, step2, early }])
    offered++
    expect(['news', 'nothing-new'], `update ${offered} of ${by.writer.name}, seed ${seed}`).toContain(
      outcomes[0],
    )
    for (const change of changes)
      for (const other of people) if (other !== by && other.isOnline) other.writer.receive(change)
  }
  const sit = (name: string, doc: Y.Doc): Person => {
    const person: Person = {
      writer: new Writer(name, doc),
      isOnline: true,
      allowance: createAllowance(() => 0),
      caughtUp: true,
    }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'post' && person.isOnline) waiting.push({ by: person, update })
    })
    return person
  }
  for (const name of ['ana', 'ben', 'cy']) {
    const doc = new Y.Doc()
    doc.clientID = name === 'cy' ? chance.below(2 ** 32) : newClientId()
    Y.applyUpdate(doc, live.whole(), 'post')
    people.push(sit(name, doc))
  }
  return {
    people,
    offered: () => offered,
    async send() {
      const all = waiting
      waiting = []
      for (const { by, update } of all) await offer(by, update, false)
    },
    async comeBack(person: Person, how: 'whole' | 'diff' | 'merged') {
      person.isOnline = true
      person.allowance = createAllowance(() => 0)
      person.caughtUp = false
      const all = Y.encodeStateAsUpdate(person.writer.doc)
      const diff = Y.encodeStateAsUpdate(person.writer.doc, live.stateVector())
      const merged = Y.mergeUpdates([Y.diffUpdate(all, live.stateVector()), diff])
      await offer(person, how === 'whole' ? all : how === 'diff' ? diff : merged, true)
      person.caughtUp = true
      person.writer.receive(live.whole())
      await this.send()
    },
    leave() {
      for (const { writer } of people) writer.leave()
      live.destroy()
    },
  }
}

/** Everything that a page does to a brief's document. */
const actsOf = (chance: Random, n: number) => {
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
const asFarAsPossible = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (!(error instanceof RangeError) && (error as Error).name !== 'TransformError') throw error
  }
}

it(`lets ${UPDATES} updates of honest people through, of every kind  [seed ${seed}]`, async () => {
  const chance = random(seed)
  let done = 0
  for (let n = 0; done < UPDATES;) {
    const at = await table(chance)
    while (at.offered() < Math.min(UPDATES_A_BRIEF, UPDATES - done)) {
      const person = chance.pick(at.people)
      if (person.isOnline && chance.next() < 0.01) person.isOnline = false
      asFarAsPossible(() => chance.pick(actsOf(chance, n++))(person.writer))
      if (!person.isOnline && chance.next() < 0.1)
        await at.comeBack(person, chance.pick(['whole', 'diff', 'merged'] as const))
      await at.send()
    }
    done += at.offered()
    at.leave()
  }
  expect(done).toBeGreaterThanOrEqual(UPDATES)
}, 1_200_000)

it(`lets any brief through that can be written  [seed ${seed}]`, async () => {
  for (const contents of fc.sample(brief, { numRuns: process.env.VOUCH_LONG ? 500 : 40, seed })) {
    const live = await openLiveDocument({
      load: async () => [Y.encodeStateAsUpdate(new Y.Doc())],
      ledger: createLedger([]),
      rules: rulesOf('brief'),
    })
    const doc = new Y.Doc()
    fillBrief(doc, contents)
    const by = { person: { id: 'ana' }, allowance: createAllowance() }
    const update = Y.encodeStateAsUpdate(doc)
    const { outcomes } = await live.apply([{ update, by, step2: false, early: false }])
    expect(outcomes, JSON.stringify(contents.body).slice(0, 300)).toEqual(['news'])
    live.destroy()
  }
}, 600_000)
