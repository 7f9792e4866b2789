/**
 * What a source is asked for once: the date, then the address. An answer, also "leave open", ends it; what
 * has neither by its kind (an interview has no address) is not asked.
 */
import type { Source } from '../../../shared/brief/source.ts'
import { say } from '../../words/en/sources.ts'

export type AskedField = 'issued' | 'URL'

const WITHOUT_ADDRESS = new Set(['interview', 'personal_communication', 'speech', 'book', 'chapter'])

export const missingField = (source: Pick<Source, 'item' | 'asked'>): AskedField | null => {
  const { item, asked } = source
  if (!item.issued && !asked.includes('issued')) return 'issued'
  if (!item.URL && !item.DOI && !WITHOUT_ADDRESS.has(item.type) && !asked.includes('URL')) return 'URL'
  return null
}

export const missingSentence: Record<AskedField, string> = {
  issued: say.noDateIsKnown,
  URL: say.noAddressIsKnown,
}
