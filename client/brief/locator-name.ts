/** What says where in a work something stands, as a reader chooses it; a label of one's own stands as it is. */
import { say } from '../words/en/brief.ts'

const NAMES: Record<string, string> = {
  page: say.page,
  paragraph: say.paragraph,
  section: say.section,
  chapter: say.chapter,
  figure: say.figure,
  table: say.table,
  line: say.line,
  note: say.note,
  part: say.part,
  volume: say.volume,
  timestamp: say.time,
  appendix: say.appendix,
}

export const locatorName = (label: string): string =>
  NAMES[label] ?? label.charAt(0).toUpperCase() + label.slice(1)
