/** Finds words in the text that is being read: Enter goes to the next place, ⇧Enter to the one before, Esc ends. */
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { findWords, searchable } from '../../../shared/text/find.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { announce } from '../../ui/live-region.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ReaderKeys } from './reader-keys.tsx'
import { highlightFound, scrollToPlace } from './found-highlight.ts'
import { say } from '../../words/en/sources.ts'

export const ReaderSearch = ({
  frame,
  text,
  find,
}: {
  /** Holds the text, an element with `data-reader`. */
  frame: RefObject<HTMLElement | null>
  text: string
  /** Words that were asked for with the source. */
  find: string | null
}) => {
  const [typed, setTyped] = useState(find ?? '')
  const [at, setAt] = useState(0)
  const ready = useMemo(() => searchable(text), [text])
  const places = useMemo(() => findWords(ready, typed), [ready, typed])
  const current = places.length === 0 ? -1 : Math.min(at, places.length - 1)
  const place = places[current]

  useEffect(() => {
    const reader = frame.current?.querySelector('[data-reader]')
    return reader ? highlightFound(reader, places, current) : undefined
  }, [frame, places, current])
  useEffect(() => {
    const reader = frame.current?.querySelector('[data-reader]')
    if (reader && place) scrollToPlace(reader, place)
  }, [frame, place])

  const search = (words: string) => {
    setTyped(words)
    setAt(0)
  }
  const step = (by: number) => {
    if (places.length === 0) return
    const next = (current + by + places.length) % places.length
    setAt(next)
    announce(say.placeOf(next + 1, places.length))
  }
  const found =
    typed.trim() === '' ? '' : places.length === 0 ? say.notFound : say.placeOf(current + 1, places.length)
  return (
    <search className="reader-search">
      <TextField
        label={say.findInThisSource}
        hideLabel
        type="search"
        placeholder={say.findInThisSource}
        value={typed}
        onValue={search}
        data-find
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            step(event.shiftKey ? -1 : 1)
          } else if (event.key === 'Escape' && typed !== '') {
            event.preventDefault()
            search('')
          }
        }}
      />
      {typed.trim() === '' ? (
        <ReaderKeys />
      ) : (
        <>
          <span className="muted small number" role="status">
            {found}
          </span>
          <IconButton label={say.previousPlace} icon={<ChevronUp />} onClick={() => step(-1)} />
          <IconButton label={say.nextPlace} icon={<ChevronDown />} onClick={() => step(1)} />
          <IconButton label={say.stopSearching} icon={<X />} onClick={() => search('')} />
        </>
      )}
    </search>
  )
}
