/** What happened to works that this brief uses, as told by the workspace; and the sources it knows to be withdrawn. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { changeSource, type Source } from '../../../shared/brief/source.ts'
import { shortName } from '../../brief/work-name.ts'
import type { Notice } from '../../../shared/wire/inputs.ts'
import { api, sentenceOf } from '../../api.ts'
import { NOTICE_WORDS } from '../../brief/notice-words.ts'
import type { OpenBrief } from '../../brief/open-brief.ts'
import { useStore } from '../../brief/use-store.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.ts'
import { dayText } from '../../ui/when.ts'
import { useDesk } from './desk.ts'
import { say } from '../../words/en/cite.ts'

export const Notices = ({ open }: { open: OpenBrief }) => {
  const { margin } = useDesk()
  const news = useStore(open.news.notices)
  const queries = useQueryClient()
  const { data: notices = [] } = useQuery({
    queryKey: ['notices', open.briefId, news],
    queryFn: () => api.notices(open.briefId),
    placeholderData: (before) => before,
    retry: false,
  })
  const withdrawn = [...margin.sources.values()].filter(
    (source) => source.withdrawn && !source.withdrawn.settled && !source.removed,
  )
  if (notices.length === 0 && withdrawn.length === 0) return null
  const deal = async (notice: Notice, how: 'take' | 'dismiss') => {
    try {
      await api.settleNotice(open.briefId, notice.id, how)
    } catch (error) {
      toast({ title: sentenceOf(error), stays: true })
    }
    await queries.invalidateQueries({ queryKey: ['notices', open.briefId] })
  }
  return (
    <section className="evidence-part" aria-labelledby="evidence-notices">
      <h3 id="evidence-notices" className="evidence-title loud">
        {say.newsOfYourSources}
      </h3>
      <ul className="evidence-items">
        {notices.map((notice) => (
          <OneNotice key={`${notice.id} ${notice.source}`} notice={notice} onDeal={deal} />
        ))}
        {withdrawn.map((source) => (
          <Withdrawn key={source.id} source={source} />
        ))}
      </ul>
    </section>
  )
}

const OneNotice = ({
  notice,
  onDeal,
}: {
  notice: Notice
  onDeal: (notice: Notice, how: 'take' | 'dismiss') => Promise<void>
}) => {
  const { canWrite, margin } = useDesk()
  const source = margin.sources.get(notice.source)
  return (
    <li className="evidence-item" data-notice={notice.kind}>
      <p className={notice.kind === 'reinstated' ? 'card-names' : 'loud'}>{NOTICE_WORDS[notice.kind]}</p>
      <p className="card-names">{source ? shortName(source.item) : say.someSource}</p>
      {notice.why && <p className="covered">{notice.why}</p>}
      <p className="muted small">{[notice.by, dayText(notice.at)].filter(Boolean).join(', ')}</p>
      {!notice.mayTake && <p className="muted small">{say.mayNotRead}</p>}
      <RestingOnSource id={notice.source} />
      {canWrite && (
        <div className="row change-acts">
          {notice.mayTake && <Button onClick={() => void onDeal(notice, 'take')}>{say.takeItOver}</Button>}
          <Button look="quiet" onClick={() => void onDeal(notice, 'dismiss')}>
            {say.dismiss}
          </Button>
        </div>
      )}
    </li>
  )
}

const Withdrawn = ({ source }: { source: Source }) => {
  const { canWrite, me, write } = useDesk()
  const { withdrawn } = source
  if (!withdrawn) return null
  return (
    <li className="evidence-item" data-withdrawn={source.id}>
      <p className="loud">{NOTICE_WORDS[withdrawn.kind]}</p>
      <p className="card-names">{shortName(source.item)}</p>
      {withdrawn.reason && <p className="covered">{withdrawn.reason}</p>}
      <p className="muted small">
        {withdrawn.by.name}, {dayText(withdrawn.at)}
      </p>
      <RestingOnSource id={source.id} />
      {canWrite && (
        <div className="row">
          <Button
            onClick={() =>
              write((doc) =>
                changeSource(doc, source.id, {
                  withdrawn: { ...withdrawn, settled: { by: me, at: new Date().toISOString() } },
                }),
              )
            }
          >
            {say.goOnCitingIt}
          </Button>
        </div>
      )}
    </li>
  )
}

/** The sentences that cite the source; each leads to its place in the text. */
const RestingOnSource = ({ id }: { id: string }) => {
  const { margin, editor } = useDesk()
  const placed = margin.order.placed.filter((one) =>
    margin.citations.get(one)?.cites.some((cite) => cite.source === id),
  )
  return (
    <ul className="resting">
      {placed.map((one) => (
        <li key={one}>
          <button type="button" className="resting-sentence" onClick={() => editor?.showCitation(one)}>
            {margin.covered(one, margin.citations.get(one)?.covers ?? 'sentence') || say.noWordsBefore}
          </button>
        </li>
      ))}
    </ul>
  )
}
