/**
 * Legitimate updates and frames, spoilt at random. Either their bytes are, which mostly cannot be read any more; or what
 * they say is: structs that are whole, and lie about their place, their author, their order or what they hold.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { ROOTS } from '../../shared/brief/document.ts'
import { schema } from '../../shared/editor/schema.ts'
import type { Random } from './random.ts'

type Struct = Y.Item | Y.GC | Y.Skip
type Id = { client: number; clock: number }
/** What one client wrote; `more`: how many structs more it claims than there are. */
type Block = { client: number; clock: number; structs: Struct[]; more: number }
type Range = Id & { length: number }
type Parts = { blocks: Block[]; deletions: Range[] }

/** The document that a lie is about. */
export type Known = { doc: Y.Doc; chance: Random }

/** Where encodings of numbers change their length, and what a size must not be. */
const NUMBERS = [0, 1, 2, 63, 64, 127, 128, 2 ** 14, 2 ** 28, 2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER]
const NAMES = [
  ...Object.keys(schema.nodes),
  ...Object.keys(schema.marks),
  ...Object.keys({ ...ROOTS.brief, ...ROOTS.discussion }),
  'id',
  'level',
  'colspan',
  'href',
  'item',
  'cites',
  'script',
  '__proto__',
  'constructor',
  '',
]

/** One to four changes to the bytes; `other` lends its own. */
export const spoilt = (frame: Uint8Array, other: Uint8Array, chance: Random): Uint8Array => {
  let bytes = [...frame]
  for (let left = chance.below(4); left >= 0; left--) {
    const at = chance.below(bytes.length + 1)
    const length = 1 + chance.below(12)
    chance.pick([
      () => (bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8))),
      () => (bytes[at] = chance.pick([0, 1, 127, 128, 255, chance.below(256)])),
      () => bytes.splice(at, length),
      () => bytes.splice(at, 0, ...bytes.slice(at, at + length)),
      () => bytes.splice(at, 1, ...encoding.encode((e) => encoding.writeVarUint(e, chance.pick(NUMBERS)))),
      () => (bytes = bytes.slice(0, at)),
      () => (bytes = [...bytes.slice(0, at), ...other.subarray(chance.below(other.length))]),
    ])()
  }
  return Uint8Array.from(bytes.slice(0, 200_000))
}

/** One to three lies in an update; where it cannot be written any more, its bytes are spoilt instead. */
export const lying = (update: Uint8Array, known: Known): Uint8Array => {
  const { chance } = known
  try {
    const parts = partsOf(update)
    for (let left = chance.below(3); left >= 0; left--) chance.pick(lies)(parts, known)
    return written(parts)
  } catch {
    return spoilt(update, update, chance)
  }
}

/** What an update consists of. */
export const partsOf = (update: Uint8Array): Parts => {
  const { structs, ds } = Y.decodeUpdate(update)
  const blocks: Block[] = []
  for (const struct of structs as Struct[]) {
    const { client, clock } = struct.id
    if (blocks.at(-1)?.client !== client) blocks.push({ client, clock, structs: [], more: 0 })
    blocks.at(-1)!.structs.push(struct)
  }
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  )
  return { blocks, deletions }
}

/** The update that consists of that. */
export const written = ({ blocks, deletions }: Parts): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const number = (value: number) => encoding.writeVarUint(encoder.restEncoder, Math.max(0, value))
  number(blocks.length)
  for (const { client, clock, structs, more } of blocks) {
    number(structs.length + more)
    number(client)
    number(clock)
    for (const struct of structs) {
      // Yjs writes no item that stands nowhere.
      if (struct instanceof Y.Item && !struct.origin && !struct.rightOrigin) struct.parent ??= 'body' as never
      struct.write(encoder, 0)
    }
  }
  const clients = new Set(deletions.map(({ client }) => client))
  number(clients.size)
  for (const client of clients) {
    const ranges = deletions.filter((range) => range.client === client)
    number(client)
    number(ranges.length)
    for (const { clock, length } of ranges) {
      number(clock)
      number(length)
    }
  }
  return encoder.toUint8Array()
}

/** Something that stands in the document, or nearly. */
const someId = ({ doc, chance }: Known): Y.ID => {
  const clients = [...doc.store.clients.keys()]
  const client = clients.length > 0 && chance.next() < 0.9 ? chance.pick(clients) : chance.below(2 ** 32)
  return Y.createID(client, chance.below(Y.getState(doc.store, client) + 2))
}

const someBlock = ({ blocks }: Parts, chance: Random): Block => chance.pick(blocks)

const someItem = (parts: Parts, chance: Random): Y.Item => {
  const items = parts.blocks.flatMap(({ structs }) => structs.filter((struct) => struct instanceof Y.Item))
  return chance.pick(items)
}

const someContent = ({ chance }: Known): Y.Item['content'] => {
  const name = chance.pick(NAMES)
  const value = () => chance.pick([null, 1, -0.5, 'x', true, { [name]: 'x' }, [[[]]], undefined, 2n ** 60n])
  return chance.pick<() => Y.Item['content']>([
    () => new Y.ContentType(new Y.XmlElement(name)),
    () => new Y.ContentType(chance.pick([new Y.XmlText(), new Y.Text(), new Y.Map(), new Y.Array()])),
    () => new Y.ContentType(new Y.XmlFragment()),
    () => new Y.ContentFormat(name, value() as object),
    () => new Y.ContentAny([value(), value()]),
    () => new Y.ContentEmbed({ [name]: 'x' }),
    () => new Y.ContentJSON(['x']),
    () => new Y.ContentBinary(Uint8Array.of(1, 2, 3)),
    () => new Y.ContentDoc(new Y.Doc()),
    () => new Y.ContentDeleted(chance.pick(NUMBERS)),
    () => new Y.ContentString(chance.pick(['', 'x', '\ud83d', '\ude00', 'x'.repeat(3000), '\u0000'])),
  ])()
}

const swap = <T>(list: T[], a: number, b: number) => {
  ;[list[a], list[b]] = [list[b]!, list[a]!]
}

type Lie = (parts: Parts, known: Known) => void

const lies: Lie[] = [
  // The order of what somebody wrote, and how much of it there is.
  (parts, { chance }) => {
    const { structs } = someBlock(parts, chance)
    swap(structs, chance.below(structs.length), chance.below(structs.length))
  },
  (parts, { chance }) => {
    const { structs } = someBlock(parts, chance)
    structs.splice(chance.below(structs.length), 1)
  },
  (parts, { chance }) => {
    const { structs } = someBlock(parts, chance)
    const at = chance.below(structs.length)
    structs.splice(at, 0, structs[at]!)
  },
  (parts, { chance }) => {
    const { structs } = someBlock(parts, chance)
    const id = Y.createID(1, 0)
    structs.splice(
      chance.below(structs.length + 1),
      0,
      chance.pick([new Y.GC(id, chance.pick(NUMBERS)), new Y.Skip(id, 1 + chance.below(3))]),
    )
  },
  (parts, { chance }) => void (someBlock(parts, chance).more += chance.pick([-1, 1, 1000])),
  (parts, { chance }) => void parts.blocks.push({ ...someBlock(parts, chance) }),
  (parts, { chance }) => swap(parts.blocks, 0, chance.below(parts.blocks.length)),
  // Who wrote it, and when.
  (parts, known) => void (someBlock(parts, known.chance).client = someId(known).client),
  (parts, { chance }) => void (someBlock(parts, chance).clock += chance.pick([-1, 1, 5, ...NUMBERS])),
  // Where it stands.
  (parts, known) => void (someItem(parts, known.chance).origin = known.chance.pick([null, someId(known)])),
  (parts, known) =>
    void (someItem(parts, known.chance).rightOrigin = known.chance.pick([null, someId(known)])),
  (parts, known) => {
    const item = someItem(parts, known.chance)
    swapEnds(item)
  },
  (parts, known) => {
    const item = someItem(parts, known.chance)
    item.origin = item.rightOrigin = null
    item.parent = known.chance.pick([someId(known), known.chance.pick(NAMES)]) as never
  },
  (parts, { chance }) => void (someItem(parts, chance).parentSub = chance.pick([null, ...NAMES])),
  // What it holds.
  (parts, { chance }) => {
    const [one, other] = [someItem(parts, chance), someItem(parts, chance)]
    ;[one.content, other.content] = [other.content, one.content]
  },
  (parts, known) => void (someItem(parts, known.chance).content = someContent(known)),
  (parts, known) => void (someItem(parts, known.chance).content = someContent(known)),
  // What it deletes.
  (parts, known) =>
    void parts.deletions.push({ ...plainId(someId(known)), length: known.chance.pick([1, 2, ...NUMBERS]) }),
  (parts, { chance }) => {
    const range = chance.pick(parts.deletions)
    if (range) parts.deletions.push({ ...range, clock: range.clock + chance.below(2) })
  },
]

const plainId = ({ client, clock }: Y.ID): Id => ({ client, clock })

const swapEnds = (item: Y.Item) => {
  ;[item.origin, item.rightOrigin] = [item.rightOrigin, item.origin]
}
