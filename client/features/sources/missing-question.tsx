/** Asks once for a date or an address that is not known. Whatever the answer, it is not asked again. */
import { useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { changeSource, type Source } from '../../../shared/brief/source.ts'
import { EditSourceDialog } from './edit-source-dialog.tsx'
import { missingField, missingSentence } from './missing-field.ts'
import { say } from '../../words/en/sources.ts'

export const MissingQuestion = ({ source }: { source: Source }) => {
  const { doc } = useBrief()
  const [adding, setAdding] = useState<'date' | 'address' | null>(null)
  const missing = missingField(source)
  const leaveOpen = () => {
    if (missing) changeSource(doc, source.id, { asked: [...source.asked, missing] })
  }
  return (
    <>
      {missing && (
        <p className="missing-question small">
          {missingSentence[missing]}{' '}
          <button type="button" onClick={() => setAdding(missing === 'issued' ? 'date' : 'address')}>
            {say.addOne}
          </button>
          {' · '}
          <button type="button" onClick={leaveOpen}>
            {say.leaveOpen}
          </button>
        </p>
      )}
      {adding && <EditSourceDialog source={source} first={adding} onClose={() => setAdding(null)} />}
    </>
  )
}
