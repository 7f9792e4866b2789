/**
 * What honest people send, spoilt at random, against a room with all its rules: nothing of it harms the server, the
 * document or who writes beside it. Each brief has a seed of its own: VOUCH_SEED=n begins with that one again,
 * VOUCH_LONG=1 goes on for an hour.
 */
import * as decoding from 'lib0/decoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { awarenessMessage, step1Message, step2Message, updateMessage } from '../../../server/sync/frames.ts'
import { createRooms } from '../../../server/sync/rooms.ts'
import { roots, ROOTS } from '../../../shared/brief/document.ts'
import { readBrief } from '../../../shared/brief/read.ts'
import { isInlineAtom } from '../../../shared/editor/allowed.ts'
import { schema } from '../../../shared/editor/schema.ts'
import { toMarkdown } from '../../../shared/markdown/write.ts'
import { CLOSE, MESSAGE, readRefused } from '../../../shared/wire/sync.ts'
import { briefOf, Writer } from '../../shared/binding/writers.ts'
import { arrayStore, docFrom } from '../../support/array-store.ts'
import { actsOf, asFarAsPossible } from '../../support/every-act.ts'
import { lying, spoilt } from '../../support/mutations.ts'
import { type Random, random, seedOfRun } from '../../support/random.ts'
import { quiet, writer } from '../../support/writer.ts'

const BRIEF = 'abcdefghij'
const BRIEFS = process.env.VOUCH_LONG ? Infinity : 3
const HOUR = 3_600_000
/** Then another brief is begun: a long one makes the binding slow, not the guard. */
const ROUNDS_A_BRIEF = 20
const MUTANTS_A_ROUND = 15
const seed = seedOfRun()

/** With these a socket may be sent away for what it sent; any other code would blame the server. */
const BLAMED: (number | null)[] = [null, CLOSE.malformed, CLOSE.notAllowed, CLOSE.tooMany]

/** Somebody's own copy of the document, with the editor's binding. */
const copyOf = (state: Uint8Array, chance: Random): Writer => {
  const doc = new Y.Doc()
  doc.clientID = chance.below(2 ** 32)
  Y.applyUpdate(doc, state)
  return new Writer('eve', doc)
}

/** What somebody writes at random who is apart from the others. */
const writtenBy = (one: Writer, chance: Random, n: number): Uint8Array => {
  const before = Y.encodeStateVector(one.doc)
  for (let left = chance.below(4); left >= 0; left--)
    asFarAsPossible(() => chance.pick(actsOf(chance, n))(one))
  return Y.encodeStateAsUpdate(one.doc, before)
}

const caret = (client: number, chance: Random) => ({
  client,
  clock: 1 + chance.below(5),
  state: JSON.stringify({
    cursor: { anchor: { tname: 'body', item: null, assoc: 0 } },
    user: { name: 'Ana' },
  }),
})

/** What somebody apart from the others has written: a change, two put together, and all of their copy. */
const workOn = (state: Uint8Array, chance: Random, n: number) => {
  const [eve, again] = [copyOf(state, chance), copyOf(state, chance)]
  const update = writtenBy(eve, chance, n)
  const merged = Y.mergeUpdates([update, writtenBy(again, chance, n)])
  eve.leave()
  again.leave()
  return { doc: eve.doc, update, merged, whole: Y.encodeStateAsUpdate(eve.doc) }
}

/** A frame of one of the kinds that are sent, most of them spoilt. */
const frameOf = ({ doc, update, merged, whole }: ReturnType<typeof workOn>, chance: Random): Uint8Array => {
  const spoil = (body: Uint8Array) => {
    const how = chance.below(20)
    if (how === 0) return body
    return how < 13 ? lying(body, { doc, chance }) : spoilt(body, whole, chance)
  }
  const kind = chance.below(20)
  if (kind < 11) return updateMessage(spoil(update))
  if (kind < 12) return step2Message(spoil(whole))
  if (kind < 16) return step2Message(spoil(merged))
  if (kind < 17) return step1Message(spoil(Y.encodeStateVector(doc)))
  if (kind < 18) return spoilt(updateMessage(update), whole, chance)
  return spoilt(
    awarenessMessage([caret(doc.clientID, chance), caret(chance.below(99), chance)]),
    whole,
    chance,
  )
}

/** What of a document no editor knows. Written after the schema, not after the guard. */
const strangersIn = (doc: Y.Doc): string[] => {
  const found: string[] = []
  for (const root of doc.share.keys()) if (!Object.hasOwn(ROOTS.brief, root)) found.push(`root ${root}`)
  const walk = (node: unknown, depth: number): void => {
    if (depth > 64) found.push('too deep')
    else if (node instanceof Y.XmlText) walkText(node, depth)
    else if (!(node instanceof Y.XmlElement)) found.push('no block')
    else {
      const type = schema.nodes[node.nodeName]
      if (!type) return void found.push(`node ${node.nodeName}`)
      for (const name of Object.keys(node.getAttributes()))
        if (!Object.hasOwn(type.spec.attrs ?? {}, name)) found.push(`attribute ${name}`)
      node.toArray().forEach((child) => walk(child, depth + 1))
    }
  }
  const walkText = (text: Y.XmlText, depth: number) => {
    for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
      for (const name of Object.keys(attributes ?? {})) if (!schema.marks[name]) found.push(`mark ${name}`)
      if (typeof insert === 'string') continue
      if (insert instanceof Y.XmlElement && isInlineAtom(insert.nodeName)) walk(insert, depth + 1)
      else found.push('an embed')
    }
  }
  roots(doc)
    .body.toArray()
    .forEach((block) => walk(block, 1))
  return found
}

/**
 * What two copies have to have in common: everything, but for the order in which it stands. Who lies about neighbours so
 * that nobody can have seen them side by side puts their own letters elsewhere on each copy; the guard would have to
 * refuse what honest people put back by undo, to keep that out.
 */
const lookOf = (doc: Y.Doc) =>
  Object.keys(ROOTS.brief).map((root): unknown =>
    root === 'body' ? heap(roots(doc).body) : doc.getMap(root).toJSON(),
  )

const heap = (node: unknown): unknown => {
  if (node instanceof Y.XmlText) {
    const parts = (node.toDelta() as { insert: unknown }[]).map(({ insert }) => insert)
    const letters = parts.filter((part) => typeof part === 'string').join('')
    const embeds = parts.filter((part) => typeof part !== 'string').map((part) => JSON.stringify(heap(part)))
    return [...letters].sort().join('') + embeds.sort().join('')
  }
  const element = node as Y.XmlElement | Y.XmlFragment
  const attributes = element instanceof Y.XmlElement ? Object.entries(element.getAttributes()).sort() : []
  const inside = element
    .toArray()
    .map((child) => JSON.stringify(heap(child)))
    .sort()
  return [element instanceof Y.XmlElement ? element.nodeName : '', attributes, inside]
}

const refusalIn = (frame: Uint8Array): string => {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return readRefused(decoder).code
}

/** Plays one brief; gives how many frames were taken and how many sockets had to go. */
const play = async (chance: Random) => {
  const store = arrayStore()
  const problems: string[] = []
  const rooms = createRooms({
    store,
    report: (problem, _, error) => problems.push(`${problem} ${String(error)}`),
  })
  await rooms.create(BRIEF, (doc) =>
    Y.applyUpdate(doc, briefOf('Exports fell.[c1] Imports rose.\nPrices held.')),
  )
  const doc = new Y.Doc()
  doc.clientID = chance.below(2 ** 32)
  const ana = writer(rooms, { doc })
  await quiet(rooms)
  const page = new Writer('ana', doc)
  let away = 0
  const refused: string[] = []

  const enter = () => {
    let closed: number | null = null
    const visit = rooms.enter(BRIEF, {
      person: { id: 'eve', name: 'Eve' },
      writes: true,
      wire: {
        send: (frame) => {
          if (frame[0] === MESSAGE.refused) refused.push(refusalIn(frame))
        },
        close: (code) => {
          closed ??= code
        },
      },
    })
    visit.receive(step2Message(Uint8Array.of(0, 0)))
    return { visit, closed: () => closed }
  }

  /** Everybody has the same, it can be read and exported, and Ana goes on. */
  const look = async () => {
    page.to(chance.below(page.state.doc.content.size + 1)).put('Ana. ')
    await quiet(rooms)
    const stored = docFrom(store.rows(BRIEF))
    const live = await rooms.read(BRIEF)
    expect([problems, ana.heard.closed, ana.heard.refused]).toEqual([[], null, []])
    expect(ana.durable()).toBe(ana.sent())
    for (const copy of [stored, live, doc]) {
      expect([copy.store.pendingStructs, copy.store.pendingDs]).toEqual([null, null])
      expect(strangersIn(copy)).toEqual([])
      expect(lookOf(copy)).toEqual(lookOf(stored))
    }
    // Marks that exclude each other may meet where two people set them at once: no editor minds.
    page.state.doc.descendants((node) => expect(node.type.validContent(node.content)).toBe(true))
    const newcomer = copyOf(Y.encodeStateAsUpdate(stored), chance)
    expect(lookOf(newcomer.doc)).toEqual(lookOf(doc))
    expect(toMarkdown(readBrief(stored))).toBeTypeOf('string')
    newcomer.leave()
  }

  let eve = enter()
  for (let round = 0; round < ROUNDS_A_BRIEF; round++) {
    const work = workOn(Y.encodeStateAsUpdate(await rooms.read(BRIEF)), chance, round)
    for (let n = 0; n < MUTANTS_A_ROUND; n++) {
      eve.visit.receive(frameOf(work, chance))
      if (n % 3 === 0) page.to(chance.below(page.state.doc.content.size + 1)).type('a')
      await quiet(rooms)
      expect(BLAMED).toContain(eve.closed())
      if (eve.closed() === null) continue
      away++
      eve.visit.leave()
      eve = enter()
    }
    if (round % 5 === 4) await look()
  }
  for (const code of refused) expect(['schema', 'quota']).toContain(code)
  const frames = store.rows(BRIEF).length
  page.leave()
  await rooms.drain()
  return { frames, away }
}

it(`lets no spoilt frame harm a brief or who writes in it  [seed ${seed}]`, async () => {
  const end = Date.now() + HOUR
  let away = 0
  let taken = 0
  for (let n = 0; n < BRIEFS && Date.now() < end; n++) {
    try {
      const played = await play(random(seed + n))
      away += played.away
      taken += played.frames
    } catch (error) {
      throw new Error(`VOUCH_SEED=${seed + n} plays it again`, { cause: error })
    }
  }
  // Spoilt frames are turned down, and those that are as they should be are not.
  expect(Math.min(away, taken)).toBeGreaterThan(0)
}, 3_900_000)
