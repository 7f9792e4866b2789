/** The cited works as CSL-JSON (CSL 1.0.2), an item a line. */
import type { ReadBrief } from '../brief/read.ts'
import { canonicalJson } from '../markdown/json.ts'
import { ITEM_FIELDS } from '../markdown/item.ts'
import { citedWorks } from './cited-works.ts'

export const toCslJson = (brief: ReadBrief): string => {
  // The key takes the place of an id that an item came with.
  const items = citedWorks(brief).map(({ key, item }) => canonicalJson({ ...item, id: key }, ITEM_FIELDS))
  return items.length > 0 ? `[\n${items.join(',\n')}\n]\n` : '[]\n'
}
