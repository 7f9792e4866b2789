/** What the library says of a work, a line each. */
import type { LibraryWork } from '../../../shared/wire/inputs.ts'
import { namesOf, listNames } from '../../../shared/cite/names.ts'
import type { CslItem } from '../../../shared/cite/csl.ts'
import { workDate } from '../../brief/work-date.ts'
import { say } from '../../words/en/library.ts'
import { written } from '../../words/written.ts'

/** "A. Reporter · The Daily · 3 May 2024", with what is known. */
export const aboutLine = (item: CslItem): string =>
  [listNames(namesOf(item.author), written), item['container-title'] ?? item.publisher, workDate(item.issued)]
    .filter(Boolean)
    .join(' · ')

/** "In 2 briefs · cited 5 times · 3 excerpts". */
export const usedLine = ({ briefs, cited, excerpts, captures }: LibraryWork): string =>
  [
    say.inBriefs(briefs),
    say.citedTimes(cited),
    ...(excerpts > 0 ? [say.excerptsCount(excerpts)] : []),
    ...(captures === 0 ? [say.noTextHeld] : []),
  ].join(' · ')
