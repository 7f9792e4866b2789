/** Tags of an excerpt, with those that the brief uses already at hand. */
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { tagsOf, tagsText, usedTags } from './tags.ts'
import { useExcerpts } from './use-library.ts'
import { say } from '../../words/en/sources.ts'

/** More would be a second list to read. */
const OFFERED = 6

export const TagsField = ({ value, onValue }: { value: string; onValue: (value: string) => void }) => {
  const used = usedTags(useExcerpts().values())
  const typed = tagsOf(value)
  const offered = used.filter((tag) => !typed.includes(tag)).slice(0, OFFERED)
  return (
    <div>
      <TextField label={say.tags} hint={say.commasBetweenThem} value={value} onValue={onValue} />
      {offered.length > 0 && (
        <p className="row" role="group" aria-label={say.tagsOfThisBrief}>
          {offered.map((tag) => (
            <Button key={tag} look="quiet" onClick={() => onValue(tagsText([...typed, tag]))}>
              + {tag}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}
