/** How the brief cites: one style for all who are in it, shown by a citation and a reference, or a file of somebody's own. */
import { useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { changeAbout, readAbout } from '../../../shared/brief/about.ts'
import { roots } from '../../../shared/brief/document.ts'
import { BUILT_IN_STYLES, HOUSE_STYLE, OWN_STYLE } from '../../../shared/cite/styles.ts'
import { titleOfStyle } from '../../../shared/cite/style-title.ts'
import { openStyleDesk, type StyleDesk } from '../../brief/ask-style.ts'
import type { Answers } from '../../brief/style-worker.ts'
import { useShared } from '../../brief/use-shared.ts'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/live-region.tsx'
import { Select } from '../../ui/select.tsx'
import { particular } from '../../words/particular.ts'
import { say } from '../../words/en/export.ts'

export const StyleChoice = ({ doc }: { doc: Y.Doc }) => {
  const { style, ownStyle, lang } = useShared(doc, roots(doc).about, readAbout)
  const [desk] = useState(openStyleDesk)
  const [fault, setFault] = useState<string | null>(null)
  const file = useRef<HTMLInputElement>(null)
  useEffect(() => desk.close, [desk])
  const options = [
    { value: HOUSE_STYLE, label: say.vouchNotes },
    ...BUILT_IN_STYLES.map(({ id, name }) => ({ value: id, label: name })),
    ...(ownStyle === null ? [] : [{ value: OWN_STYLE, label: titleOfStyle(ownStyle) }]),
  ]
  const known = options.some(({ value }) => value === style)
  const take = async (chosen: File) => {
    const csl = await chosen.text()
    const because = await desk.ask('fault', { csl, lang }).catch(() => say.styleFailed)
    setFault(because && (particular(because) ?? because))
    if (because !== null) return
    changeAbout(doc, { style: OWN_STYLE, ownStyle: csl })
    announce(say.citesInStyle(titleOfStyle(csl)))
  }
  return (
    <section className="style-choice" aria-label={say.citationStyle}>
      <Select
        label={say.citationStyleOfTheBrief}
        value={known ? style : HOUSE_STYLE}
        options={options}
        onValue={(next) => {
          setFault(null)
          changeAbout(doc, { style: next })
        }}
      />
      {known && style !== HOUSE_STYLE && <Preview desk={desk} choice={{ style, ownStyle, lang }} />}
      <input
        ref={file}
        type="file"
        hidden
        accept=".csl"
        aria-label={say.styleFile}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) void take(chosen)
        }}
      />
      <Button look="quiet" onClick={() => file.current?.click()}>
        {say.addAStyleFromAFile}
      </Button>
      {fault !== null && <p role="alert">{fault}</p>}
    </section>
  )
}

type Choice = { style: string; ownStyle: string | null; lang: string }

const Preview = ({ desk, choice: { style, ownStyle, lang } }: { desk: StyleDesk; choice: Choice }) => {
  const [shown, setShown] = useState<Answers['preview'] | 'failed'>(null)
  useEffect(() => {
    let isLatest = true
    desk
      .ask('preview', { style, ownStyle, lang })
      .catch(() => 'failed' as const)
      .then((answer) => isLatest && setShown(answer))
    return () => {
      isLatest = false
    }
  }, [desk, style, ownStyle, lang])
  if (shown === 'failed') return <p className="small">{say.noSample}</p>
  if (!shown) return <p className="muted small">…</p>
  return (
    <div className="small" aria-live="polite">
      <p>
        <span className="muted">{say.citedAs} </span>
        <Words runs={shown.citation} />
      </p>
      <p>
        <span className="muted">{say.listedAs} </span>
        <Words runs={shown.reference} />
      </p>
    </div>
  )
}

const Words = ({ runs }: { runs: NonNullable<Answers['preview']>['citation'] }) =>
  runs.map(({ text, italic, bold }, at) =>
    // oxlint-disable-next-line react/no-array-index-key -- runs have no names and never move
    italic ? <cite key={at}>{text}</cite> : bold ? <b key={at}>{text}</b> : <span key={at}>{text}</span>,
  )
