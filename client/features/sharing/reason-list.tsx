/** Why the brief went outside against a mark or an embargo: who let it out, when, as what, and what spoke against it. */
import type { ExportReason } from '../../../shared/wire/inputs.ts'
import type { AnyFormatName } from '../../../shared/export/formats.ts'
import { dayText } from '../../ui/when.ts'
import { formatName } from '../../brief/format-name.ts'
import { say } from '../../words/en/sharing.ts'

export const ReasonList = ({ reasons }: { reasons: readonly ExportReason[] }) => (
  <section className="share-part">
    <h3>{say.passedOnAllTheSame}</h3>
    <p className="muted small">{say.againstMarkOrEmbargo(reasons.length)}</p>
    <ul aria-label={say.passedOnAllTheSame} className="share-list">
      {reasons.map(({ by, at, format, why, against }, i) => (
        // The same person may well give the same reason twice.
        <li key={`${reasons.length - i}`}>
          <div>
            <p>{why}</p>
            <p className="muted small">{[by, dayText(at), nameOf(format)].join(' · ')}</p>
            {against.map((sentence) => (
              <p key={sentence} className="small">
                {sentence}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  </section>
)

/** A page for readers is no kind of file. */
const nameOf = (format: string): string =>
  format in formatName ? formatName[format as AnyFormatName] : say.publishedPage
