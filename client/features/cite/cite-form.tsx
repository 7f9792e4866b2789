/** How a source is cited here: where in it, with which words around it, and what for. */
import { changeCite, type Cite } from '../../../shared/brief/citation.ts'
import { LOCATOR_LABELS } from '../../../shared/cite/locator.ts'
import { shortName } from '../../brief/work-name.ts'
import { locatorName } from '../../brief/locator-name.ts'
import { Select } from '../../ui/select.tsx'
import { BEARINGS, USES } from './cite-words.ts'
import { CommittedField } from './committed-field.tsx'
import { useDesk } from './desk.ts'
import { say } from '../../words/en/cite.ts'

const NONE = ''
const choices = (names: Record<string, string>) => [
  { value: NONE, label: say.notSaid },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
]

export const CiteForm = ({ citation, cite }: { citation: string; cite: Cite }) => {
  const { margin, write } = useDesk()
  const change = (fields: Partial<Omit<Cite, 'id'>>) =>
    write((doc) => changeCite(doc, citation, cite.id, fields))
  const labels = [...new Set([...LOCATOR_LABELS, cite.label ?? 'page'])]
  const others = [...margin.sources.values()].filter((s) => s.id !== cite.source && !s.removed)
  return (
    <div className="cite-form">
      <div className="cite-where">
        <Select
          label={say.where}
          value={cite.label ?? NONE}
          options={[
            { value: NONE, label: '–' },
            ...labels.map((value) => ({ value, label: locatorName(value) })),
          ]}
          onValue={(label) => change({ label: label || null })}
        />
        <CommittedField
          label={say.number}
          value={cite.locator ?? ''}
          onCommit={(locator) =>
            // A bare number is a page, as in every style.
            change({ locator: locator.trim() || null, label: cite.label ?? (locator.trim() ? 'page' : null) })
          }
        />
      </div>
      <CommittedField
        label={say.wordsBefore}
        value={cite.prefix ?? ''}
        onCommit={(prefix) => change({ prefix: prefix.trim() || null })}
      />
      <CommittedField
        label={say.wordsAfter}
        value={cite.suffix ?? ''}
        onCommit={(suffix) => change({ suffix: suffix.trim() || null })}
      />
      <label className="checkbox">
        <input
          type="checkbox"
          checked={cite.suppressAuthor}
          onChange={(event) => change({ suppressAuthor: event.target.checked })}
        />
        {say.leaveOutTheAuthor}
      </label>
      <Select
        label={say.usedAs}
        value={cite.use ?? NONE}
        options={choices(USES)}
        onValue={(use) => change({ use: (use || null) as Cite['use'] })}
      />
      <Select
        label={say.forTheSentenceIt}
        value={cite.bearing ?? NONE}
        options={choices(BEARINGS)}
        onValue={(bearing) => change({ bearing: (bearing || null) as Cite['bearing'] })}
      />
      <Select
        label={say.seenOnlyAsCitedIn}
        value={cite.citedIn ?? NONE}
        options={[
          { value: NONE, label: say.seenItself },
          ...others.map((source) => ({ value: source.id, label: shortName(source.item) })),
        ]}
        onValue={(citedIn) => change({ citedIn: citedIn || null })}
      />
    </div>
  )
}
