/** The text of a saved copy, block by block. Drawn again only when what is marked in it changes. */
import { memo, useMemo } from 'react'
import type { Capture } from '../../brief/captures.ts'
import { paragraphNumbers } from '../../../shared/brief/paragraph.ts'
import { ReaderBlock } from './reader-block.tsx'
import type { Passage } from './segments.ts'

type ReaderTextProps = {
  label: string
  lang: string | undefined
  capture: Capture
  passages: ReadonlyMap<number, Passage[]>
  marked: { start: number; end: number } | null
  shown: string | null
}

const Text = ({ label, lang, capture: { text, info }, passages, marked, shown }: ReaderTextProps) => {
  const numbers = useMemo(() => paragraphNumbers(info.blocks), [info.blocks])
  return (
    <article className="reader" data-reader aria-label={label} lang={lang}>
      {info.blocks.map((block, i) => (
        <ReaderBlock
          key={block.start}
          index={i}
          block={block}
          number={numbers[i] ?? null}
          text={text}
          passages={passages.get(i)}
          marked={marked}
          shown={shown}
        />
      ))}
    </article>
  )
}

export const ReaderText = memo(Text)
