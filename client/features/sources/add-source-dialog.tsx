/** Adds a source in one of the ways there are: pasted text, a file, a web address, a list of references, or a work whose text is not held. */
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ChooseFile } from './choose-file.tsx'
import { FromAddress } from './from-address.tsx'
import { PasteReferences } from './paste-references.tsx'
import { NOTHING_PASTED, PasteText } from './paste-text.tsx'
import { emptyDraft } from './source-draft.ts'
import type { ReferenceFiles } from './use-reference-files.ts'
import { WithoutText } from './without-text.tsx'
import { say } from '../../words/en/sources.ts'

export type Way = 'text' | 'file' | 'address' | 'references' | 'none'

const WAYS = [
  { value: 'text', label: say.pasteText },
  { value: 'file', label: say.file },
  { value: 'address', label: say.webAddress },
  { value: 'references', label: say.references },
  { value: 'none', label: say.withoutText },
] as const satisfies { value: Way; label: string }[]

export const AddSourceDialog = ({
  way,
  onWay,
  lists,
}: {
  /** Null: it is closed. */
  way: Way | null
  onWay: (way: Way | null) => void
  lists: ReferenceFiles
}) => (
  <Dialog open={way !== null} onOpenChange={(open) => !open && onWay(null)} title={say.addSource} wide>
    <Ways way={way ?? 'text'} onWay={onWay} lists={lists} />
  </Dialog>
)

/** What was filled in stays while somebody looks at another way, and goes with the dialog. */
const Ways = ({
  way,
  onWay,
  lists,
}: {
  way: Way
  onWay: (way: Way | null) => void
  lists: ReferenceFiles
}) => {
  const [pasted, setPasted] = useState(NOTHING_PASTED)
  const [address, setAddress] = useState('')
  const [references, setReferences] = useState('')
  const [work, setWork] = useState(() => emptyDraft('interview'))
  const done = () => onWay(null)
  const bringLists = (files: File[]) => {
    onWay('references')
    lists.add(files)
  }
  return (
    <Tabs<Way> label={say.howToAddIt} value={way} onValue={onWay} tabs={WAYS}>
      {way === 'text' && (
        <PasteText
          pasted={pasted}
          onPasted={(part) => setPasted((now) => ({ ...now, ...part }))}
          onAdded={done}
        />
      )}
      {way === 'file' && <ChooseFile onAdded={done} onReferences={bringLists} />}
      {way === 'address' && <FromAddress address={address} onAddress={setAddress} onAdded={done} />}
      {way === 'references' && <PasteReferences text={references} onText={setReferences} lists={lists} />}
      {way === 'none' && <WithoutText draft={work} onDraft={setWork} onAdded={done} />}
    </Tabs>
  )
}
