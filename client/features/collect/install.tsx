/** How "Send to Vouch" gets into a browser: dragged, or its address copied into a bookmark. */
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { toast } from '../../ui/toast.tsx'
import { bookmarklet } from './bookmarklet.ts'

export const Install = () => {
  const link = useRef<HTMLAnchorElement>(null)
  const address = bookmarklet(location.origin)
  useEffect(() => {
    const drawn = link.current
    // React draws no such address: it is one only in a bookmark, and runs nothing on this page.
    drawn?.setAttribute('href', address)
    const pressed = (event: Event) => {
      event.preventDefault()
      toast('Drag it to your bookmarks bar; here it has no page to send.')
    }
    drawn?.addEventListener('click', pressed)
    return () => drawn?.removeEventListener('click', pressed)
  }, [address])
  return (
    <>
      <p>
        A bookmark that sends the page you are reading to a brief, as you see it: also what stands behind a
        subscription or a sign-in. You choose the brief, and nothing is kept before you confirm.
      </p>
      <ol className="collect-steps">
        <li>
          Drag this button to your bookmarks bar:
          <p>
            <a ref={link} href="/collect" className="button primary" draggable>
              Send to Vouch
            </a>
          </p>
        </li>
        <li>
          Or, without a mouse or on a phone: make a bookmark of any page, and put this in as its address.
          <p>
            <Button
              onClick={() => copyText(address, 'Copied. Make a bookmark and put it in as its address.')}
            >
              Copy the address
            </Button>
          </p>
        </li>
        <li>Open an article and press the bookmark. Words that you have selected become an excerpt.</li>
      </ol>
      <p className="muted small">
        Some pages do not let themselves be sent. Save such a page from your browser and add the file.
      </p>
    </>
  )
}
