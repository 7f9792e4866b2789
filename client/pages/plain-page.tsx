/** A page with one thing on it: a heading, a few words, perhaps a form. */
import { type ReactNode, useEffect } from 'react'
import { dropFirstText } from '../brief/first-text.ts'
import '../styles/plain-page.css'
import { say } from '../words/en/pages.ts'

export const PlainPage = ({ title, children }: { title: string; children: ReactNode }) => {
  // What a brief's page came with is not shown beneath what is said instead of the brief.
  useEffect(dropFirstText, [])
  return (
    <main className="plain-page">
      <title>{say.pageTitle(title)}</title>
      <p className="wordmark">Vouch</p>
      <h1>{title}</h1>
      {children}
    </main>
  )
}
