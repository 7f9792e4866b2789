/** The translations of an excerpt, shown beside its own words: in which language, whose, and of which kind. */
import type { Excerpt } from '../../shared/brief/excerpt.ts'
import { translationLine } from './translation-kinds.ts'

export const Translations = ({ excerpt }: { excerpt: Excerpt }) =>
  excerpt.translations.map((each) => (
    <div key={`${each.lang} ${each.at}`} className="excerpt-translation">
      <blockquote lang={each.lang} dir="auto">
        {each.text}
      </blockquote>
      <p className="muted small">{translationLine(each)}</p>
    </div>
  ))
