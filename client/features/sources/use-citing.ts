/**
 * Cite and quote from the sources pane. Where nothing can stand at the caret, the person reads so, and that the
 * excerpt is kept.
 */
import { useBrief } from '../../brief/brief-context.ts'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import { announce } from '../../ui/live-region.tsx'
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/sources.ts'

const noPlace = (what: string) =>
  toast({
    title: say.noPlaceAtCaret,
    description: say.howToPlaceIt(what),
  })

const KEPT = say.excerptIsKept

const told = (done: boolean | undefined, said: string, kept = KEPT): boolean => {
  if (done) announce(said)
  else noPlace(kept)
  return done ?? false
}

export const useCiting = () => {
  const { editor } = useBrief()
  return {
    citeSource: (source: string) => told(editor?.cite([{ source }]), say.sourceCited, say.nothingWasChanged),
    cite: (e: Pick<Excerpt, 'id' | 'source' | 'locator'>) =>
      told(
        editor?.cite([
          {
            source: e.source,
            excerpt: e.id,
            label: e.locator?.label ?? null,
            locator: e.locator?.locator ?? null,
          },
        ]),
        say.excerptCited,
      ),
    quote: (id: string) => told(editor?.quote(id), say.quotationAdded),
    quoteInline: (id: string) => told(editor?.quoteInline(id), say.wordsQuoted),
  }
}
