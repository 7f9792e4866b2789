/** Kinds of files as a reader knows them. */
import type { AnyFormatName } from '../../shared/export/formats.ts'
import { say } from '../words/en/brief.ts'

export const formatName: Record<AnyFormatName, string> = {
  md: 'Markdown',
  html: say.webPage,
  'csl.json': say.citedWorksAs('CSL-JSON'),
  bib: say.citedWorksAs('BibTeX'),
  ris: say.citedWorksAs('RIS'),
  docx: 'Word',
  pdf: 'PDF',
  zip: say.everythingAsArchive,
}
