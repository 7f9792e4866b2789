/** One source in place of the list: its saved copy to read and mark, and what was taken from it. */
import { ArrowLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import type { Focus } from '../../brief/focus.ts'
import { changeSource, type Source } from '../../../shared/brief/source.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { dayText } from '../../ui/when.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { isPicture } from './areas/picture-address.ts'
import { CheckedLine } from './checked-line.tsx'
import { ExcerptList } from './excerpt-list.tsx'
import { inOrder } from './library.ts'
import { MergedLines } from './merged-lines.tsx'
import { MissingQuestion } from './missing-question.tsx'
import { SavedCopy } from './saved-copy.tsx'
import { heldLine, sourceLine, titleOf } from './source-line.ts'
import { SourceMenu } from './source-menu.tsx'
import { TwinQuestion } from './twin-question.tsx'
import { useExcerpts } from './use-library.ts'
import { useSourceChecks } from './use-source-checks.ts'
import { WithdrawnLine } from './withdrawn-line.tsx'
import { say } from '../../words/en/sources.ts'

type View = 'text' | 'excerpts'

export const SourceView = ({ source, passage }: { source: Source; passage: Focus['passage'] }) => {
  const { doc, focus, canWrite } = useBrief()
  const all = useExcerpts()
  const check = useSourceChecks().get(source.id)
  const excerpts = useMemo(
    () => inOrder([...all.values()].filter((e) => e.source === source.id)),
    [all, source.id],
  )
  const [chosen, setChosen] = useState<{ view: View; turn: number }>({ view: 'text', turn: 0 })
  const turn = passage?.turn ?? 0
  const held = source.captures.length > 0
  // A passage that is to be shown brings the text back, or, where no text is held, the excerpt.
  const asked = excerpts.find((e) => e.id === passage?.excerpt)
  const view: View = !held
    ? 'excerpts'
    : turn > chosen.turn
      ? asked?.kind === 'attested' && !asked.attested.capture
        ? 'excerpts'
        : 'text'
      : chosen.view

  const list = <ExcerptList source={source} excerpts={excerpts} passage={passage} />
  return (
    <div className="source-view">
      <div className="source-view-title">
        <IconButton label={say.allSources} icon={<ArrowLeft />} onClick={() => focus.closeSource()} />
        <h3 className="source-title" title={titleOf(source)}>
          {titleOf(source)}
        </h3>
        {canWrite && <SourceMenu source={source} check={check} />}
      </div>
      <div className="source-view-head">
        <p className="muted small">{sourceLine(source)}</p>
        {source.origin && <p className="muted small">{say.firstReportedByWhom(source.origin)}</p>}
        <p className="muted small">
          {heldLine(source)}
          {source.item.URL && /^https?:/i.test(source.item.URL) && (
            <>
              {' · '}
              <a href={source.item.URL} target="_blank" rel="noreferrer noopener">
                {say.openTheAddress}
              </a>
            </>
          )}
        </p>
        {source.note && <p className="small">{say.myNoteNote(source.note)}</p>}
        <CheckedLine check={check} />
        <WithdrawnLine source={source} />
        {source.erased && (
          <p className="small loud">
            {say.evidenceErased(source.erased.by.name, dayText(source.erased.at), source.erased.why)}
          </p>
        )}
        {source.removed && !source.merged && (
          <p className="small row">
            {say.takenOutOfTheListBy(source.removed.by.name)}
            {canWrite && (
              <Button look="quiet" onClick={() => changeSource(doc, source.id, { removed: null })}>
                {say.putBack}
              </Button>
            )}
          </p>
        )}
        <MergedLines source={source} />
        {canWrite && <TwinQuestion source={source} />}
        {canWrite && <MissingQuestion source={source} />}
      </div>
      {held ? (
        <Tabs<View>
          label={say.ofThisSource}
          value={view}
          onValue={(next) => setChosen({ view: next, turn })}
          tabs={[
            {
              value: 'text',
              label: isPicture(source.captures.at(-1)?.mediaType ?? '') ? say.picture : say.text,
            },
            { value: 'excerpts', label: say.excerptsN(excerpts.length) },
          ]}
        >
          {view === 'text' ? <SavedCopy source={source} excerpts={excerpts} passage={passage} /> : list}
        </Tabs>
      ) : (
        list
      )}
    </div>
  )
}
