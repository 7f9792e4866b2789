/** Sources of a brief that look like one work: the same bytes, the same name (same-work.ts). A guess, for a person to decide. */
import { namesOfWork } from '../cite/same-work.ts'
import type { Source } from './source.ts'

/** For each source that looks like one that was there before it: which. Sources that were taken out are nobody's twins. */
export const twinsIn = (sources: ReadonlyMap<string, Source>): Map<string, string> => {
  const twins = new Map<string, string>()
  const met = new Map<string, string[]>()
  const all = [...sources.values()].filter(({ removed }) => !removed)
  for (const each of all.toSorted(older)) {
    const names = [...namesOfWork(each.item), ...each.captures.map(({ hash }) => `bytes:${hash}`)]
    const alike = names.flatMap((name) => met.get(name) ?? [])
    const twin = alike.find((id) => !each.apart.includes(id) && !sources.get(id)!.apart.includes(each.id))
    if (twin) twins.set(each.id, twin)
    for (const name of names) met.set(name, [...(met.get(name) ?? []), each.id])
  }
  return twins
}

const older = (a: Source, b: Source) => (place(a) < place(b) ? -1 : 1)
const place = ({ addedAt, id }: Source) => `${addedAt ?? ''} ${id}`
