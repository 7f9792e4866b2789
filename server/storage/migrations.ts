/** Every step from an empty store to today's, in order. A step that was released never changes; a new one follows. */
import type { Kysely } from 'kysely'
import { up as peopleAndBriefs } from './migrations/0001-people-and-briefs.ts'
import { up as documents } from './migrations/0002-documents.ts'
import { up as library } from './migrations/0003-library.ts'
import { up as keptStates } from './migrations/0004-kept-states.ts'
import { up as workEvents } from './migrations/0005-work-events.ts'
import { up as pagesAndPieces } from './migrations/0006-pages-and-pieces.ts'
import { up as erasures } from './migrations/0007-erasures.ts'
import { up as writers } from './migrations/0008-writers.ts'
import { up as notices } from './migrations/0009-notices.ts'
import { up as sourceChecks } from './migrations/0010-source-checks.ts'
import { up as searchedPieces } from './migrations/0011-searched-pieces.ts'
import { up as exportReasons } from './migrations/0012-export-reasons.ts'
import { up as publications } from './migrations/0013-publications.ts'

export type Migration = { name: string; up: (db: Kysely<unknown>) => Promise<void> }

export const migrations: readonly Migration[] = [
  { name: '0001-people-and-briefs', up: peopleAndBriefs },
  { name: '0002-documents', up: documents },
  { name: '0003-library', up: library },
  { name: '0004-kept-states', up: keptStates },
  { name: '0005-work-events', up: workEvents },
  { name: '0006-pages-and-pieces', up: pagesAndPieces },
  { name: '0007-erasures', up: erasures },
  { name: '0008-writers', up: writers },
  { name: '0009-notices', up: notices },
  { name: '0010-source-checks', up: sourceChecks },
  { name: '0011-searched-pieces', up: searchedPieces },
  { name: '0012-export-reasons', up: exportReasons },
  { name: '0013-publications', up: publications },
]
