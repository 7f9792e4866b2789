/** The areas that excerpts hold on one saved copy, a page at a time. */
import { areaOf } from '../../../../shared/brief/area.ts'
import { type Excerpt, wordsOf } from '../../../../shared/brief/excerpt.ts'
import type { Drawn } from './area-layer.tsx'

/** `page` as the file counts; null for a picture. */
export const drawnAreas = (excerpts: readonly Excerpt[], hash: string, page: number | null): Drawn[] =>
  excerpts.flatMap((e) => {
    if (e.kind !== 'attested' || e.attested.capture !== hash) return []
    const drawn = areaOf(e.attested.fragment)
    return drawn && drawn.page === page ? [{ id: e.id, area: drawn.area, words: wordsOf(e) }] : []
  })
