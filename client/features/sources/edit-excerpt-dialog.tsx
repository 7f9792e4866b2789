/** Changes what is said of an excerpt. Its words and where they stand cannot change: mark another passage. */
import { type FormEvent, useId, useState } from 'react'
import { useBrief } from '../../brief/brief-context.ts'
import { changeExcerpt, type Excerpt, wordsOf } from '../../../shared/brief/excerpt.ts'
import { GRADE_SCALES, excerptGrades, gradeWords } from '../../../shared/check/grades.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LocatorFields, type LocatorDraft, locatorOf } from './locator-fields.tsx'
import { TagsField } from './tags-field.tsx'
import { tagsOf, tagsText } from './tags.ts'
import { TranslationsField, translationsOf } from './translations-field.tsx'
import { saysOf, viaOf, whoDraft, WhoSays } from './who-says.tsx'
import { say } from '../../words/en/sources.ts'
import { written } from '../../words/written.ts'

export const EditExcerptDialog = ({ excerpt, onClose }: { excerpt: Excerpt; onClose: () => void }) => {
  const { doc, me } = useBrief()
  const form = useId()
  const [who, setWho] = useState(() => whoDraft(excerpt.says, excerpt.via))
  const [note, setNote] = useState(excerpt.note)
  const [place, setPlace] = useState<LocatorDraft>({
    label: excerpt.locator?.label ?? 'page',
    value: excerpt.locator?.locator ?? '',
  })
  const [tags, setTags] = useState(tagsText(excerpt.tags))
  const [grade, setGrade] = useState(excerpt.credibility ?? UNGRADED)
  const [translations, setTranslations] = useState([...excerpt.translations])
  const save = (event: FormEvent) => {
    event.preventDefault()
    const next = {
      says: saysOf(who),
      via: viaOf(who),
      note,
      locator: locatorOf(place),
      tags: tagsOf(tags),
      credibility: grade === UNGRADED ? null : grade,
      translations: translationsOf(translations),
    }
    // Only what changed here: a colleague may be changing the rest.
    const change = Object.entries(next).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(excerpt[field as keyof typeof next]),
    )
    changeExcerpt(doc, excerpt.id, Object.fromEntries(change))
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={say.editExcerpt}
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button look="primary" type="submit" form={form}>
            {say.save}
          </Button>
        </>
      }
    >
      <blockquote className="excerpt-words">{wordsOf(excerpt)}</blockquote>
      <form id={form} onSubmit={save} className="add-form">
        <WhoSays draft={who} onDraft={setWho} />
        <TextField label={say.myNote} lines={3} value={note} onValue={setNote} />
        <LocatorFields draft={place} onDraft={setPlace} />
        <TagsField value={tags} onValue={setTags} />
        <Select
          label={say.howItStandsAsInformation}
          value={grade}
          onValue={setGrade}
          options={gradeOptions(excerpt.credibility)}
        />
        <TranslationsField value={translations} by={me.name} onValue={setTranslations} />
      </form>
    </Dialog>
  )
}

/** What nobody graded has no grade; it is no low one. */
const UNGRADED = ''

const gradeOptions = (now: string | null) => {
  const offered = GRADE_SCALES.flatMap((scale) => excerptGrades[scale])
  const values = now && !offered.includes(now) ? [...offered, now] : offered
  return [
    { value: UNGRADED, label: say.notGraded },
    ...values.map((value) => ({ value, label: gradeWords('excerpt', value, written) })),
  ]
}
