/** What the library says of a work, a line each. */
import type { LibraryWork } from '../../../shared/wire/inputs.ts'
import { dateText, namesOf, listNames } from '../../../shared/cite/names.ts'
import type { CslItem } from '../../../shared/cite/csl.ts'
import { counted } from '../../ui/counted.ts'

/** "A. Reporter · The Daily · 3 May 2024", with what is known. */
export const aboutLine = (item: CslItem): string =>
  [listNames(namesOf(item.author)), item['container-title'] ?? item.publisher, dateText(item.issued)]
    .filter(Boolean)
    .join(' · ')

/** "In 2 briefs · cited 5 times · 3 excerpts". */
export const usedLine = ({ briefs, cited, excerpts, captures }: LibraryWork): string =>
  [
    `In ${counted(briefs, 'brief')}`,
    cited === 0 ? 'not cited' : cited === 1 ? 'cited once' : `cited ${cited} times`,
    ...(excerpts > 0 ? [counted(excerpts, 'excerpt')] : []),
    ...(captures === 0 ? ['no text held'] : []),
  ].join(' · ')
