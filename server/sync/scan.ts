/**
 * Walks the bytes of an update before Yjs sees them. What comes out is a list of what the update brings, as small
 * as the update itself; what Yjs would allocate for, recurse into or stumble over does not come out at all.
 *
 *     update  = varUint clients · { structs } · deletions                                        (Yjs, V1)
 *     structs = varUint n · varUint client · varUint clock · { info · … }
 */
import { byteReader, type ByteReader, type Plain } from './byte-reader.ts'
import { Malformed } from './malformed.ts'

export type Id = { client: number; clock: number }

export type Content =
  | { is: 'deleted' | 'text' }
  | { is: 'format'; key: string; value: Plain }
  | { is: 'values'; values: Plain[] }
  | { is: 'map' | 'array' | 'xml-text' }
  | { is: 'element'; name: string }

/** Where an item stands: by its neighbours, or by its parent when it has none. */
export type ScannedItem = {
  is: 'item'
  client: number
  clock: number
  length: number
  /** How many bytes it took. */
  bytes: number
  origin: Id | null
  rightOrigin: Id | null
  /** Only without neighbours: the name of a root, or what contains it. */
  parent: string | Id | null
  /** Only without neighbours: its key in a map, or its name among attributes. */
  key: string | null
  content: Content
}

export type ScannedStruct =
  ScannedItem | { is: 'collected' | 'skipped'; client: number; clock: number; length: number; bytes: number }

export type Deletion = { client: number; clock: number; length: number }

/** Structs come client by client, each with its clocks rising. */
export type Scanned = { structs: ScannedStruct[]; deletions: Deletion[] }

const HAS_ORIGIN = 128
const HAS_RIGHT_ORIGIN = 64
const HAS_KEY = 32

/** Ids are 16 characters, names of fields and nodes about as long; other programs may be wordier. */
const KEY_BYTES = 200
/** Of a mark: a link with a long address in it. */
const FORMAT_BYTES = 64 * 1024

/** Throws {@link Malformed}, and nothing else whatever the bytes are. */
export const scan = (update: Uint8Array): Scanned => {
  const reader = byteReader(update)
  const structs: ScannedStruct[] = []
  const seen = new Set<number>()
  for (let clients = reader.count(3); clients > 0; clients--) {
    let left = reader.count(2)
    const client = reader.uint()
    let clock = reader.uint()
    if (seen.has(client)) throw new Malformed('a client twice')
    seen.add(client)
    for (; left > 0; left--) {
      const struct = readStruct(reader, client, clock)
      clock += struct.length
      if (struct.length < 1 || clock > Number.MAX_SAFE_INTEGER) throw new Malformed('a length')
      structs.push(struct)
    }
  }
  const deletions = readDeletions(reader)
  reader.end()
  return { structs, deletions }
}

const readStruct = (reader: ByteReader, client: number, clock: number): ScannedStruct => {
  const start = reader.position()
  const info = reader.byte()
  const kind = info & 31
  if (kind === 0 || kind === 10) {
    if (info !== kind) throw new Malformed('a struct of an unknown kind')
    const length = reader.uint()
    const bytes = reader.position() - start
    return { is: kind === 0 ? 'collected' : 'skipped', client, clock, length, bytes }
  }
  const origin = info & HAS_ORIGIN ? readId(reader) : null
  const rightOrigin = info & HAS_RIGHT_ORIGIN ? readId(reader) : null
  const isAlone = !origin && !rightOrigin
  const parent = isAlone ? readParent(reader) : null
  const key = isAlone && info & HAS_KEY ? reader.string(KEY_BYTES) : null
  if (key === '__proto__') throw new Malformed('a key that changes what an object is')
  const { length, content } = readContent(reader, kind)
  const bytes = reader.position() - start
  return { is: 'item', client, clock, length, bytes, origin, rightOrigin, parent, key, content }
}

const readId = (reader: ByteReader): Id => ({ client: reader.uint(), clock: reader.uint() })

const readParent = (reader: ByteReader): string | Id => {
  const isRoot = reader.uint()
  if (isRoot > 1) throw new Malformed('a parent of an unknown kind')
  return isRoot ? reader.string(KEY_BYTES) : readId(reader)
}

const readContent = (reader: ByteReader, kind: number): { length: number; content: Content } => {
  switch (kind) {
    case 1:
      return { length: reader.uint(), content: { is: 'deleted' } }
    case 4:
      return { length: reader.stringLength(), content: { is: 'text' } }
    case 6:
      return { length: 1, content: { is: 'format', key: reader.string(KEY_BYTES), value: readJson(reader) } }
    case 7:
      return { length: 1, content: readType(reader) }
    case 8: {
      const values: Plain[] = []
      for (let left = reader.count(1); left > 0; left--) values.push(reader.plain())
      return { length: values.length, content: { is: 'values', values } }
    }
    default:
      // Bytes, documents in documents, what only old versions of Yjs wrote: a brief holds none of it.
      throw new Malformed('content of an unknown kind')
  }
}

const readJson = (reader: ByteReader): Plain => {
  const json = reader.string(FORMAT_BYTES)
  try {
    return JSON.parse(json) as Plain
  } catch {
    throw new Malformed('a mark that is not JSON')
  }
}

const readType = (reader: ByteReader): Content => {
  switch (reader.uint()) {
    case 0:
      return { is: 'array' }
    case 1:
      return { is: 'map' }
    case 3:
      return { is: 'element', name: reader.string(KEY_BYTES) }
    case 6:
      return { is: 'xml-text' }
    default:
      throw new Malformed('a type of an unknown kind')
  }
}

const readDeletions = (reader: ByteReader): Deletion[] => {
  const deletions: Deletion[] = []
  const seen = new Set<number>()
  for (let clients = reader.count(2); clients > 0; clients--) {
    const client = reader.uint()
    if (seen.has(client)) throw new Malformed('a client twice')
    seen.add(client)
    const ranges: Deletion[] = []
    for (let left = reader.count(2); left > 0; left--) {
      const clock = reader.uint()
      const length = reader.uint()
      if (length < 1 || clock + length > Number.MAX_SAFE_INTEGER) throw new Malformed('a length')
      ranges.push({ client, clock, length })
    }
    holdApart(ranges)
    for (const range of ranges) deletions.push(range)
  }
  return deletions
}

/** A thousand ranges that each delete the whole document cost a thousand times what it is long. */
const holdApart = (ranges: Deletion[]) => {
  const apart = (range: Deletion, index: number) => {
    const before = ranges[index - 1]
    return !before || before.clock + before.length <= range.clock
  }
  if (ranges.every(apart)) return
  ranges.sort((a, b) => a.clock - b.clock)
  if (!ranges.every(apart)) throw new Malformed('deletes twice')
}

/** Beyond those that a document knows: what was written offline, each time under an id of its own. */
const UNKNOWN_CLIENTS = 2000

/** The clocks of a state vector by client, for a document that knows so many clients. Throws {@link Malformed}. */
export const scanStateVector = (stateVector: Uint8Array, known: number): Map<number, number> => {
  const reader = byteReader(stateVector)
  const clocks = new Map<number, number>()
  const many = reader.count(2)
  if (many > known + UNKNOWN_CLIENTS) throw new Malformed('a state vector of too many clients')
  for (let left = many; left > 0; left--) {
    const client = reader.uint()
    if (clocks.has(client)) throw new Malformed('a client twice')
    clocks.set(client, reader.uint())
  }
  reader.end()
  return clocks
}
