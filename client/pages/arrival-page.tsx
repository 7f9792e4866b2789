/** What a person sees while a key or a link is being tried, and when it does not work. */
import { Link } from 'wouter'
import { sentenceOf } from '../api.ts'
import { PlainPage } from './plain-page.tsx'
import { say } from '../words/en/pages.ts'

export const ArrivalPage = ({ title, doing, error }: { title: string; doing: string; error: unknown }) => (
  <PlainPage title={title}>
    {error ? (
      <>
        <p role="alert">{sentenceOf(error)}</p>
        <p>
          <Link href="/">{say.goToYourBriefs}</Link>
        </p>
      </>
    ) : (
      <p className="muted">{doing}</p>
    )}
  </PlainPage>
)
