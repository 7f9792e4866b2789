/**
 * Whether two items are one work: the same name across briefs (work.ts), or the same title in the same year. The second is
 * a guess good enough to ask a person, or to fill a list of references without doubling it.
 */
import type { CslItem } from './csl.ts'
import { yearOf } from './names.ts'
import { workOf } from './work.ts'

/** Shorter titles ("Preface", "Annex 2") are shared by works that have nothing else in common. In letters and digits. */
const TELLING = 12

/** The names under which a work may be met again; two items are one work when they share one. */
export const namesOfWork = (item: CslItem): string[] => {
  const title = (item.title ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  const year = yearOf(item)
  const titled = [...title].length >= TELLING && year !== '' ? [`title:${year}:${title}`] : []
  const work = workOf(item)
  return work === null ? titled : [work, ...titled]
}
