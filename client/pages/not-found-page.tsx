/** What stands at an address where nothing is. */
import { Link } from 'wouter'
import { PlainPage } from './plain-page.tsx'
import { say } from '../words/en/pages.ts'

export const NotFoundPage = () => (
  <PlainPage title={say.nothingHere}>
    <p>{say.addressMayBeCut}</p>
    <p>
      <Link href="/">{say.goToYourBriefs}</Link>
    </p>
  </PlainPage>
)
