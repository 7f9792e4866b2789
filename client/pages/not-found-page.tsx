/** What stands at an address where nothing is. */
import { Link } from 'wouter'
import { PlainPage } from './plain-page.tsx'

export const NotFoundPage = () => (
  <PlainPage title="There is nothing at this address.">
    <p>The address may be cut short, or the brief was deleted.</p>
    <p>
      <Link href="/">Go to your briefs</Link>
    </p>
  </PlainPage>
)
