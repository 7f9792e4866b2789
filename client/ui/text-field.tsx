/**
 * One line of text (or at least so many `lines`, growing) with its label, an optional hint, and an error that is read aloud.
 * `value`/`onValue` control it; without them it is a plain form field under `name`.
 */
import { Field } from '@base-ui/react/field'
import type { ComponentProps, CSSProperties, ReactElement } from 'react'

export type TextFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'defaultValue'> & {
  label: string
  hint?: string
  error?: string | null
  lines?: number
  value?: string
  defaultValue?: string
  onValue?: (value: string) => void
  /** The label is read aloud and not drawn; only where the place says the same. */
  hideLabel?: boolean
}

export const TextField = (props: TextFieldProps) => {
  const { label, hint, error, lines, value, defaultValue, onValue, hideLabel, className, ...rest } = props
  const textarea: ReactElement | undefined = lines ? (
    <textarea rows={lines} style={{ '--lines': lines } as CSSProperties} />
  ) : undefined
  return (
    <Field.Root className={`field ${className ?? ''}`} invalid={Boolean(error)}>
      <Field.Label className={hideLabel ? 'unseen' : 'label'}>{label}</Field.Label>
      <Field.Control
        {...rest}
        render={textarea}
        className="input"
        value={value}
        defaultValue={defaultValue}
        onValueChange={onValue && ((next: string) => onValue(next))}
      />
      {hint && <Field.Description className="hint">{hint}</Field.Description>}
      <Field.Error className="error" match={Boolean(error)}>
        {error}
      </Field.Error>
    </Field.Root>
  )
}
