/** Reads a PDF as its pages: drawn as they come into sight, their words selected, quoted and cited like any text. */
import { useQuery } from '@tanstack/react-query'
import { ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { NotReached, sentenceOf } from '../../../api.ts'
import type { Capture } from '../../../brief/captures.ts'
import { useBrief } from '../../../brief/brief-context.ts'
import type { Focus } from '../../../brief/focus.ts'
import { areaOf } from '../../../../shared/brief/area.ts'
import type { Excerpt } from '../../../../shared/brief/excerpt.ts'
import type { Source } from '../../../../shared/brief/source.ts'
import { Refusal } from '../../../../shared/wire/refusal.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { AreaBar } from '../areas/area-bar.tsx'
import { AreaLayer } from '../areas/area-layer.tsx'
import { drawnAreas } from '../areas/drawn-areas.ts'
import { useArea } from '../areas/use-area.ts'
import { AttestedDialog } from '../attested-dialog.tsx'
import { SelectionBar } from '../selection-bar.tsx'
import { titleOf } from '../source-line.ts'
import { pagesOf, pageAt, textRangesOf } from './page-ranges.ts'
import { openPdf } from './pdf-document.ts'
import { PdfPage } from './pdf-page.tsx'
import { usePageSelection } from './use-page-selection.ts'
import { say } from '../../../words/en/sources.ts'

/** A4, until the first page says otherwise. */
const USUAL_RATIO = 297 / 210
/** From as wide as the pane to three times that: a footnote on a phone. */
const LARGEST = 3
const STEP = 1.25

export const PdfReader = ({
  source,
  capture,
  excerpts,
  passage,
  onText,
}: {
  source: Source
  capture: Capture
  excerpts: Excerpt[]
  passage: Focus['passage']
  /** Reads the text instead. */
  onText: () => void
}) => {
  const { canWrite } = useBrief()
  const frame = useRef<HTMLDivElement>(null)
  const { hash } = capture.info
  const opened = useQuery({
    queryKey: ['pdf', hash],
    queryFn: () => openPdf(hash),
    staleTime: Infinity,
    gcTime: 0,
    retry: 1,
  })
  const open = opened.data
  useEffect(() => () => open?.close(), [open])
  const fits = useWidth(frame)
  const [zoom, setZoom] = useState(1)
  const width = Math.round(fits * zoom)
  const pages = useMemo(() => pagesOf(capture), [capture])
  const marks = useMemo(() => textRangesOf(excerpts, hash), [excerpts, hash])
  const asked = excerpts.find((each) => each.id === passage?.excerpt)
  const shown = asked?.kind === 'anchored' && asked.capture === hash ? asked.selector[0] : null
  const { marked, top, outside, clear } = usePageSelection({ frame, capture, pages, canMark: canWrite })

  const drawing = useArea()

  const turn = passage?.turn ?? 0
  const drawnPage =
    asked?.kind === 'attested' && asked.attested.capture === hash
      ? (areaOf(asked.attested.fragment)?.page ?? null)
      : null
  const shownPage = shown ? pageAt(pages, shown.start) : drawnPage
  useEffect(() => {
    if (!open || width === 0 || shownPage === null || turn === 0) return
    frame.current?.querySelector(`[data-page="${shownPage}"]`)?.scrollIntoView({ block: 'start' })
  }, [open, width, shownPage, turn])

  return (
    <div
      className="reader-frame pdf-frame"
      ref={frame}
      role="group"
      aria-label={say.pagesOf(titleOf(source))}
    >
      {capture.text === '' && <p className="small muted">{say.scanHint}</p>}
      {canWrite && open && <AreaBar drawing={drawing} />}
      <div className="row pdf-zoom" role="group" aria-label={say.sizeOfThePages}>
        <IconButton
          label={say.smaller}
          icon={<ZoomOut />}
          disabled={zoom <= 1}
          onClick={() => setZoom(Math.max(1, zoom / STEP))}
        />
        <IconButton
          label={say.larger}
          icon={<ZoomIn />}
          disabled={zoom >= LARGEST}
          onClick={() => setZoom(Math.min(LARGEST, zoom * STEP))}
        />
      </div>
      {opened.isPending && <p className="pane-note">{say.openingThePages}</p>}
      {opened.error && (
        <div className="pane-note" role="alert">
          <p>
            {say.andTextIsHere(
              opened.error instanceof Refusal || opened.error instanceof NotReached
                ? sentenceOf(opened.error)
                : say.thePagesCannotBeDrawn,
            )}
          </p>
          <Button onClick={onText}>{say.readTheText}</Button>
        </div>
      )}
      {open &&
        width > 0 &&
        pages.map((page) => (
          <PdfPage
            key={page.number}
            open={open}
            number={page.number}
            label={page.label}
            width={width}
            ratio={USUAL_RATIO}
            words={page.words}
            from={page.start}
            marks={marks.filter((mark) => mark.start < page.end && mark.end > page.start)}
            shown={shown && shown.start < page.end && shown.end > page.start ? shown : null}
          >
            <AreaLayer
              label={say.areaOfPage(page.label)}
              areas={drawnAreas(excerpts, hash, page.number)}
              shown={passage?.excerpt ?? null}
              drawing={drawing.on}
              area={drawing.draft?.page === page.number ? drawing.draft.area : null}
              onArea={(area) => drawing.draw({ page: page.number, area })}
              onDone={drawing.word}
              onCancel={drawing.end}
            />
          </PdfPage>
        ))}
      {drawing.wording && drawing.draft && (
        <AttestedDialog
          source={source}
          drawn={{
            ...drawing.draft,
            hash,
            label: pages.find(({ number }) => number === drawing.draft?.page)?.label ?? null,
          }}
          onClose={drawing.end}
        />
      )}
      {outside && !drawing.on && (
        <p className="pdf-outside" role="status" style={{ top }}>
          {say.wordsInNoParagraph}
        </p>
      )}
      {marked && (
        <SelectionBar
          key={`${marked.start}-${marked.end}`}
          source={source}
          capture={capture}
          range={marked}
          top={top}
          onClose={clear}
        />
      )}
    </div>
  )
}

/** The width that pages are drawn in; it follows the pane when the drag of its edge has ended. */
const useWidth = (frame: React.RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const here = frame.current
    if (!here) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const measure = () => {
      const style = getComputedStyle(here)
      setWidth(Math.floor(here.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)))
    }
    measure()
    const watch = new ResizeObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(measure, 150)
    })
    watch.observe(here)
    return () => {
      clearTimeout(timer)
      watch.disconnect()
    }
  }, [frame])
  return width
}
