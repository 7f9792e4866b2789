/** Asks once for a title, a date or an address that is not known. Whatever the answer, it is not asked again. */
import { useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { changeSource, type Source } from '../../../shared/brief/source.ts'
import { EditSourceDialog } from './edit-source-dialog.tsx'
import { type AskedField, missingField, missingSentence } from './missing-field.ts'
import type { SourceDraft } from './source-draft.ts'
import { say } from '../../words/en/sources.ts'

const FIELD: Record<AskedField, keyof SourceDraft> = { title: 'title', issued: 'date', URL: 'address' }

export const MissingQuestion = ({ source }: { source: Source }) => {
  const { doc } = useBrief()
  const [adding, setAdding] = useState<keyof SourceDraft | null>(null)
  const missing = missingField(source)
  const leaveOpen = () => {
    if (missing) changeSource(doc, source.id, { asked: [...source.asked, missing] })
  }
  return (
    <>
      {missing && (
        <p className="missing-question small">
          {missingSentence[missing]}{' '}
          <button type="button" onClick={() => setAdding(FIELD[missing])}>
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
