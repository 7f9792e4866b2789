/** The lines under a source's title: who, where, when; then what is held of it. */
import type { Source } from '../../../shared/brief/source.ts'
import { titleOfWork } from '../../brief/work-name.ts'
import { dayText } from '../../ui/when.ts'
import { workDate } from '../../brief/work-date.ts'
import { authorsText } from './csl-fields.ts'
import { kindName } from './source-kinds.ts'
import { say } from '../../words/en/sources.ts'

/** "News article · A. Reporter · The Daily · 3 May 2024", with what is known. */
export const sourceLine = ({ item }: Pick<Source, 'item'>): string =>
  [
    kindName(item.type),
    authorsText(item.author),
    item['container-title'] ?? item.publisher,
    workDate(item.issued),
  ]
    .filter(Boolean)
    .join(' · ')

/** "Saved copy, 3 May", or that no text is held. */
export const heldLine = (source: Pick<Source, 'captures'>, now?: Date): string => {
  const latest = source.captures.at(-1)
  return latest ? say.savedCopyDay(dayText(latest.takenAt, now)) : say.noTextHeld
}

export const titleOf = (source: Pick<Source, 'item'>): string => titleOfWork(source.item)
