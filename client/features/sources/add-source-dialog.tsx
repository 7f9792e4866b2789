/** Adds a source in one of the ways there are: pasted text, a file, a web address, a list of references, or a work whose text is not held. */
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ChooseFile } from './choose-file.tsx'
import { FromAddress } from './from-address.tsx'
import { PasteReferences } from './paste-references.tsx'
import { PasteText } from './paste-text.tsx'
import { WithoutText } from './without-text.tsx'

type Way = 'text' | 'file' | 'address' | 'references' | 'none'

const WAYS = [
  { value: 'text', label: 'Paste text' },
  { value: 'file', label: 'File' },
  { value: 'address', label: 'Web address' },
  { value: 'references', label: 'References' },
  { value: 'none', label: 'Without text' },
] as const satisfies { value: Way; label: string }[]

export const AddSourceDialog = ({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) => {
  const [way, setWay] = useState<Way>('text')
  const done = () => onOpenChange(false)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Add source" wide>
      <Tabs<Way> label="How to add it" value={way} onValue={setWay} tabs={WAYS}>
        {way === 'text' && <PasteText onAdded={done} />}
        {way === 'file' && <ChooseFile onAdded={done} />}
        {way === 'address' && <FromAddress onAdded={done} />}
        {way === 'references' && <PasteReferences />}
        {way === 'none' && <WithoutText onAdded={done} />}
      </Tabs>
    </Dialog>
  )
}
