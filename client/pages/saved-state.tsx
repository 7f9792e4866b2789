/** Where one's words are, in words: "Saved" only when the server has made them durable. */
import { useEffect } from 'react'
import { type Connection, connectionWords } from '../brief/connection.ts'
import type { OpenBrief } from '../brief/open-brief.ts'
import { useStore } from '../brief/use-store.ts'
import { announce } from '../ui/live-region.tsx'

const isQuiet = ({ is }: Connection) => is === 'saved' || is === 'saving' || is === 'opening'

export const SavedState = ({ open }: { open: OpenBrief }) => {
  const connection = useStore(open.connection)
  const words = connectionWords(connection)
  const quiet = isQuiet(connection)
  // Saving and saved follow every word and are not read aloud; losing the server is.
  useEffect(() => {
    if (!quiet) announce(words)
  }, [quiet, words])
  return (
    <p className="saved-state" data-look={quiet ? undefined : 'warn'} title={words}>
      {words}
    </p>
  )
}
