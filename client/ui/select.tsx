/**
 * One of a few choices, with its label. The system's own select: it opens a wheel on a phone, takes letters on a
 * keyboard, and is never cut off by a pane. `options` are {value, label} in the order given; `hint` says more of the one
 * that is chosen.
 */
import { useId } from 'react'

export const Select = <T extends string>({
  label,
  value,
  onValue,
  options,
  hint,
  hideLabel,
  disabled,
}: {
  label: string
  value: T
  onValue: (value: T) => void
  options: readonly { value: T; label: string }[]
  hint?: string
  hideLabel?: boolean
  disabled?: boolean
}) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'unseen' : 'label'}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const chosen = options.find((o) => o.value === event.target.value)
          if (chosen) onValue(chosen.value)
        }}
      >
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  )
}
