/** What changed between two versions of some words, as a person would mark it: struck and underlined, never by colour alone. */
import type { DiffPart } from '../../../shared/text/word-diff.ts'
import { wordDiff } from '../../../shared/text/word-diff.ts'

export const WordChanges = ({ before, after }: { before: string; after: string }) => (
  <DiffLine parts={wordDiff(before, after)} />
)

/** `loud`: the part changes a number or turns the statement around. */
export const DiffLine = ({
  parts,
  space = '',
}: {
  parts: readonly (DiffPart & { loud?: string })[]
  space?: string
}) => (
  <p className="diff">
    {parts.map((part, i) => {
      const text = `${part.text}${space}`
      const name = part.loud ? 'loud' : undefined
      // eslint-disable-next-line react/no-array-index-key -- parts have no identity but their place
      if (part.kind === 'removed')
        return (
          <del key={i} className={name}>
            {text}
          </del>
        )
      // eslint-disable-next-line react/no-array-index-key
      if (part.kind === 'added')
        return (
          <ins key={i} className={name}>
            {text}
          </ins>
        )
      // eslint-disable-next-line react/no-array-index-key
      return <span key={i}>{text}</span>
    })}
  </p>
)
