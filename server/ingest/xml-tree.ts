/**
 * XML of an office file as a tree, with bounds on how large and how deep it may be. Names have the prefix that the format's own documents
 * use, whatever the file calls it. Throws Refusal for what is not well-formed, and for a document type.
 */
import { Parser } from 'htmlparser2'
import { Refusal } from '../../shared/wire/refusal.ts'

export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlNode[] }
export type XmlNode = XmlElement | string

/** A table in a table in a table, each some five elements deep, within text boxes; whoever nests deeper wants something else. */
const DEEPEST = 200
/** Five hundred pages have a fifth of them. */
const MOST = 1_500_000

/** Both editions of the format (ECMA-376: transitional, and strict since 2008) by the prefixes of the first. */
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

export const xmlTree = (text: string): XmlElement => {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  const prefixes = new Map<string, string>()
  let elements = 0
  const named = (name: string): string => {
    const at = name.indexOf(':')
    const own = prefixes.get(at < 0 ? '' : name.slice(0, at))
    if (own === undefined) return name
    const local = name.slice(at + 1)
    return own === '' ? local : `${own}:${local}`
  }
  const whole = text.replace(/^\uFEFF/, '')
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++elements > MOST || open.length > DEEPEST) throw tooMuch()
        for (const [attribute, value] of Object.entries(attributes)) {
          const declared = /^xmlns(?::(.+))?$/.exec(attribute)
          if (declared && PREFIXES[value] !== undefined) prefixes.set(declared[1] ?? '', PREFIXES[value])
        }
        const element: XmlElement = {
          name: named(name),
          attributes: Object.fromEntries(
            // An attribute without a prefix is in no namespace, not in the element's.
            Object.entries(attributes).map(([key, value]) => [key.includes(':') ? named(key) : key, value]),
          ),
          children: [],
        }
        open.at(-1)!.children.push(element)
        open.push(element)
      },
      onclosetag(_name, isImplied) {
        // Closed by the parser, not by the file: but for `<w:b/>`, which closes itself.
        if (isImplied && whole[parser.endIndex - 1] !== '/') throw new Refusal('unreadable')
        open.pop()
      },
      ontext(words) {
        const { children } = open.at(-1)!
        const last = children.at(-1)
        if (typeof last === 'string') children[children.length - 1] = last + words
        else children.push(words)
      },
      onprocessinginstruction(name) {
        // Office programs declare nothing; whoever does wants entities of entities to be expanded.
        if (name.startsWith('!')) throw new Refusal('unreadable')
      },
    },
    { xmlMode: true },
  )
  parser.write(whole)
  parser.end()
  const top = root.children.filter((node) => typeof node !== 'string')
  if (top.length !== 1) throw new Refusal('unreadable')
  return top[0]!
}

const tooMuch = () =>
  new Refusal(
    'too-large',
    'This document is too long, or nested too deep, to be read at once. Nothing was changed; save the part that you need as a file of its own.',
  )

export const all = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )

export const one = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)

/** The first of that name anywhere below. */
export const below = (parent: XmlElement | undefined, name: string): XmlElement | undefined => {
  for (const child of parent?.children ?? []) {
    if (typeof child === 'string') continue
    const found = child.name === name ? child : below(child, name)
    if (found) return found
  }
  return undefined
}

export const wordsIn = (node: XmlNode): string =>
  typeof node === 'string' ? node : node.children.map(wordsIn).join('')

/** The attribute `w:val` of a child. */
export const valueOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  one(parent, name)?.attributes['w:val']

/** A property that is on by standing there (ECMA-376, part 1, 17.17.4); undefined where it does not stand. */
export const isOn = (parent: XmlElement | undefined, name: string): boolean | undefined => {
  const found = one(parent, name)
  return found && !/^(?:0|false|off)$/.test(found.attributes['w:val'] ?? '1')
}
