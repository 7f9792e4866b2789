/** Adds a source in one of the ways there are: pasted text, a file, a web address, a list of references, or a work whose text is not held. */
import { Dialog } from '../../ui/dialog.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ChooseFile } from './choose-file.tsx'
import { FromAddress } from './from-address.tsx'
import { PasteReferences } from './paste-references.tsx'
import { PasteText } from './paste-text.tsx'
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
}) => {
  const done = () => onWay(null)
  const bringLists = (files: File[]) => {
    onWay('references')
    lists.add(files)
  }
  return (
    <Dialog open={way !== null} onOpenChange={(open) => !open && done()} title={say.addSource} wide>
      <Tabs<Way> label={say.howToAddIt} value={way ?? 'text'} onValue={onWay} tabs={WAYS}>
        {way === 'text' && <PasteText onAdded={done} />}
        {way === 'file' && <ChooseFile onAdded={done} onReferences={bringLists} />}
        {way === 'address' && <FromAddress onAdded={done} />}
        {way === 'references' && <PasteReferences lists={lists} />}
        {way === 'none' && <WithoutText onAdded={done} />}
      </Tabs>
    </Dialog>
  )
}
