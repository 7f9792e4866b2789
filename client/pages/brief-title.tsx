/** The brief's title, changed in place by who may write. Taken over on leaving the field or Enter; Esc lets go. */
import { type KeyboardEvent, useState } from 'react'
import { changeAbout, TITLE_LIMIT } from '../../shared/brief/about.ts'
import { useBrief } from '../brief/brief-context.ts'
import { say } from '../words/en/brief-page.ts'

export const BriefTitle = ({ title, canWrite }: { title: string; canWrite: boolean }) => {
  const { doc } = useBrief()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = title || say.untitledBrief

  const keep = () => {
    const next = typed?.replace(/\s+/g, ' ').trim()
    if (next && next !== title) changeAbout(doc, { title: next })
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter also ends the composition of a character; that is not yet the end of the title.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key === 'Escape') setTyped(null)
  }
  return (
    <>
      <title>{say.pageTitle(shown)}</title>
      {canWrite ? (
        <>
          <h1 className="unseen">{shown}</h1>
          <input
            className="brief-title"
            aria-label={say.titleOfTheBrief}
            title={shown}
            maxLength={TITLE_LIMIT}
            value={typed ?? title}
            placeholder={say.untitledBrief}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={keep}
            onKeyDown={onKeyDown}
          />
        </>
      ) : (
        <h1 className="brief-title" title={shown}>
          {shown}
        </h1>
      )}
    </>
  )
}
