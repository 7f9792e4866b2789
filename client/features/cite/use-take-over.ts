/** Ties an excerpt to the newest copy of its source, at a place of it. */
import { describe } from '../../../shared/anchor/describe.ts'
import { paragraphLocator } from '../../../shared/brief/paragraph.ts'
import { acceptNewer } from '../../../shared/brief/take-over.ts'
import type { Change } from '../../../shared/check/changes.ts'
import { sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { toast } from '../../ui/toast.ts'
import { useDesk } from './desk.ts'

export const useTakeOver = () => {
  const { captures } = useBrief()
  const { me, write } = useDesk()
  return async (
    { excerpt, newest }: Change,
    { start, end }: { start: number; end: number },
  ): Promise<void> => {
    try {
      const { text, info } = await captures.get(newest.hash)
      const counted = excerpt.locator === null || excerpt.locator.label === 'paragraph'
      const place = {
        capture: newest.hash,
        selector: describe(text, start, end),
        // A page or a section is a person's word; paragraphs are counted in the copy itself.
        locator: counted ? paragraphLocator(info.blocks, start, end) : undefined,
      }
      write((doc) => acceptNewer(doc, excerpt.id, place, { by: me, at: new Date().toISOString() }))
    } catch (error) {
      toast({ title: sentenceOf(error), stays: true })
    }
  }
}
