/**
 * Random people at one brief, and an account of every letter. Each typed letter occurs once in the whole run (some need
 * two code units), so that one that is missing or doubled is found exactly. A letter counts as taken once a person's own
 * deletion, cut or undo took it from that person's page.
 */
import type { Fragment, Node } from '@tiptap/pm/model'
import { agree, briefOf, desk, type Desk, type Writer } from './writers.ts'

export type Act =
  | 'type'
  | 'put'
  | 'echo'
  | 'cite'
  | 'breakLine'
  | 'bold'
  | 'plain'
  | 'erase'
  | 'backspace'
  | 'undo'
  | 'redo'
  | 'move words'
  | 'split'
  | 'join'
  | 'move block'

/** Writing inside blocks: here nothing may ever be lost. */
export const WRITING: Act[] = [
  'type',
  'type',
  'type',
  'put',
  'echo',
  'cite',
  'cite',
  'breakLine',
  'bold',
  'plain',
]
export const DELETING: Act[] = ['erase', 'backspace', 'move words']
export const UNDOING: Act[] = ['undo', 'redo']
/** What Yjs can only do by deleting a block's text here and writing it again there. */
export const RESHAPING: Act[] = ['split', 'join', 'move block']

export type Account = {
  letters: number
  citations: number
  lost: string[]
  doubled: string[]
  citationsLost: string[]
  citationsDoubled: string[]
  /** Lost or doubled although nobody reshaped a block in which it stood while they were apart: never to happen. */
  unexplained: string[]
  /** Citations that no person took out and that stand neither in the body nor in the list of unplaced ones. */
  vanished: string[]
}

/** A small generator (mulberry32): the same seed gives the same run anywhere. */
export const randomFrom = (seed: number) => {
  let a = seed >>> 0
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, pick: <T>(of: readonly T[]): T => of[below(of.length)]!, chance: (p: number) => next() < p }
}

const isCitation = (token: string) => token.startsWith('[')

/** How often each traced letter and citation stands in a document, and in which blocks. */
const census = (doc: Node | Fragment) => {
  const count = new Map<string, number>()
  const blocks = new Map<string, Set<string>>()
  const see = (token: string, block: string) => {
    count.set(token, (count.get(token) ?? 0) + 1)
    blocks.set(token, (blocks.get(token) ?? new Set()).add(block))
  }
  doc.descendants((node, _pos, parent) => {
    const block = String(parent?.attrs.id)
    if (node.type.name === 'citation') see(`[${String(node.attrs.id)}]`, block)
    for (const letter of node.text ?? '') if (letter >= '\u4e00') see(letter, block)
  })
  return { count, blocks }
}

/** What stands where, block by block: a block that is reshaped changes here. */
const shape = (doc: Node) => {
  const blocks = new Map<string, string>()
  doc.forEach((block, _offset, i) => {
    const id = String(block.attrs.id)
    // Two halves of a race may carry one id.
    blocks.set(id, `${blocks.get(id) ?? ''} ${i} ${JSON.stringify(block.content.toJSON())}`)
  })
  return blocks
}

export const play = (options: {
  seed: number
  acts: Act[]
  people?: number
  stretches?: number
  actsPerStretch?: number
  /** Whether what one does reaches the others before anyone goes on. */
  isLive?: boolean
  /** Whether one sender's updates overtake each other. */
  isShuffled?: boolean
  /** Told after each stretch, when everything is delivered. */
  settled?: (desk: Desk) => void
}): Account => {
  const {
    seed,
    acts,
    people = 2,
    stretches = 4,
    actsPerStretch = 14,
    isLive = false,
    isShuffled = false,
    settled,
  } = options
  const random = randomFrom(seed)
  const ids = random.chance(0.5) ? [11, 22, 33] : [33, 22, 11]
  const table = desk(briefOf('Exports fell. Imports rose.\nPrices held.\nWages too.'), ids.slice(0, people))
  const { writers } = table

  let letters = 0
  let citations = 0
  const alphabet = () => {
    letters++
    // Every third letter needs a surrogate pair; neighbours share one half of it.
    return letters % 3 === 0 ? String.fromCodePoint(0x20000 + letters) : String.fromCharCode(0x4e00 + letters)
  }
  const known = new Set<string>()
  const taken = new Set<string>()
  const account = {
    lost: new Set<string>(),
    doubled: new Set<string>(),
    unexplained: new Set<string>(),
  }

  const someLetters = (n: number) => Array.from({ length: n }, alphabet).join('')
  const somewhere = (w: Writer) => w.to(random.below(w.state.doc.content.size + 1))
  const someWords = (w: Writer, most: number) => {
    const { $from, from } = somewhere(w).selection
    const end = from + Math.min($from.parent.content.size - $from.parentOffset, 1 + random.below(most))
    return w.between(from, end)
  }
  const doing: Record<Act, (w: Writer) => unknown> = {
    type: (w) => somewhere(w).type(someLetters(1 + random.below(4))),
    put: (w) => somewhere(w).put(someLetters(1 + random.below(6))),
    echo: (w) => somewhere(w).type(random.pick(['e', 'ee', 'l', ' '])),
    cite: (w) => somewhere(w).cite(`k${++citations}`),
    breakLine: (w) => somewhere(w).breakLine(),
    bold: (w) => someWords(w, 12).bold(),
    plain: (w) => someWords(w, 12).plain(),
    erase: (w) => someWords(w, 5).erase(),
    backspace: (w) => somewhere(w).backspace(),
    undo: (w) => w.undo(),
    redo: (w) => w.redo(),
    'move words': (w) => {
      for (const token of census(someWords(w, 6).selection.content().content).count.keys()) taken.add(token)
      somewhere(w.cut()).paste()
    },
    split: (w) => somewhere(w).split(),
    join: (w) => somewhere(w).join(),
    'move block': (w) => somewhere(w).moveBlock(random.below(4)),
  }
  const reshapes = new Set<Act>([...RESHAPING, ...UNDOING])

  for (let stretch = 0; stretch < stretches; stretch++) {
    const stood = new Map<string, Set<string>>()
    const reshaped = new Set<string>()
    const note = (writer: Writer) => {
      for (const [token, blocks] of census(writer.state.doc).blocks) {
        known.add(token)
        const all = stood.get(token) ?? new Set()
        for (const block of blocks) all.add(block)
        stood.set(token, all)
      }
    }
    const work = () => {
      for (let i = 0; i < actsPerStretch; i++) {
        const writer = random.pick(writers)
        const act = random.pick(acts)
        const before = census(writer.state.doc).count
        const shapeBefore = shape(writer.state.doc)
        note(writer)
        doing[act](writer)
        note(writer)
        const after = census(writer.state.doc).count
        for (const token of before.keys()) if (!after.has(token)) taken.add(token)
        if (reshapes.has(act)) {
          const shapeAfter = shape(writer.state.doc)
          for (const id of new Set([...shapeBefore.keys(), ...shapeAfter.keys()])) {
            if (shapeBefore.get(id) !== shapeAfter.get(id)) reshaped.add(id)
          }
        }
        // Some of the post comes through.
        if (!isLive && random.chance(0.3)) random.pick(writers).receiveNext(random.below, isShuffled)
      }
      if (!isLive) table.deliver(random.below, isShuffled)
    }
    if (isLive) work()
    else table.apart(work)
    settled?.(table)

    const { count } = census(writers[0]!.state.doc)
    for (const token of known) {
      const n = count.get(token) ?? 0
      if (n === 1 || taken.has(token) || account.lost.has(token) || account.doubled.has(token)) continue
      ;(n === 0 ? account.lost : account.doubled).add(token)
      const where = stood.get(token) ?? new Set()
      if (![...where].some((block) => reshaped.has(block))) account.unexplained.add(token)
    }
  }

  const first = writers[0]!
  const there = new Set(first.cited)
  const unplaced = new Set(first.unplaced)
  const vanished: string[] = []
  for (let i = 1; i <= citations; i++) {
    if (!taken.has(`[k${i}]`) && !there.has(`k${i}`) && !unplaced.has(`k${i}`)) vanished.push(`k${i}`)
  }
  table.leave()
  return {
    letters,
    citations,
    lost: [...account.lost].filter((t) => !isCitation(t)),
    doubled: [...account.doubled].filter((t) => !isCitation(t)),
    citationsLost: [...account.lost].filter(isCitation),
    citationsDoubled: [...account.doubled].filter(isCitation),
    unexplained: [...account.unexplained],
    vanished,
  }
}

export const settledInAgreement = ({ writers }: Desk): void => agree(writers)
