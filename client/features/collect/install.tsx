/** How "Send to Vouch" gets into a browser: dragged, or its address copied into a bookmark. */
import { useLayoutEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { toast } from '../../ui/toast.ts'
import { bookmarklet } from './bookmarklet.ts'
import { say } from '../../words/en/collect.ts'

export const Install = () => {
  const link = useRef<HTMLAnchorElement>(null)
  const address = bookmarklet(location.origin)
  useLayoutEffect(() => {
    const drawn = link.current
    // React draws no such address: it is one only in a bookmark, and runs nothing on this page.
    drawn?.setAttribute('href', address)
    const pressed = (event: Event) => {
      event.preventDefault()
      toast(say.dragItToYourBookmarks)
    }
    drawn?.addEventListener('click', pressed)
    return () => drawn?.removeEventListener('click', pressed)
  }, [address])
  return (
    <>
      <p>{say.whatTheBookmarkDoes}</p>
      <ol className="collect-steps">
        <li>
          {say.dragThisButtonToYourBookmarks}
          <p>
            <a ref={link} href="/collect" className="button primary" draggable>
              {say.sendToVouch}
            </a>
          </p>
        </li>
        <li>
          {say.withoutAMouse}
          <p>
            <Button onClick={() => void copyText(address, say.bookmarkCopied)}>{say.copyTheAddress}</Button>
          </p>
        </li>
        <li>{say.howToUseIt}</li>
      </ol>
      <p className="muted small">{say.someCannotBeSent}</p>
    </>
  )
}
