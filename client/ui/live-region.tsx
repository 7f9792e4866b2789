/** The one polite live region of the page. `announce('3 sources found.')` from anywhere; see announcer.ts. */
import { useSyncExternalStore } from 'react'
import { createAnnouncer } from './announcer.ts'

const announcer = createAnnouncer()

export const announce = (message: string): void => announcer.announce(message)

/** Once, in the app. */
export const LiveRegion = () => (
  <div className="unseen" aria-live="polite" role="status">
    {useSyncExternalStore(announcer.subscribe, announcer.get)}
  </div>
)
