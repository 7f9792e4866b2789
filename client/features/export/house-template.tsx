/** A Word file of the house, whose styles, page and margins the exported one takes on. Kept while the page is open. */
import { useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { say } from '../../words/en/export.ts'

export const HouseTemplate = ({
  file,
  onFile,
}: {
  file: File | null
  onFile: (file: File | null) => void
}) => {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div>
      <p className="label">{say.houseTemplate}</p>
      <p className="row">
        <span className={file ? '' : 'muted'}>{file ? file.name : say.looksOfVouch}</span>
        <Button onClick={() => chooser.current?.click()}>{say.chooseTemplate}</Button>
        {file && <Button onClick={() => onFile(null)}>{say.withoutTemplate}</Button>}
      </p>
      <p className="muted small">{say.whatTemplateGives}</p>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        aria-label={say.houseTemplate}
        onChange={({ target }) => {
          const chosen = target.files?.[0]
          target.value = ''
          if (chosen) onFile(chosen)
        }}
      />
    </div>
  )
}
