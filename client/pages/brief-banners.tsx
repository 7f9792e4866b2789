/**
 * What has to be said above the panes: that the server lets this copy in no more or does not store it, and text
 * that was recovered.
 */
import { useState } from 'react'
import { Link } from 'wouter'
import { connectionSentence, type Refused, standingWords } from '../brief/connection.ts'
import { fullnessWords } from '../brief/fullness.ts'
import type { OpenBrief } from '../brief/open-brief.ts'
import { useStore } from '../brief/use-store.ts'
import { Button } from '../ui/button.tsx'
import { RecoveredDialog } from './recovered-dialog.tsx'
import { useRenewal } from './use-renewal.ts'
import { say } from '../words/en/brief-page.ts'

export const BriefBanners = ({ open }: { open: OpenBrief }) => {
  const connection = useStore(open.connection)
  const standing = useStore(open.standing)
  const fullness = useStore(open.fullness)
  const recovered = useStore(open.recovered)
  const renewal = useRenewal(open)
  const sentence = renewal ?? connectionSentence(connection)
  const [showing, setShowing] = useState(false)
  return (
    <div>
      {sentence && (
        <div className="banner" role="alert">
          <p>{sentence}</p>
          {connection.is === 'refused' && <WayOn because={connection.because} />}
        </div>
      )}
      {standing !== 'writing' && connection.is !== 'refused' && (
        <div className="banner" role="alert">
          <p>{standingWords[standing]}</p>
        </div>
      )}
      {fullness.is !== 'room' && (
        <div
          className="banner"
          data-look={fullness.is === 'nearly' ? 'quiet' : undefined}
          role={fullness.is === 'nearly' ? 'status' : 'alert'}
        >
          <p>{fullnessWords(fullness)}</p>
        </div>
      )}
      {recovered.length > 0 && (
        <div className="banner" role="status">
          <p>
            {recovered.some(({ because }) => because !== 'came-late')
              ? say.yoursRecovered
              : say.colleaguesRecovered}
          </p>
          <Button onClick={() => setShowing(true)}>{say.showRecoveredText}</Button>
        </div>
      )}
      <RecoveredDialog
        recovered={recovered}
        onDismiss={open.dismissRecovered}
        open={showing && recovered.length > 0}
        onOpenChange={setShowing}
      />
    </div>
  )
}

const WayOn = ({ because }: { because: Refused }) => {
  if (because === 'not-signed-in') return <Link href="/sign-in">{say.signIn}</Link>
  if (because === 'not-allowed' || because === 'no-such-brief')
    return <Link href="/">{say.goToYourBriefs}</Link>
  return <Button onClick={() => location.reload()}>{say.reloadThePage}</Button>
}
