/** The language that the brief is written in: its files, citations, quotation marks and spelling follow it. One for all who are in it. */
import type * as Y from 'yjs'
import { changeAbout, readAbout } from '../../../shared/brief/about.ts'
import { roots } from '../../../shared/brief/document.ts'
import { LOCALES } from '../../../shared/cite/locales.ts'
import { useShared } from '../../brief/use-shared.ts'
import { Select } from '../../ui/select.tsx'
import { language } from '../../words/language.ts'
import { say } from '../../words/en/export.ts'

export const LanguageChoice = ({ doc }: { doc: Y.Doc }) => {
  const { lang } = useShared(doc, roots(doc).about, readAbout)
  const tags = [...new Set([...Object.keys(LOCALES), lang])]
  return (
    <Select
      label={say.languageOfTheBrief}
      value={lang}
      options={tags.map((tag) => ({ value: tag, label: nameOf(tag) }))}
      onValue={(next) => changeAbout(doc, { lang: next })}
    />
  )
}

/** "German (Germany)"; a tag that a file brought and nobody knows stands as it is. */
const nameOf = (tag: string): string => {
  try {
    return new Intl.DisplayNames(language(), { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
