/**
 * A Word file of the house as the looks of another one: its styles, colours, page, margins, and what stands above and below its pages. Of
 * its own text nothing is taken. All of it is read as a tree and written anew from names that are known: macros, objects, links, and
 * fields that read a file or an address do not come along. Throws Refusal for what is no Word file.
 */
import { type PictureKind, pictureKind } from '../../shared/brief/picture-kind.ts'
import { Refusal } from '../../shared/wire/refusal.ts'
import { openWord, type Relations, type WordPackage } from './word-package.ts'
import { all, below, isOn, one, type XmlElement, type XmlNode } from './xml-tree.ts'
import { escapeXml } from './xml-words.ts'

export type HousePart = {
  kind: 'header' | 'footer'
  /** Of which pages (ECMA-376, part 1, 17.18.36). */
  pages: 'default' | 'first' | 'even'
  /** Its paragraphs and tables; pictures are called `rIdH1` and on. */
  xml: string
  pictures: { kind: PictureKind; bytes: Uint8Array }[]
}

export type HouseTemplate = {
  /** What `w:styles` holds. */
  styles: string
  /** Names in small letters → ids. */
  ids: [name: string, id: string][]
  /** The theme part's root; '' without one. */
  theme: string
  /** What stands in `w:sectPr` behind the references. */
  page: string
  parts: HousePart[]
}

/** Bytes of a template. One with a logo has a hundred thousand. */
export const TEMPLATE_LIMIT = 20 * 1024 * 1024
const MOST_STYLES = 2000
/** Of pictures above and below the pages. */
const MOST_PICTURES = 20

export const readHouse = async (bytes: Uint8Array): Promise<HouseTemplate> => {
  if (bytes.length > TEMPLATE_LIMIT)
    throw new Refusal(
      'too-large',
      'The template is larger than 20 MB. Nothing was exported; choose another one.',
    )
  try {
    return await read(await openWord(bytes))
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unreadable') throw error
    throw new Refusal(
      'unreadable',
      'The template is not a Word file that can be read. Nothing was exported; save it again as .docx, or export without it.',
    )
  }
}

const read = async (file: WordPackage): Promise<HouseTemplate> => {
  const root = await file.xml(file.main)
  const body = all(root, 'w:body')[0]
  if (root?.name !== 'w:document' || !body) throw new Refusal('unreadable')
  const beside = await file.relations(file.main)
  const partOf = (type: string) =>
    [...beside.values()].find((each) => each.type === type && !each.isOutside)?.target ?? ''
  const styles = await file.xml(partOf('styles'))
  const theme = await file.xml(partOf('theme'))
  const settings = await file.xml(partOf('settings'))
  const kept = (styles?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (child.name === 'w:docDefaults' || child.name === 'w:style'),
  )
  const section = one(body, 'w:sectPr')
  return {
    styles: kept
      .slice(0, MOST_STYLES)
      .map((each) => written(each, 'w'))
      .join(''),
    ids: kept.flatMap((each): [string, string][] => {
      const name = one(each, 'w:name')?.attributes['w:val']
      const id = each.attributes['w:styleId']
      return name && id ? [[name.toLowerCase(), id]] : []
    }),
    theme: theme?.name === 'a:theme' ? written(theme, 'a') : '',
    page: ['w:pgSz', 'w:pgMar', 'w:pgBorders', 'w:cols', 'w:titlePg', 'w:docGrid']
      .map((name) => one(section, name))
      .map((each) => (each ? written(each, 'w') : ''))
      .join(''),
    parts: await marginsOf(file, referencesIn(body, isOn(settings, 'w:evenAndOddHeaders') ?? false), beside),
  }
}

/** Those of the last section; what it does not name it has from the one before (ECMA-376, part 1, 17.10.5). */
const referencesIn = (body: XmlElement, evenAndOdd: boolean): Reference[] => {
  const sections = [
    ...all(body, 'w:p').map((each) => one(one(each, 'w:pPr'), 'w:sectPr')),
    one(body, 'w:sectPr'),
  ]
  const last = new Map<string, Reference>()
  for (const section of sections)
    for (const kind of ['header', 'footer'] as const)
      for (const { attributes } of all(section, `w:${kind}Reference`)) {
        const pages = attributes['w:type'] ?? 'default'
        if (pages !== 'default' && pages !== 'first' && pages !== 'even') continue
        last.set(`${kind} ${pages}`, { kind, pages, id: attributes['r:id'] ?? '' })
      }
  // Word writes all three of them, also where even pages look like the others.
  return [...last.values()].filter(({ pages }) => pages !== 'even' || evenAndOdd)
}

type Reference = Pick<HousePart, 'kind' | 'pages'> & { id: string }

const marginsOf = async (
  file: WordPackage,
  references: readonly Reference[],
  beside: Relations,
): Promise<HousePart[]> => {
  const parts: HousePart[] = []
  let pictures = 0
  for (const { kind, pages, id: at } of references) {
    const target = beside.get(at)
    const root = target && !target.isOutside ? await file.xml(target.target) : undefined
    if (!root) continue
    const links = await file.relations(target!.target)
    const part: HousePart = { kind, pages, xml: '', pictures: [] }
    const drawn = new Map<string, string>()
    for (const id of blipsOf(root)) {
      const link = links.get(id)
      if (drawn.has(id) || !link || link.isOutside || ++pictures > MOST_PICTURES) continue
      const bytes = await file.picture(link.target)
      const shown = bytes && pictureKind(bytes)
      if (!bytes || !shown) continue
      part.pictures.push({ kind: shown, bytes })
      drawn.set(id, `rIdH${part.pictures.length}`)
    }
    part.xml = root.children.map((child) => inMargin(child, drawn)).join('')
    parts.push(part)
  }
  return parts
}

const blipsOf = (node: XmlElement): string[] => [
  ...(node.name === 'a:blip' && node.attributes['r:embed'] ? [node.attributes['r:embed']] : []),
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : blipsOf(child))),
]

/** Fields that say something of the page or of the file itself. */
const FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|DATE|TITLE|AUTHOR|SUBJECT|STYLEREF)\b/i

/** Elements whose content stays when they go. */
const UNWRAPPED = new Set([
  'w:hyperlink',
  'w:sdt',
  'w:sdtContent',
  'w:smartTag',
  'w:ins',
  'mc:AlternateContent',
  'mc:Choice',
])
/** What runs, what is not there, and what names something outside. */
const DROPPED = new Set([
  'w:object',
  'w:pict',
  'w:control',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:del',
  'w:altChunk',
  'w:subDoc',
  'w:commentReference',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'mc:Fallback',
  'a:hlinkClick',
  'a:hlinkHover',
  'a:extLst',
  'pic:extLst',
])
const MARGIN = /^(?:w|wp|a|pic):/

const inMargin = (node: XmlNode, drawn: ReadonlyMap<string, string>): string => {
  if (typeof node === 'string') return escapeXml(node)
  const { name, attributes } = node
  const inside = () => node.children.map((child) => inMargin(child, drawn)).join('')
  if (DROPPED.has(name)) return ''
  if (UNWRAPPED.has(name)) return inside()
  if (name === 'w:fldSimple' && !FIELD.test(attributes['w:instr'] ?? '')) return inside()
  if (name === 'w:instrText' && !FIELD.test(node.children.join(''))) return ''
  if (!MARGIN.test(name)) return ''
  // A drawing whose picture is not here would be a broken one.
  if (name === 'w:drawing') {
    const id = below(node, 'a:blip')?.attributes['r:embed']
    if (!id || !drawn.has(id)) return ''
  }
  const own = Object.entries(attributes).flatMap(([key, value]): [string, string][] => {
    if (key === 'r:embed') return drawn.has(value) ? [[key, drawn.get(value)!]] : []
    return isPlain(key, /^(?:w:|xml:space$)/) ? [[key, value]] : []
  })
  return element(name, own, inside())
}

const isPlain = (key: string, prefixes: RegExp) => prefixes.test(key) || !key.includes(':')

const element = (name: string, attributes: [string, string][], inside: string): string => {
  const own = attributes.map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('')
  return inside === '' ? `<${name}${own}/>` : `<${name}${own}>${inside}</${name}>`
}

/** With all below it that has this prefix; what names a part of the template stays there. */
const written = (node: XmlElement, prefix: 'w' | 'a'): string => {
  const attributes = Object.entries(node.attributes).filter(
    ([key]) => !key.startsWith('xmlns') && isPlain(key, new RegExp(`^${prefix}:`)),
  )
  const inside = node.children.map((child) => {
    if (typeof child === 'string') return child.trim() === '' ? '' : escapeXml(child)
    const names = Object.keys(child.attributes).some((key) => key.startsWith('r:'))
    // Lists and numbers of the template are a part of their own, which does not come along.
    return child.name.startsWith(`${prefix}:`) && child.name !== 'w:numPr' && !names
      ? written(child, prefix)
      : ''
  })
  return element(node.name, attributes, inside.join(''))
}
