/**
 * What the styles and the numbering of a Word file mean. A style is known by its name, which programs keep while they rename its id,
 * or else by the one that it is based on.
 */
import { all, isOn, one, valueOf, type XmlElement } from './xml-tree.ts'
import type { WordParagraph } from '../../shared/word/document.ts'

export type TextMark = 'bold' | 'italic' | 'strike' | 'code'

export type ParagraphStyle = {
  role: WordParagraph['role']
  level?: number
  list?: { numbering: string; depth: number }
}

export type Styles = {
  paragraph(id: string | undefined): ParagraphStyle
  /** What a style for characters turns on or off, beyond what it is based on. */
  character(id: string | undefined): Partial<Record<TextMark, boolean>>
  /** Names that mean nothing here, for the report. */
  isKnown(id: string): boolean
  nameOf(id: string): string
}

const ROLES: [name: RegExp, role: WordParagraph['role']][] = [
  [/^title$/, 'title'],
  [/^subtitle$/, 'subtitle'],
  [/^(?:intense )?quote$|^quotations?$|^block text$|^blockquote$/, 'quote'],
  [/^quote source$/, 'quote-source'],
  [/^callout$/, 'callout'],
  [/^(?:source code|code|html preformatted|preformatted text|plain text)$/, 'code'],
  [/^(?:caption|illustration|figure caption|table caption|image caption)$/, 'caption'],
  [/^(?:toc|contents) \d$|^toc heading$|^contents heading$/, 'contents'],
  [/^bibliography(?: \d)?$/, 'bibliography'],
]

/** How deep a style may be based on others. */
const CHAIN = 20

export const stylesOf = (root: XmlElement | undefined): Styles => {
  const byId = new Map(all(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const usual = [...byId.values()].find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true)$/.test(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId']
  const chain = (id: string | undefined): XmlElement[] => {
    const found: XmlElement[] = []
    for (let next = id; next && found.length < CHAIN; next = valueOf(byId.get(next), 'w:basedOn')) {
      const style = byId.get(next)
      if (!style || found.includes(style)) break
      found.push(style)
    }
    return found
  }
  const nameOf = (id: string) => valueOf(byId.get(id), 'w:name') ?? id
  const plainName = (style: XmlElement) =>
    (valueOf(style, 'w:name') ?? style.attributes['w:styleId'] ?? '').toLowerCase().trim()

  const roleOf = (style: XmlElement): ParagraphStyle | null => {
    const name = plainName(style)
    const heading = /^heading (\d)$/.exec(name)
    if (heading) return { role: 'heading', level: clampLevel(Number(heading[1])) }
    const role = ROLES.find(([pattern]) => pattern.test(name))?.[1]
    return role ? { role } : null
  }

  const paragraph = (id: string | undefined): ParagraphStyle => {
    // A file may name styles that it does not define: their ids are their names without spaces.
    const bare = id !== undefined && !byId.has(id) ? /^heading(\d)$/i.exec(id) : null
    if (bare) return { role: 'heading', level: clampLevel(Number(bare[1])) }
    const styles = chain(id ?? usual)
    const known = styles.map(roleOf).find((role) => role !== null)
    const outline = styles
      .map((style) => valueOf(one(style, 'w:pPr'), 'w:outlineLvl'))
      .find((level) => level !== undefined)
    const numbered = styles.map((style) => one(one(style, 'w:pPr'), 'w:numPr')).find(Boolean)
    const numbering = valueOf(numbered, 'w:numId')
    return {
      ...(known ??
        (outline !== undefined && Number(outline) < 9
          ? { role: 'heading' as const, level: clampLevel(Number(outline) + 1) }
          : { role: 'plain' as const })),
      ...(numbering && { list: { numbering, depth: Number(valueOf(numbered, 'w:ilvl') ?? 0) || 0 } }),
    }
  }

  const character = (id: string | undefined) => {
    const marks: Partial<Record<TextMark, boolean>> = {}
    for (const style of chain(id).reverse()) {
      Object.assign(marks, marksOf(one(style, 'w:rPr')))
      if (/^(?:verbatim char|source text|code|inline code|html code|teletype)$/.test(plainName(style)))
        marks.code = true
    }
    return marks
  }

  return { paragraph, character, isKnown: (id) => byId.has(id), nameOf }
}

const clampLevel = (level: number) => Math.min(6, Math.max(1, level || 1))

/** What the properties of a run say of the marks that a brief has. */
export const marksOf = (properties: XmlElement | undefined): Partial<Record<TextMark, boolean>> => {
  const bold = isOn(properties, 'w:b')
  const italic = isOn(properties, 'w:i')
  const strike = isOn(properties, 'w:strike')
  return {
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(strike !== undefined && { strike }),
  }
}

export type Level = { ordered: boolean; start: number }

/** How the level of a numbering numbers; null for one that does not ("none"), or that the file does not have. */
export type Numbering = (id: string, depth: number) => Level | null

/** Nine, as Word has them. */
const DEEPEST = 8

export const numberingOf = (root: XmlElement | undefined): Numbering => {
  const abstract = new Map(
    all(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]),
  )
  const numbers = new Map(all(root, 'w:num').map((each) => [each.attributes['w:numId'] ?? '', each]))
  return (id, depth) => {
    const number = numbers.get(id)
    if (!number || id === '0') return null
    const at = String(Math.min(DEEPEST, Math.max(0, depth)))
    const override = all(number, 'w:lvlOverride').find((each) => each.attributes['w:ilvl'] === at)
    const level =
      one(override, 'w:lvl') ??
      all(abstract.get(valueOf(number, 'w:abstractNumId') ?? ''), 'w:lvl').find(
        (each) => each.attributes['w:ilvl'] === at,
      )
    const format = valueOf(level, 'w:numFmt') ?? 'decimal'
    if (format === 'none') return null
    const start = Number(valueOf(override, 'w:startOverride') ?? valueOf(level, 'w:start') ?? 1)
    return {
      ordered: format !== 'bullet',
      start: Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1,
    }
  }
}
