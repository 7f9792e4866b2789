/** The keys of the reader, to be looked up where they work. */
import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { keyText } from '../../ui/key-text.ts'
import { Popover } from '../../ui/popover.tsx'

const KEYS = [
  ['↑ ↓', 'Go through the paragraphs'],
  ['Enter', 'Mark the paragraph, and once more: quote it'],
  [`${keyText('shift')}← ${keyText('shift')}→`, 'Mark by word, with Alt by character'],
  [`${keyText('shift')}↑ ${keyText('shift')}↓`, 'Mark by sentence'],
  ['Tab', 'Go to quote, cite, note'],
  ['Esc', 'Let go'],
  ['/', 'Find in this source'],
] as const

export const ReaderKeys = () => {
  const [at, setAt] = useState<Element | null>(null)
  return (
    <>
      <IconButton
        label="Keys in the text"
        icon={<Keyboard />}
        aria-expanded={at !== null}
        onClick={(event) => setAt(at ? null : event.currentTarget)}
      />
      <Popover
        label="Keys in the text"
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
