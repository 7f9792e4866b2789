/** One page of a PDF: drawn when it comes near, with its text over it to be selected. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { highlightRanges } from './page-highlights.ts'
import { pageText } from './page-text.ts'
import type { OpenPdf } from './pdf-document.ts'
import { carryRange, type Range } from './page-places.ts'
import { say } from '../../../words/en/sources.ts'

/** The pixels drawn for one page: a phone with three device pixels to one needs no poster. */
const MOST_PIXELS = 8_000_000

export const PdfPage = ({
  open,
  number,
  label,
  width,
  ratio,
  words,
  from,
  marks,
  shown,
  children,
}: {
  open: OpenPdf
  number: number
  label: string
  /** CSS pixels. */
  width: number
  /** Height over width, guessed from the first page until this one is drawn. */
  ratio: number
  /** What the saved copy's text has of this page, and where that begins. */
  words: string
  from: number
  /** Offsets in the saved copy's text. */
  marks: readonly Range[]
  shown: Range | null
  /** What lies over it. */
  children: ReactNode
}) => {
  const frame = useRef<HTMLElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  const [shape, setShape] = useState(ratio)
  const [drawn, setDrawn] = useState(0)

  useEffect(() => {
    if (!frame.current) return
    const watch = new IntersectionObserver((seen) => setNear(seen.some((each) => each.isIntersecting)), {
      rootMargin: '600px 0px',
    })
    watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    const [text, paper] = [layer.current, canvas.current]
    if (!near || !text || !paper) return
    let over = false
    const ending: (() => void)[] = []
    const draw = async () => {
      const page = await open.document.getPage(number)
      if (over) return
      const size = page.getViewport({ scale: 1 })
      const viewport = page.getViewport({ scale: width / size.width })
      setShape(size.height / size.width)
      const dense = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)))
      paper.width = Math.floor(viewport.width * dense)
      paper.height = Math.floor(viewport.height * dense)
      const drawing = page.render({ canvas: paper, viewport, transform: [dense, 0, 0, dense, 0, 0] })
      ending.push(() => drawing.cancel())
      await drawing.promise
      if (over) return
      text.replaceChildren()
      text.style.setProperty('--total-scale-factor', String(viewport.scale))
      const layered = new open.pdf.TextLayer({
        textContentSource: page.streamTextContent(),
        container: text,
        viewport,
      })
      ending.push(() => layered.cancel())
      await layered.render()
      if (!over) setDrawn((times) => times + 1)
    }
    // A page that scrolls away while it is drawn is not drawn to the end.
    draw().catch(() => undefined)
    return () => {
      over = true
      for (const end of ending) end()
      text.replaceChildren()
      paper.width = 0
      paper.height = 0
    }
  }, [open, number, width, near])

  useEffect(() => {
    const text = layer.current
    if (drawn === 0 || !text?.firstChild) return
    const there = pageText(text)
    const onPage = (range: Range) =>
      carryRange(
        words,
        { start: Math.max(0, range.start - from), end: Math.min(words.length, range.end - from) },
        there.text,
      )
    const ranges = (all: readonly Range[]) =>
      all.flatMap((range) => {
        const place = onPage(range)
        return place ? [there.rangeOf(place)] : []
      })
    return highlightRanges(ranges(marks), ranges(shown ? [shown] : []))
  }, [drawn, words, from, marks, shown])

  return (
    <section
      ref={frame}
      className="pdf-page"
      aria-label={say.page(label)}
      data-page={number}
      style={{ width, height: width * shape }}
    >
      <canvas ref={canvas} aria-hidden />
      <div ref={layer} className="pdf-text" />
      {children}
    </section>
  )
}
