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

export const CollectPage = () => {
  const sent = useSentPage()
  if (sent === 'install')
    return (
      <PlainPage title="Send to Vouch">
        <Install />
      </PlainPage>
    )
  if (sent === 'waiting')
    return (
      <PlainPage title="Send to Vouch">
        <p role="status">Waiting for the page…</p>
        <p className="muted">If nothing comes, save the page from your browser and add the file.</p>
      </PlainPage>
    )
  if (sent === 'cut-off' || 'refused' in sent)
    return (
      <PlainPage title="The page did not come.">
        <p role="alert">
          {sent === 'cut-off'
            ? 'It does not let itself be sent. Nothing was added; save it from your browser and add the file.'
            : sent.refused}
        </p>
      </PlainPage>
    )
  return (
    <SignedIn>
      {() => (
        <PlainPage title="Send to Vouch">
          <SendPage page={sent.page} />
        </PlainPage>
      )}
    </SignedIn>
  )
}
