/** What came of a list of works: how many were added, and of each that did not come whole, why. */
import type { BibliographyResult, CollectionResult } from '../../../shared/wire/inputs.ts'
import type { ListResult } from '../../upload.ts'
import { say } from '../../words/en/sources.ts'

export const ListReport = ({ name, result }: { name?: string; result: ListResult | string }) => (
  <div role="status" className="list-report">
    {name && <p className="list-report-name">{name}</p>}
    {typeof result === 'string' ? (
      <p className="error">{result}</p>
    ) : 'works' in result ? (
      <OfCollection {...result} />
    ) : (
      <OfList {...result} />
    )}
  </div>
)

const sum = (added: number, here: number, unread: number) =>
  [
    say.worksAdded(added),
    ...(here > 0 ? [say.hereAlready(here)] : []),
    ...(unread > 0 ? [say.couldNotBeRead(unread)] : []),
  ].join(', ')

const OfList = ({ added, merged, problems }: BibliographyResult) => (
  <>
    <p>{sum(added, merged, problems.length)}.</p>
    {problems.length > 0 && (
      <ul className="small">
        {problems.map(({ line, why }) => (
          <li key={line}>{say.line(line, why)}</li>
        ))}
      </ul>
    )}
  </>
)

const OfCollection = ({ works, problems }: CollectionResult) => {
  const added = works.filter((work) => work.added).length
  const all = (of: 'copies' | 'excerpts') => works.reduce((whole, work) => whole + work[of], 0)
  const partly = works.filter((work) => work.problems.length > 0)
  return (
    <>
      <p>
        {say.withCopiesAndExcerpts(
          sum(added, works.length - added, problems.length),
          all('copies'),
          all('excerpts'),
        )}
      </p>
      {problems.length + partly.length > 0 && (
        <ul className="small">
          {problems.map(({ entry, why }, i) => (
            <li key={`problem ${i}`}>
              <b>{entry}</b>: {why}
            </li>
          ))}
          {partly.map((work) => (
            <li key={work.source}>
              <b>{work.title}</b>: {work.problems.join(' ')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
