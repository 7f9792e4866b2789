/** Starts the client in the page: its language first, since the words of a page are spoken as it is loaded. */
import './no-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { forgetOlderVersions } from './device/older-versions.ts'
import { keepShell } from './device/shell.ts'
import { chooseLanguage, wantedLanguages } from './words/choose-language.ts'
import { keptLanguage } from './words/kept-language.ts'
import { language } from './words/language.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id "root".')
const begin = async (at: HTMLElement) => {
  await chooseLanguage(wantedLanguages(keptLanguage(), navigator.languages))
  document.documentElement.lang = language()
  // The words of a brief come while the rest of the program does.
  if (location.pathname.startsWith('/b/'))
    void import('./pages/open-early.ts').then(
      ({ openEarly }) => openEarly(),
      // Said where it is missed, by the page.
      () => undefined,
    )
  const { App } = await import('./app.tsx')
  createRoot(at).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
void begin(root)
keepShell()
forgetOlderVersions()
