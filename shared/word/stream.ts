/**
 * A block of text as one line of letters, the same for a brief's block and for the paragraph that an exported file shows for it: words,
 * U+FFFC for each citation and footnote, '\n' for a break, U+2029 where one paragraph ends and the next one begins. Each letter knows how
 * it looks and where it stands.
 */
import type { BodyNode } from '../brief/body.ts'
import { safeAddress } from '../export/escape-html.ts'
import { portableId } from '../markdown/portable.ts'
import { words } from '../text/word-diff.ts'
import { print } from './bookmark.ts'

export const OBJECT = '\ufffc'
export const PARAGRAPH = '\u2029'

export type Stream = {
  text: string
  /** Where an object stands → which: `c:ID` a citation, `f:ID` a footnote. */
  objects: Map<number, string>
  /** Of each letter: of "b", "i", "s", "c" those that it is, and behind a space the address that it leads to. */
  looks: string[]
}

/** A stream of the brief: `at[n]` is the place of letter n, and the last one the end. */
export type Placed = Stream & { at: number[] }

export const emptyStream = (): Stream => ({ text: '', objects: new Map(), looks: [] })

const LETTERS: [mark: string, letter: string][] = [
  ['bold', 'b'],
  ['italic', 'i'],
  ['strike', 's'],
  ['code', 'c'],
]

export const lookOf = (marks: readonly string[], href: string | null): string => {
  const letters = LETTERS.filter(([mark]) => marks.includes(mark)).map(([, letter]) => letter)
  // Code has no other look in a brief.
  return letters.includes('c') ? 'c' : `${letters.join('')}${href ? ` ${href}` : ''}`
}

/** The marks of a look, as the schema has them. */
export const marksOfLook = (look: string): { type: string; attrs?: Record<string, unknown> }[] => {
  const space = look.indexOf(' ')
  const letters = space < 0 ? look : look.slice(0, space)
  return [
    ...LETTERS.filter(([, letter]) => letters.includes(letter)).map(([type]) => ({ type })),
    ...(space < 0 ? [] : [{ type: 'link', attrs: { href: look.slice(space + 1) } }]),
  ]
}

/** `base`: a look that the file gives every letter here, as headings of tables have. */
type Around = { base?: string[]; inNote?: boolean }

/** A textblock; `start` is where its content begins. Quoted words stand in quotation marks, as the file shows them. */
export const streamOfBlock = (block: BodyNode, start: number, { base = [], inNote }: Around = {}): Placed => {
  const stream: Placed = { ...emptyStream(), at: [] }
  let place = start
  const put = (text: string, look: string, width: 0 | 1) => {
    for (let n = 0; n < text.length; n++) {
      stream.looks.push(look)
      stream.at.push(place)
      place += width
    }
    stream.text += text
  }
  const quotedIn = (node: BodyNode | undefined) => {
    const mark = node?.marks?.find(({ type }) => type === 'quoted')
    return mark && JSON.stringify(mark.attrs ?? null)
  }
  const nodes = block.content ?? []
  nodes.forEach((node, n) => {
    const quoted = quotedIn(node)
    const marks = (node.marks ?? []).map(({ type }) => type)
    const href = safeAddress(node.marks?.find(({ type }) => type === 'link')?.attrs?.href)
    const look = block.type === 'codeBlock' ? '' : lookOf([...base, ...marks], href)
    if (quoted && quotedIn(nodes[n - 1]) !== quoted) put('“', lookOf([], href), 0)
    const object = objectOf(node)
    if (node.text !== undefined) put(plainEnds(node.text), look, 1)
    else if (object) {
      if (inNote) put(' (', '', 0)
      stream.objects.set(stream.text.length, object)
      put(OBJECT, '', 1)
      if (inNote) put(')', '', 0)
    } else put('\n', look, 1)
    if (quoted && quotedIn(nodes[n + 1]) !== quoted) put('”', lookOf([], href), 0)
  })
  stream.at.push(place)
  return stream
}

/** The length stays: places are counted by it. */
const plainEnds = (text: string) =>
  text.replaceAll('\r', '\n').replaceAll(PARAGRAPH, ' ').replaceAll(OBJECT, ' ')

const objectOf = ({ type, attrs }: BodyNode): string | null =>
  type === 'citation'
    ? citationObject(String(attrs?.id ?? ''))
    : type === 'footnote'
      ? `f:${String(attrs?.id ?? '')}`
      : null

/** By the id that it has in the file. */
export const citationObject = (id: string): string => `c:${portableId(id)}`

/** One behind the other, each in a paragraph of its own. */
export const joined = (streams: readonly Placed[]): Placed => {
  const all: Placed = { ...emptyStream(), at: [] }
  streams.forEach((each, n) => {
    if (n > 0) {
      // It begins where the one before ends, and ends where the next one begins.
      all.text += PARAGRAPH
      all.looks.push('')
    }
    for (const [at, object] of each.objects) all.objects.set(all.text.length + at, object)
    all.text += each.text
    all.looks.push(...each.looks)
    all.at.push(...each.at)
  })
  return all
}

/** How a stream reads, for a bookmark. */
export const printOfWords = ({ text, objects }: Stream): string =>
  print([...text].length === 0 ? '' : withObjects(text, objects))

const withObjects = (text: string, objects: ReadonlyMap<number, string>): string => {
  let whole = ''
  let from = 0
  for (const [at, object] of [...objects].sort(([a], [b]) => a - b)) {
    whole += `${text.slice(from, at)}${OBJECT}${object.startsWith('f:') ? 'f' : object} `
    from = at + 1
  }
  return whole + text.slice(from)
}

/** How it looks: what it is for, and where the look of its letters changes. White space looks like nothing. */
export const printOfLook = (kind: string, { text, looks }: Stream): string => {
  let said = kind
  let last = ''
  for (let n = 0; n < text.length; n++) {
    if (/\s|\ufffc/.test(text[n]!) || looks[n] === last) continue
    last = looks[n]!
    said += `|${n}${last}`
  }
  return print(said).slice(0, 6)
}

/** Its words, white space, marks and objects, each with where it begins: what is compared. */
export type Token = { key: string; from: number; to: number }

export const tokensOf = ({ text, objects }: Stream): Token[] => {
  const tokens: Token[] = []
  let at = 0
  for (const part of text.split(/([\ufffc\u2029\n])/)) {
    if (part === '') continue
    const pieces = /^[\ufffc\u2029\n]$/.test(part) ? [part] : words(part)
    for (const piece of pieces) {
      const object = piece === OBJECT ? objects.get(at) : undefined
      tokens.push({ key: object ? `${OBJECT}${object}` : piece, from: at, to: at + piece.length })
      at += piece.length
    }
  }
  return tokens
}

/**
 * Citations that a style writes into the line stand before the stop of their sentence and behind a space; in the brief they stand behind it, and
 * behind nothing. `isInLine` names them by their places.
 */
export const behindStops = <T extends Stream>(stream: T, isInLine: (at: number) => boolean): T => {
  const places: number[] = []
  for (let n = 0; n < stream.text.length; n++) {
    if (!stream.objects.has(n) || !isInLine(n)) {
      places.push(n)
      continue
    }
    if (stream.text[places.at(-1) ?? -1] === ' ') places.pop()
    const stops = /^[.!?]/.test(stream.text.slice(n + 1)) ? [n + 1] : []
    places.push(...stops, n)
    n += stops.length
  }
  const objects = new Map<number, string>()
  places.forEach((from, to) => {
    const object = stream.objects.get(from)
    if (object) objects.set(to, object)
  })
  const moved: Record<string, unknown> = {
    ...stream,
    objects,
    text: places.map((n) => stream.text[n]).join(''),
  }
  for (const [name, value] of Object.entries(stream))
    if (Array.isArray(value)) moved[name] = places.map((n) => value[n] as unknown)
  return moved as T
}
