/** Looks at the address of a source again while its reader waits, and says what came of it. */
import { useQueryClient } from '@tanstack/react-query'
import type { Source } from '../../../shared/brief/source.ts'
import { api, sentenceOf } from '../../api.ts'
import { useBrief } from '../../brief/brief-context.ts'
import { toast, toastWhile } from '../../ui/toast.ts'
import { titleOf } from './source-line.ts'
import { say } from '../../words/en/sources.ts'

export const canCheck = ({ item, erased }: Source): boolean => /^https?:/i.test(item.URL ?? '') && !erased

export const useChecking = () => {
  const { id } = useBrief()
  const queries = useQueryClient()
  const looked = () => queries.invalidateQueries({ queryKey: ['source-checks', id] })
  return {
    looked,
    async check(source: Source): Promise<void> {
      const stopped = new AbortController()
      const close = toastWhile({
        title: say.lookingAtTheAddressAgain,
        description: titleOf(source),
        action: { label: say.stop, run: () => stopped.abort() },
      })
      try {
        const { unchanged } = await api.checkAgain(id, source.id, stopped.signal)
        toast({
          title: unchanged ? say.unchanged : say.hasChanged,
          description: titleOf(source),
        })
      } catch (error) {
        if (!stopped.signal.aborted)
          toast({ title: titleOf(source), description: sentenceOf(error), stays: true })
      } finally {
        close()
        await looked()
      }
    },
    async checkAll(): Promise<void> {
      try {
        const { sources } = await api.checkAllAgain(id)
        toast(say.willBeChecked(sources))
      } catch (error) {
        toast({ title: sentenceOf(error), stays: true })
      }
      await looked()
    },
  }
}
