/**
 * A citation as the field that Zotero's Word plug-in writes: `ADDIN ZOTERO_ITEM CSL_CITATION {…}` (schema: csl-citation.json).
 * Word with Zotero keeps it live, Word without shows its result, and we know our citation again by its id.
 */
import type { CitationRecord } from '../../shared/brief/citation.ts'
import { safeAddress } from '../../shared/export/escape-html.ts'
import type { Portable } from '../../shared/markdown/portable.ts'

const SCHEMA = 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json'

/** One without any source that is known is a field of our own: only its id is kept. */
export const zoteroField = (
  record: CitationRecord,
  brief: Portable,
  shown: { text: string; note: number },
): string => {
  const citationItems = record.cites.flatMap((cite) => {
    const source = brief.sources.get(cite.source)
    if (!source) return []
    const key = brief.keys.get(cite.source) ?? source.key
    const address = safeAddress(source.item.URL)
    return [
      {
        id: key,
        uris: [address ?? `urn:vouch:work:${key}`],
        itemData: { ...source.item, id: key },
        ...(cite.locator ? { locator: cite.locator, label: cite.label ?? 'page' } : {}),
        ...(cite.prefix ? { prefix: cite.prefix } : {}),
        ...(cite.suffix ? { suffix: cite.suffix } : {}),
        ...(cite.suppressAuthor ? { 'suppress-author': true } : {}),
      },
    ]
  })
  if (citationItems.length === 0) return ` ADDIN VOUCH_CITATION ${JSON.stringify({ citationID: record.id })} `
  const { text, note } = shown
  return ` ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({
    citationID: record.id,
    properties: { formattedCitation: text, plainCitation: text, noteIndex: note },
    citationItems,
    schema: SCHEMA,
  })} `
}
