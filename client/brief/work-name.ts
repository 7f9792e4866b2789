/** A work in a few words and its title, for lists and cards: one without a title is said to have none in the language of the page. */
import type { CslItem } from '../../shared/cite/csl.ts'
import * as inWords from '../../shared/cite/short-name.ts'
import { written } from '../words/written.ts'

export const shortName = (item: CslItem): string => inWords.shortName(item, written)

export const titleOfWork = (item: CslItem): string => inWords.titleOfWork(item, written)
