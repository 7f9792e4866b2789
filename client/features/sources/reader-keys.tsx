/** The keys of the reader, to be looked up where they work. */
import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { keyText } from '../../ui/key-text.ts'
import { Popover } from '../../ui/popover.tsx'
import { say } from '../../words/en/sources.ts'

const KEYS = [
  ['↑ ↓', say.goThroughTheParagraphs],
  ['Enter', say.markParagraph],
  [`${keyText('shift')}← ${keyText('shift')}→`, say.markByWord],
  [`${keyText('shift')}↑ ${keyText('shift')}↓`, say.markBySentence],
  ['Tab', say.goToActions],
  ['Esc', say.letGo],
  ['/', say.findInThisSource],
] as const

export const ReaderKeys = () => {
  const [at, setAt] = useState<Element | null>(null)
  return (
    <>
      <IconButton
        label={say.keysInTheText}
        icon={<Keyboard />}
        aria-expanded={at !== null}
        onClick={(event) => setAt(at ? null : event.currentTarget)}
      />
      <Popover
        label={say.keysInTheText}
        anchor={at ?? undefined}
        open={at !== null}
        onOpenChange={(open) => !open && setAt(null)}
      >
        <dl className="reader-keys">
          {KEYS.map(([keys, does]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Popover>
    </>
  )
}
