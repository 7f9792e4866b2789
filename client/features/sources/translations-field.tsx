/** Translations of an excerpt, beside the original: in which language, whose, and of which kind. */
import { Plus } from 'lucide-react'
import { useId } from 'react'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TRANSLATION_KINDS } from '../../brief/translation-kinds.ts'
import { say } from '../../words/en/sources.ts'

export type Translation = Excerpt['translations'][number]

export const TranslationsField = ({
  value,
  by,
  onValue,
}: {
  value: readonly Translation[]
  /** Who is typing: the translator, unless another one is named. */
  by: string
  onValue: (value: Translation[]) => void
}) => {
  const id = useId()
  const change = (index: number, fields: Partial<Translation>) =>
    onValue(value.map((each, i) => (i === index ? { ...each, ...fields } : each)))
  const add = () =>
    onValue([...value, { lang: 'en', text: '', by, kind: 'own', at: new Date().toISOString() }])
  return (
    <fieldset className="translations" aria-labelledby={id}>
      <legend className="label" id={id}>
        {say.translations}
      </legend>
      {value.map((each, index) => (
        // The place in the list is all that tells two drafts apart.
        // oxlint-disable-next-line no-array-index-key
        <div key={index} className="translation-fields">
          <TextField
            label={say.translation(index + 1)}
            lines={3}
            lang={each.lang}
            value={each.text}
            onValue={(text) => change(index, { text })}
          />
          <div className="locator-fields">
            <TextField
              label={say.language}
              hint={say.languageExample}
              value={each.lang}
              onValue={(lang) => change(index, { lang })}
            />
            <Select
              label={say.kind}
              value={each.kind}
              options={TRANSLATION_KINDS}
              onValue={(kind) => change(index, { kind })}
            />
          </div>
          <TextField
            label={say.translatedBy}
            value={each.by}
            onValue={(name) => change(index, { by: name })}
          />
          <Button look="quiet" onClick={() => onValue(value.filter((_, i) => i !== index))}>
            {say.removeTranslation(index + 1)}
          </Button>
        </div>
      ))}
      <Button icon={<Plus aria-hidden />} onClick={add}>
        {say.addATranslation}
      </Button>
    </fieldset>
  )
}

/** Without the empty ones; a language that is none is left to be unknown. */
export const translationsOf = (drafts: readonly Translation[]): Translation[] =>
  drafts
    .filter(({ text }) => text.trim() !== '')
    .map((each) => ({
      ...each,
      text: each.text.trim(),
      by: each.by.trim(),
      lang: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(each.lang.trim()) ? each.lang.trim() : 'und',
    }))
