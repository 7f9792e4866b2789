/** The name that the library of the workspace knows a source's work by. */
import { workOf } from '../cite/work.ts'
import type { Source } from './source.ts'

/** A work that neither a DOI nor an address names is known by its first saved copy, else it stands for itself. */
export const libraryWork = (source: Source, briefId: string): string =>
  workOf(source.item) ??
  (source.captures.length > 0 ? `copy:${firstTaken(source)}` : `brief:${briefId}/${source.id}`)

const firstTaken = ({ captures }: Source) =>
  captures.reduce((first, each) => (each.takenAt < first.takenAt ? each : first)).hash
