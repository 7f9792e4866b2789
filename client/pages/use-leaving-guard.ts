/** Asks before the page is left while something written here is neither on the server nor on this device. */
import { useEffect } from 'react'
import type { OpenBrief } from '../brief/open-brief.ts'

export const useLeavingGuard = ({ unsent }: OpenBrief): void => {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsent.get()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsent])
}
