/** Which sources look like one that was there before; found once for each state of the list. */
import type { Source } from '../../../shared/brief/source.ts'
import { twinsIn } from '../../../shared/brief/twins.ts'
import { useSources } from './use-library.ts'

const known = new WeakMap<ReadonlyMap<string, Source>, Map<string, string>>()

/** The other source, or undefined. */
export const useTwin = (id: string): Source | undefined => {
  const sources = useSources()
  let twins = known.get(sources)
  if (!twins) known.set(sources, (twins = twinsIn(sources)))
  const twin = twins.get(id)
  return twin === undefined ? undefined : sources.get(twin)
}
