/**
 * What the fields of a Word file say (ECMA-376, part 1, 17.16): links, lists of contents, and the citations of reference managers.
 * Zotero and Mendeley write CSL's citation data into an ADDIN field (schema: csl-citation.json), Mendeley's newer program into the tag
 * of a content control. All of it comes from outside: what does not look like a citation is none.
 */
import { z } from 'zod'
import { safeAddress } from '../../shared/export/escape-html.ts'
import type { FieldCitation } from '../../shared/word/document.ts'

export type FieldMeaning =
  | { is: 'citation'; citation: FieldCitation }
  | { is: 'link'; href: string | null }
  | { is: 'contents' }
  | { is: 'bibliography' }
  /** What it shows stands for it. `named`: it was a citation that cannot be read. */
  | { is: 'shown'; named?: string }

/** Of one citation: fifty works with their abstracts. */
const LONGEST = 500_000
const WORKS = 100

const text = (limit: number) =>
  z
    .union([z.string(), z.number()])
    .transform((value) => String(value).slice(0, limit))
    .nullable()
    .catch(null)
    .default(null)

const citationData = z.looseObject({
  citationID: z.union([z.string(), z.number()]).optional(),
  citationItems: z
    .array(
      z.looseObject({
        itemData: z.record(z.string(), z.unknown()).optional(),
        locator: text(200),
        label: text(40),
        prefix: text(500),
        suffix: text(500),
        'suppress-author': z.unknown().optional(),
      }),
    )
    .max(WORKS)
    .default([]),
})

/** Null for what is no citation. */
const citationOf = (json: string): FieldCitation | null => {
  if (json.length > LONGEST) return null
  try {
    const read = citationData.safeParse(JSON.parse(json))
    if (!read.success) return null
    const { citationID, citationItems } = read.data
    const cites = citationItems.flatMap(({ itemData, locator, label, prefix, suffix, ...rest }) =>
      itemData
        ? [
            {
              item: itemData,
              locator: locator?.trim() || null,
              label: label?.trim() || null,
              prefix: prefix?.trim() || null,
              suffix: suffix?.trim() || null,
              suppressAuthor: rest['suppress-author'] === true || rest['suppress-author'] === 1,
            },
          ]
        : [],
    )
    const id = String(citationID ?? '').slice(0, 200)
    return cites.length > 0 || id ? { id, cites } : null
  } catch {
    return null
  }
}

export const meaningOf = (instruction: string): FieldMeaning => {
  const code = instruction.trim()
  const [, name = '', rest = ''] = /^(\S+)\s*([^]*)$/.exec(code) ?? []
  switch (name.toUpperCase()) {
    case 'ADDIN':
      return addin(rest)
    case 'HYPERLINK': {
      const [, quoted, bare] = /^(?:"([^"]*)"|(?!\\)(\S+))/.exec(rest) ?? []
      return { is: 'link', href: safeAddress(quoted ?? bare) }
    }
    case 'TOC':
      return { is: 'contents' }
    case 'BIBLIOGRAPHY':
      return { is: 'bibliography' }
    case 'CITATION':
      return { is: 'shown', named: 'citations of Word’s own, kept as words' }
    default:
      return { is: 'shown' }
  }
}

const addin = (rest: string): FieldMeaning => {
  if (/^(?:ZOTERO_BIBL|Mendeley Bibliography|EN\.REFLIST)/.test(rest)) return { is: 'bibliography' }
  if (rest.startsWith('EN.CITE')) return { is: 'shown', named: 'citations of EndNote, kept as words' }
  const json = /^(?:(?:ZOTERO_ITEM|Mendeley Citation\S*)\s+)?(?:CSL_CITATION|VOUCH_CITATION)\s*([^]*)$/.exec(
    rest,
  )
  const citation = json && citationOf(json[1]!.slice(0, json[1]!.lastIndexOf('}') + 1))
  if (citation) return { is: 'citation', citation }
  return json || rest.startsWith('ZOTERO_')
    ? { is: 'shown', named: 'citations whose data cannot be read, kept as words' }
    : { is: 'shown' }
}

/** A content control of Mendeley Cite, by its tag. */
export const citationOfTag = (tag: string): FieldCitation | null => {
  const packed = /^MENDELEY_CITATION_v\d+_([A-Za-z0-9+/=_-]+)$/.exec(tag)?.[1]
  return packed && packed.length <= 2 * LONGEST
    ? citationOf(Buffer.from(packed, 'base64').toString('utf8'))
    : null
}
