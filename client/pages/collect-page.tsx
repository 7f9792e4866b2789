/**
 * Takes a page that a reader's browser sends by the bookmark "Send to Vouch", and tells how to get the bookmark. The only page
 * of ours that a page of another site can talk to: it hears one message and runs nothing of it.
 */
import { Install } from '../features/collect/install.tsx'
import { SendPage } from '../features/collect/send-page.tsx'
import { useSentPage } from '../features/collect/use-sent-page.ts'
import { PlainPage } from './plain-page.tsx'
import { SignedIn } from './signed-in.tsx'
import '../styles/collect.css'
import { say } from '../words/en/collect.ts'

export const CollectPage = () => {
  const sent = useSentPage()
  if (sent === 'install')
    return (
      <PlainPage title={say.sendToVouch}>
        <Install />
      </PlainPage>
    )
  if (sent === 'waiting')
    return (
      <PlainPage title={say.sendToVouch}>
        <p role="status">{say.waitingForThePage}</p>
        <p className="muted">{say.ifNothingComes}</p>
      </PlainPage>
    )
  if (sent === 'cut-off' || 'refused' in sent)
    return (
      <PlainPage title={say.thePageDidNotCome}>
        <p role="alert">{sent === 'cut-off' ? say.pageCutOff : sent.refused}</p>
      </PlainPage>
    )
  return (
    <SignedIn>
      {() => (
        <PlainPage title={say.sendToVouch}>
          <SendPage page={sent.page} />
        </PlainPage>
      )}
    </SignedIn>
  )
}
