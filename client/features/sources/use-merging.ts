/** Merges two sources, says so, and takes it back. */
import { useBrief } from '../../brief/brief-context.ts'
import { mergeSources, unmergeSource } from '../../../shared/brief/merge.ts'
import type { Source } from '../../../shared/brief/source.ts'
import { toast } from '../../ui/toast.tsx'
import { titleOf } from './source-line.ts'

export const useMerging = () => {
  const { doc, me, focus } = useBrief()
  const takeBack = (id: string) => {
    unmergeSource(doc, id)
    toast('They are two sources again.')
  }
  return {
    takeBack,
    merge(from: Source, into: Source) {
      const by = { id: me.id, name: me.name }
      mergeSources(doc, { from: from.id, into: into.id }, { by, at: new Date().toISOString() })
      if (focus.get().source === from.id) focus.openSource(into.id)
      toast({
        title: `Now a part of “${titleOf(into)}”.`,
        description: 'Its excerpts, citations and saved copies went there.',
        action: { label: 'Undo', run: () => takeBack(from.id) },
      })
    },
  }
}
