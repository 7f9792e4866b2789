/**
 * Marking a passage in the reader, by pointer or by keyboard. Both end in the page's own selection, and what is
 * marked is read from it, so that screen readers and copying see the same.
 *
 * Keys: ↑ ↓ Home End go through the paragraphs · Enter marks the paragraph, and once more quotes it ·
 * ⇧← ⇧→ by word, with Alt by character, ⇧↑ ⇧↓ by sentence · Tab to the bar · Esc lets go · / finds words.
 */
import type { Capture } from '../../brief/captures.ts'
import { createStore, type Store } from '../../brief/store.ts'
import { announce } from '../../ui/live-region.tsx'
import { type MarkingKey, markingKey } from './marking-key.ts'
import { lineBelow, selectedIn, selectIn } from './page-selection.ts'
import { stepAcross } from './step-across.ts'
import { tidy } from './text-offsets.ts'
import { say } from '../../words/en/sources.ts'

type Range = { start: number; end: number }

type MarkingState = {
  marked: Range | null
  /** The page's selection is elsewhere, in a field of the bar: the passage has to be drawn to be seen. */
  elsewhere: boolean
  /** Where the bar stands, in pixels below the top of the reader's frame. */
  top: number
}

export type Marking = Store<MarkingState> & {
  clear(): void
  /** `frame` holds the text, an element with `data-reader`, and the bar, `data-bar`. Returns its undoing. */
  attach(frame: HTMLElement, canMark: boolean): () => void
}

const isSame = (a: MarkingState, b: MarkingState) =>
  a.marked === b.marked && a.elsewhere === b.elsewhere && a.top === b.top

export const createMarking = ({ text, info: { blocks } }: Capture): Marking => {
  const store = createStore<MarkingState>({ marked: null, elsewhere: false, top: 0 }, isSame)
  const set = (change: Partial<MarkingState>) => store.set({ ...store.get(), ...change })
  let frame: HTMLElement | null = null
  /** The paragraph that Tab comes to. */
  let stop = 0

  const bar = () => frame?.querySelector<HTMLElement>('[data-bar]') ?? null
  const inBar = () => bar()?.contains(document.activeElement) ?? false

  const elementOf = (block: number) => frame?.querySelector<HTMLElement>(`[data-block="${block}"]`)
  // One stop for Tab, moved in the page itself: a text has thousands of paragraphs to draw.
  const stopAt = (block: number) => {
    elementOf(stop)?.setAttribute('tabindex', '-1')
    stop = block
    elementOf(block)?.setAttribute('tabindex', '0')
  }
  const go = (to: number) => {
    stopAt(Math.max(0, Math.min(blocks.length - 1, to)))
    elementOf(stop)?.focus()
  }

  const clear = () => {
    const hadFocus = inBar()
    getSelection()?.removeAllRanges()
    set({ marked: null, elsewhere: false })
    if (hadFocus) go(stop)
  }

  const look = (reader: Element, around: Element) => {
    const now = selectedIn(reader)
    const range = now && tidy(text, now.anchor, now.focus)
    const { marked } = store.get()
    if (!range && inBar()) return set({ elsewhere: marked !== null })
    if (!range) return set({ marked: null, elsewhere: false })
    if (marked?.start === range.start && marked.end === range.end) return set({ elsewhere: false })
    set({ marked: range, elsewhere: false, top: lineBelow(reader, around, range.end) })
  }

  const mark = (reader: Element, here: number, does: MarkingKey) => {
    const block = blocks[here]
    if (!block) return
    if (does.is === 'extend') {
      const now = selectedIn(reader)
      const anchor = now?.anchor ?? (does.forward ? block.start : block.end)
      selectIn(reader, {
        anchor,
        focus: stepAcross(text, blocks, now?.focus ?? anchor, does.unit, does.forward),
      })
    } else if (does.is === 'enter' && !store.get().marked) {
      selectIn(reader, { anchor: block.start, focus: block.end })
      announce(say.paragraphMarked)
    } else if (does.is === 'enter') bar()?.querySelector<HTMLElement>('[data-first]')?.click()
    else if (does.is === 'to bar') bar()?.querySelector<HTMLElement>('button')?.focus()
    else clear()
  }

  const onKey = (reader: Element, around: Element, event: KeyboardEvent, canMark: boolean) => {
    const at = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block]') : null
    if (!at) {
      if (event.key !== 'Escape' || !inBar()) return
      event.preventDefault()
      return clear()
    }
    const does = markingKey(event)
    if (!does) return
    const here = Number(at.dataset.block)
    const needsPassage = does.is === 'to bar' || does.is === 'let go'
    if (does.is === 'go')
      go(does.to === 'first' ? 0 : does.to === 'last' ? blocks.length - 1 : here + does.to)
    else if (does.is === 'find') around.querySelector<HTMLElement>('[data-find]')?.focus()
    else if (!canMark || (needsPassage && !store.get().marked)) return
    else mark(reader, here, does)
    event.preventDefault()
  }

  const attach = (around: HTMLElement, canMark: boolean) => {
    const reader = around.querySelector<HTMLElement>('[data-reader]')
    if (!reader) throw new Error('The reader has no text element.')
    frame = around
    const ending = new AbortController()
    const { signal } = ending
    let dragging = false
    const watch = () => {
      if (!dragging) look(reader, around)
    }
    const release = () => {
      dragging = false
      watch()
    }
    around.addEventListener('keydown', (event) => onKey(reader, around, event, canMark), { signal })
    reader.addEventListener(
      'focusin',
      (event) => {
        const at = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block]') : null
        if (at) stopAt(Number(at.dataset.block))
      },
      { signal },
    )
    if (canMark) {
      reader.addEventListener('pointerdown', () => (dragging = true), { signal })
      document.addEventListener('pointerup', release, { signal })
      document.addEventListener('pointercancel', release, { signal })
      document.addEventListener('selectionchange', watch, { signal })
    }
    return () => {
      ending.abort()
      frame = null
    }
  }

  return { get: store.get, subscribe: store.subscribe, clear, attach }
}
