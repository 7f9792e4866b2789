/** What the pages outside a brief share: the name, the way between briefs and library, and the account. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { AccountMenu } from '../features/briefs/account-menu.tsx'
import type { Me } from '../../shared/wire/inputs.ts'
import '../styles/briefs.css'
import { say } from '../words/en/pages.ts'

const PLACES = [
  { at: 'briefs', href: '/', words: say.briefs },
  { at: 'library', href: '/library', words: say.library },
] as const

export const HomeFrame = ({
  me,
  at,
  title,
  actions,
  children,
}: {
  me: Me
  at: (typeof PLACES)[number]['at']
  title: string
  actions?: ReactNode
  children: ReactNode
}) => (
  <div className="briefs-page">
    <title>{say.pageTitle(title)}</title>
    <header className="briefs-header">
      <p className="wordmark">Vouch</p>
      <nav className="home-places" aria-label={say.places}>
        {PLACES.map((place) => (
          <Link key={place.at} href={place.href} aria-current={place.at === at ? 'page' : undefined}>
            {place.words}
          </Link>
        ))}
      </nav>
      <AccountMenu me={me} />
    </header>
    <main>
      <div className="briefs-head">
        <h1>{title}</h1>
        {actions && <div className="row">{actions}</div>}
      </div>
      {children}
    </main>
  </div>
)
