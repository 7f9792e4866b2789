/**
 * Cite and quote from the sources pane. Where nothing can stand at the caret, the person reads so, and that the
 * excerpt is kept.
 */
import { useBrief } from '../../brief/brief-context.ts'
import type { Excerpt } from '../../../shared/brief/excerpt.ts'
import { announce } from '../../ui/live-region.tsx'
import { toast } from '../../ui/toast.tsx'

const noPlace = (what: string) =>
  toast({
    title: 'There is no place for it at the caret.',
    description: `${what} Put the caret into a paragraph of the brief and try again.`,
  })

const KEPT = 'The excerpt is kept.'

const told = (done: boolean | undefined, said: string, kept = KEPT): boolean => {
  if (done) announce(said)
  else noPlace(kept)
  return done ?? false
}

export const useCiting = () => {
  const { editor } = useBrief()
  return {
    citeSource: (source: string) => told(editor?.cite([{ source }]), 'Source cited.', 'Nothing was changed.'),
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
        'Excerpt cited.',
      ),
    quote: (id: string) => told(editor?.quote(id), 'Quotation added.'),
    quoteInline: (id: string) => told(editor?.quoteInline(id), 'Words quoted.'),
  }
}
