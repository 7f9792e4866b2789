/** What a person typed, once they pause: a question for the server is not asked anew for each letter. */
import { useEffect, useState } from 'react'

/** A quick typist's letters come faster than this. */
const PAUSE_MS = 150

export const useSettled = (typed: string): string => {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    // An emptied field shows everything at once.
    const timer = setTimeout(() => setSettled(typed), typed === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
