/** Frames that attack, each with what it attacks; and the small language in which they are written. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessMessage, step1Message, step2Message, updateMessage } from '../../server/sync/frames.ts'

/** `closed`: its sender has to go. `harmless`: it is passed over. */
export type HostileFrame = { attacks: string; frame: Uint8Array; end: 'closed' | 'harmless' }

type Part = number | string | Uint8Array | Part[]

/** Numbers as varUints, texts as varStrings, bytes as they are. */
const bytes = (...parts: Part[]): Uint8Array =>
  encoding.encode((e) => {
    const write = (part: Part): void => {
      if (typeof part === 'number') encoding.writeVarUint(e, part)
      else if (typeof part === 'string') encoding.writeVarString(e, part)
      else if (part instanceof Uint8Array) encoding.writeUint8Array(e, part)
      else part.forEach(write)
    }
    parts.forEach(write)
  })

const raw = (...values: number[]) => Uint8Array.from(values)
const HUGE = 2 ** 31
const ME = 7777

/** One client's structs, and no deletions. */
const structs = (many: number, ...parts: Part[]) => bytes(1, many, ME, 0, ...parts, 0)
/** An item in a root, with a key (info bit 6) or without. */
const inRoot = (kind: number, root: string, ...content: Part[]) => structs(1, raw(kind), 1, root, ...content)
const atKey = (kind: number, root: string, key: string, ...content: Part[]) =>
  structs(1, raw(kind | 32), 1, root, key, ...content)
const any = (...value: Part[]) => atKey(8, 'about', 'title', 1, ...value)

/** What a program can really write with Yjs. */
const written = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  write(doc)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
const inBody = (node: Y.XmlElement | Y.XmlText) => written((doc) => doc.getXmlFragment('body').push([node]))
const element = (
  name: string,
  attributes: Record<string, unknown> = {},
  content: (Y.XmlElement | Y.XmlText)[] = [],
) => {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
  made.insert(0, content)
  return made
}
/** Written by hand: Yjs itself ends on the stack when it writes that. */
const nested = (levels: number) =>
  structs(
    levels,
    ...Array.from({ length: levels }, (_, level): Part[] => [
      raw(7),
      ...(level === 0 ? [1, 'body'] : [0, ME, level - 1]),
      3,
      'blockquote',
    ]),
  )
const marked = (key: string, value: unknown) => {
  const text = new Y.XmlText()
  text.insert(0, 'x', { [key]: value as object })
  return inBody(element('paragraph', {}, [text]))
}
const embedded = (embed: object) => {
  const text = new Y.XmlText()
  text.insertEmbed(0, embed)
  return inBody(element('paragraph', {}, [text]))
}
const record = (root: string, value: unknown) => written((doc) => doc.getMap(root).set('id', value))

const updates: Record<string, Uint8Array> = {
  'memory: 33 million structs in seven bytes': bytes(1, HUGE / 64, ME, 0),
  'memory: as many clients': bytes(HUGE, 1, 1),
  'memory: a text of two gigabytes': inRoot(4, 'body', HUGE),
  'memory: an array of as many values': inRoot(8, 'body', HUGE),
  'memory: an array of them inside a value': any(raw(117), HUGE),
  'memory: an object of as many keys': any(raw(118), HUGE),
  'memory: bytes inside a value': any(raw(116), HUGE),
  'memory: JSON values': inRoot(2, 'body', HUGE),
  'memory: a binary': inRoot(3, 'body', HUGE),
  'memory: as many deletions': bytes(0, 1, ME, HUGE),
  'memory: clients of deletions': bytes(0, HUGE),
  'the stack: arrays in arrays in a value': any(
    new Uint8Array(50_000).fill(117).map((v, i) => (i % 2 ? 1 : v)),
    raw(126),
  ),
  'the stack: objects in objects': any(
    ...Array.from({ length: 5_000 }, () => [raw(118), 1, 'a'] as Part[]),
    raw(126),
  ),
  'the stack: blocks in blocks, 65 deep': nested(65),
  'the stack: blocks in blocks, 2,000 deep': nested(2_000),
  'the stack: a mark of nested JSON': inRoot(6, 'body', 'bold', '['.repeat(20_000)),
  'clocks: beyond all numbers': bytes(1, 1, ME, Number.MAX_SAFE_INTEGER, raw(0), 5, 0),
  'clocks: a collected range beyond all numbers': structs(1, raw(0), Number.MAX_SAFE_INTEGER, raw(0), 9),
  'clocks: a length of zero': structs(1, raw(0), 0),
  'clocks: a skip of zero': structs(1, raw(10), 0),
  'clocks: a deleted length of zero': inRoot(1, 'body', 0),
  'clocks: a text without letters': inRoot(4, 'body', ''),
  'clocks: no values at all': atKey(8, 'about', 'title', 0),
  'clocks: a client twice': bytes(2, 1, ME, 0, raw(0), 1, 1, ME, 0, raw(0), 1, 0),
  'origins: itself': structs(1, raw(128 | 4), ME, 0, 'x'),
  'origins: itself, to the right': structs(1, raw(64 | 4), ME, 3, 'x'),
  'origins: two that wait for each other': bytes(
    2,
    1,
    9,
    0,
    raw(128 | 4),
    8,
    0,
    'x',
    1,
    8,
    0,
    raw(128 | 4),
    9,
    0,
    'x',
    0,
  ),
  'parents: itself': structs(1, raw(4), 0, ME, 0, 'x'),
  'parents: a text, which holds nothing': structs(2, raw(4), 1, 'body', 'ab', raw(4), 0, ME, 0, 'x'),
  'parents: of a kind that is none': structs(1, raw(4), 7, 'body', 'x'),
  'roots: one that no brief has': written((doc) => doc.getMap('mine').set('a', 1)),
  'roots: the prototype': written((doc) => doc.getMap('__proto__').set('a', 1)),
  'roots: with a name of 300 letters': inRoot(7, 'x'.repeat(300), 3, 'paragraph'),
  'roots: a thousand of them': written((doc) => {
    for (let n = 0; n < 1000; n++) doc.getMap(`r${n}`).set('a', 1)
  }),
  'content: of a kind that is none': inRoot(31, 'body', 1),
  'content: a document in the document': written((doc) => doc.getMap('about').set('a', new Y.Doc())),
  'content: bytes': written((doc) => doc.getMap('about').set('a', new Uint8Array(9))),
  'content: text in the body itself': written((doc) => doc.getText('body').insert(0, 'x')),
  'content: an embed that is no node': embedded({ image: 'x' }),
  'content: a block among letters': embedded(element('paragraph')),
  'content: a citation in the body itself': inBody(element('citation')),
  'content: a row without a table': inBody(element('tableRow')),
  'content: a paragraph in a paragraph': inBody(element('paragraph', {}, [element('paragraph')])),
  'content: text in a list': inBody(element('bulletList', {}, [new Y.XmlText('x')])),
  'types: a hook': inRoot(7, 'body', 5, 'x'),
  'types: one that is none': inRoot(7, 'body', 99),
  'schema: a node that is not known': inBody(element('script')),
  'schema: an attribute that is not known': inBody(element('paragraph', { onclick: 'x' })),
  'schema: a heading of level a thousand': inBody(element('heading', { level: 1000 })),
  'schema: an attribute that is an object': inBody(element('paragraph', { id: { a: 1 } })),
  'schema: a mark that is not known': marked('blink', {}),
  'schema: a mark with what it does not have': marked('bold', { a: 1 }),
  'schema: a link that runs': marked('link', { href: ' java\tscript:alert(1)' }),
  'schema: a cell that spans a thousand million columns': inBody(
    element('table', {}, [element('tableRow', {}, [element('tableCell', { colspan: 1e9 })])]),
  ),
  'records: a word in place of a source': record('sources', 'x'),
  'records: text in an excerpt': record('excerpts', new Y.Text('x')),
  'records: one with a thousand fields': record(
    'excerpts',
    new Y.Map(Array.from({ length: 1000 }, (_, n) => [`f${n}`, 1])),
  ),
  'records: the prototype as a field': record('excerpts', new Y.Map([['__proto__', 1]])),
  'records: the prototype inside a value': any(raw(118), 1, '__proto__', raw(126)),
  'records: a number that JSON has not': written((doc) => doc.getMap('about').set('a', 5n)),
  'UTF-8: half a letter in a text': inRoot(4, 'body', 1, raw(0xc3)),
  'UTF-8: a lone surrogate in a key': structs(
    1,
    raw(8 | 32),
    1,
    'about',
    3,
    raw(0xed, 0xa0, 0x80),
    1,
    raw(126),
  ),
  'deletions: of what is not there': bytes(0, 1, ME, 1, 0, 5),
  'deletions: of nothing': bytes(0, 1, ME, 1, 0, 0),
  'deletions: the same twice': bytes(0, 1, ME, 2, 0, 5, 2, 5),
  'the end: a byte too many': bytes(0, 0, raw(1)),
  'the end: no deletions at all': bytes(0),
  'the end: nothing': new Uint8Array(),
  'the other encoding': Y.convertUpdateFormatV1ToV2(inBody(element('paragraph'))),
}

/** Clients, from 1 on, that each wrote one thing. */
const stateVectorOf = (clients: number) =>
  bytes(
    clients,
    Array.from({ length: clients }, (_, n): Part[] => [n + 1, 1]),
  )
/** Entries as short as can be. */
const awarenessOf = (people: number, state: string) => {
  const size = 3 + state.length
  const entries = new Uint8Array(people * size)
  for (let n = 0; n < people; n++) entries.set([n % 100, 1, state.length, ...Buffer.from(state)], n * size)
  const update = bytes(people, entries)
  return bytes(1, update.length, update)
}

const others: Record<string, Uint8Array> = {
  'a frame of one byte': raw(0),
  'a type that is none': raw(99, 1, 2),
  'a step that is none': raw(0, 9, 0),
  'a frame that is shorter than it says': raw(0, 2, 200, 1),
  'bytes after the frame': raw(3, 3),
  'a number without an end': new Uint8Array(64).fill(255),
  'memory: a state vector of two thousand million clients': step1Message(bytes(HUGE)),
  'a state vector with a client twice': step1Message(bytes(2, ME, 1, ME, 2)),
  'memory: presence of as many people': bytes(1, bytes(HUGE).length, bytes(HUGE)),
  'a state vector with as many clients as fit': step1Message(stateVectorOf(200_000)),
  'a state vector that is too long': step1Message(stateVectorOf(600_000)),
  'presence of two and a half million people': awarenessOf(2_500_000, ''),
  'presence that ends too early': raw(1, 5, 1, 5, 1, 9, 65),
  'presence with bytes after its end': raw(1, 5, 1, 5, 1, 1, 49, 0),
  'presence with a clock without an end': bytes(1, 12, 1, 5, new Uint8Array(10).fill(255)),
  'presence that is not UTF-8': bytes(1, 6, 1, 5, 1, 2, raw(0xc3, 0x28)),
  'presence that is a list': awarenessMessage([{ client: 5, clock: 1, state: '[1]' }]),
  'presence of lists in lists': awarenessMessage([{ client: 5, clock: 1, state: '['.repeat(2000) }]),
  'presence that is not JSON': awarenessMessage([{ client: 5, clock: 1, state: '{' }]),
  'presence that is no object': awarenessMessage([{ client: 5, clock: 1, state: '7' }]),
}

/** What honest programs send now and then by mistake, and what would hurt if it were believed. */
const passedOver: Record<string, Uint8Array> = {
  'presence: a state of three kilobytes': awarenessMessage([
    { client: 5, clock: 1, state: JSON.stringify({ cursor: 'x'.repeat(3000) }) },
  ]),
  'presence: of two hundred colleagues': awarenessMessage(
    Array.from({ length: 200 }, (_, n) => ({ client: 5 + n, clock: 1, state: '{"cursor":1}' })),
  ),
  'presence: of two hundred thousand people': awarenessOf(200_000, '{}'),
  'presence: with the last of all clocks': awarenessMessage([
    { client: 5, clock: Number.MAX_SAFE_INTEGER, state: '{}' },
  ]),
  'presence: the name and colour of somebody else': awarenessMessage([
    { client: 5, clock: 1, state: JSON.stringify({ user: { id: 'ana', name: 'Ana', color: 'url(x)' } }) },
  ]),
  'presence: the prototype in it': awarenessMessage([
    { client: 5, clock: 1, state: '{"__proto__":{"user":1},"constructor":1}' },
  ]),
  'presence: of nobody': awarenessMessage([]),
}

export const hostileFrames: HostileFrame[] = [
  ...Object.entries(updates).flatMap(([attacks, update], n) => [
    // Either way in.
    { attacks, frame: n % 2 === 0 ? updateMessage(update) : step2Message(update), end: 'closed' as const },
  ]),
  ...Object.entries(others).map(([attacks, frame]) => ({ attacks, frame, end: 'closed' as const })),
  ...Object.entries(passedOver).map(([attacks, frame]) => ({ attacks, frame, end: 'harmless' as const })),
]
