/** A page that is older than the server: brings the newer one, once, and says meanwhile and afterwards how it stands. */
import { useEffect, useState } from 'react'
import type { OpenBrief } from '../brief/open-brief.ts'
import { useStore } from '../brief/use-store.ts'
import { renewOnce } from '../device/shell.ts'
import { say } from '../words/en/brief-page.ts'

/** What a person reads of it; null: the page is as new as the server. */
export const useRenewal = ({ connection, unsent }: OpenBrief): string | null => {
  const now = useStore(connection)
  const isUnsent = useStore(unsent)
  const isOld = now.is === 'refused' && now.because === 'client-too-old'
  const [isStillOld, setStillOld] = useState(false)
  const may = isOld && !isUnsent
  useEffect(() => {
    // Loading anew would lose what is in this window only; the device is about to keep it, or the person copies it.
    if (may) void renewOnce().then((renewed) => setStillOld(!renewed))
  }, [may])
  if (!isOld) return null
  if (isUnsent) return say.olderAndUnsent
  return isStillOld ? say.olderStill : say.olderAndRenewing
}
