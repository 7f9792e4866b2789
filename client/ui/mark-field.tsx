/** How far something may be passed on: a mark of the usual list, or words of one's own. */
import { useId } from 'react'
import { TLP_MARKS } from '../../shared/brief/handling.ts'
import { say } from '../words/en/ui.ts'
import { TextField } from './text-field.tsx'

export const MarkField = ({
  label = say.handling,
  hint,
  value,
  onValue,
}: {
  label?: string
  hint?: string
  value: string
  onValue: (value: string) => void
}) => {
  const list = useId()
  return (
    <>
      <TextField label={label} hint={hint} maxLength={100} list={list} value={value} onValue={onValue} />
      <datalist id={list}>
        {TLP_MARKS.map((mark) => (
          <option key={mark} value={mark}>
            {mark}
          </option>
        ))}
      </datalist>
    </>
  )
}
