/**
 * What a source is asked for once: the title, then the date, then the address. An answer, also "leave open", ends it; what
 * has none by its kind (an interview has no address, a personal communication no title) is not asked.
 */
import type { Source } from '../../../shared/brief/source.ts'
import { say } from '../../words/en/sources.ts'

export type AskedField = 'title' | 'issued' | 'URL'

const WITHOUT_TITLE = new Set(['interview', 'personal_communication'])
const WITHOUT_ADDRESS = new Set(['interview', 'personal_communication', 'speech', 'book', 'chapter'])

export const missingField = (source: Pick<Source, 'item' | 'asked'>): AskedField | null => {
  const { item, asked } = source
  if (!item.title?.trim() && !WITHOUT_TITLE.has(item.type) && !asked.includes('title')) return 'title'
  if (!item.issued && !asked.includes('issued')) return 'issued'
  if (!item.URL && !item.DOI && !WITHOUT_ADDRESS.has(item.type) && !asked.includes('URL')) return 'URL'
  return null
}

export const missingSentence: Record<AskedField, string> = {
  title: say.noTitleIsKnown,
  issued: say.noDateIsKnown,
  URL: say.noAddressIsKnown,
}
