/** Waits for the page that a window of another site sends, once; then that window is let go. */
import { useEffect, useState } from 'react'
import { COMES, READY } from './bookmarklet.ts'
import { received, type Received } from './received.ts'

/** `install`: nobody opened this window to send something. */
export type Sent = Received | 'waiting' | 'cut-off' | 'install'

export const useSentPage = (): Sent => {
  const [sent, setSent] = useState<Sent>(() =>
    location.hash !== COMES ? 'install' : window.opener ? 'waiting' : 'cut-off',
  )
  useEffect(() => {
    const opener = window.opener as Window | null
    if (sent !== 'waiting' || !opener) return
    const hear = (event: MessageEvent) => {
      if (event.source !== opener) return
      const answer = received(event.data, event.origin)
      if (answer) setSent(answer)
    }
    window.addEventListener('message', hear)
    // Says nothing but that somebody listens: whoever opened the window may know.
    opener.postMessage({ vouch: READY }, '*')
    return () => window.removeEventListener('message', hear)
  }, [sent])
  return sent
}
