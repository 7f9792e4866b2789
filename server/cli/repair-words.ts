/** What "vouch repair" says: what is lost by name and number, what is kept, and what to do. */
import type { RepairReport } from '../../shared/wire/inputs.ts'

export const repairWords = (id: string, { documents, repaired }: RepairReport): string => {
  if (documents.length === 0) return `Nothing of ${id} is damaged.`
  return [
    ...documents.map(
      ({ document, damaged, lost, kept }) =>
        `${document}: ${changes(damaged)} cannot be read. Of the later ones ${lost} build on them and cannot be kept, ${kept} can.`,
    ),
    repaired
      ? 'The brief began anew with what could be saved. The rows as they were are put aside in the store. Whoever has a copy finds their own words that are not in it under "Recovered text".'
      : `Nothing was changed. A backup may have more: look there first. To begin anew with what can be saved: npx vouch repair ${id} --yes`,
  ].join('\n')
}

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)
