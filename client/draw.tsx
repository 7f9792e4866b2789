/** Draws the client into the page. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

export const draw = (at: HTMLElement): void =>
  createRoot(at).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
