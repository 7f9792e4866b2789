/** A page with one thing on it: a heading, a few words, perhaps a form. */
import type { ReactNode } from 'react'
import '../styles/plain-page.css'

export const PlainPage = ({ title, children }: { title: string; children: ReactNode }) => (
  <main className="plain-page">
    <title>{`${title} · Vouch`}</title>
    <p className="wordmark">Vouch</p>
    <h1>{title}</h1>
    {children}
  </main>
)
