/**
 * Starts the client in the page: its language first, since the words of a page are spoken as it is loaded; then the brief that
 * the page came with, to be written in; then all that is drawn around it.
 */
import './no-eval.ts'
import { forgetOlderVersions } from './device/older-versions.ts'
import { keepShell } from './device/shell.ts'
import { painted } from './painted.ts'
import { chooseLanguage, wantedLanguages } from './words/choose-language.ts'
import { keptLanguage } from './words/kept-language.ts'
import { language } from './words/language.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root".')

const openBrief = async () => {
  const { openEarly } = await import('./pages/open-early.ts')
  const early = openEarly()
  if (!early) return
  const { openPageEarly } = await import('./features/editor/early-page.ts')
  // What else there is to draw waits until it can be written in.
  if (await openPageEarly(early.open, early.me)) await painted()
}

const begin = async (at: HTMLElement) => {
  await chooseLanguage(wantedLanguages(keptLanguage(), navigator.languages))
  document.documentElement.lang = language()
  // Said where it is missed, by the page.
  if (location.pathname.startsWith('/b/')) await openBrief().catch(() => undefined)
  const { draw } = await import('./draw.tsx')
  draw(at)
}
void begin(root)
keepShell()
forgetOlderVersions()
