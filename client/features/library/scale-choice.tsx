/** The scale that this workspace grades sources on. Its owner chooses. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, sentenceOf } from '../../api.ts'
import type { GradeScale } from '../../../shared/check/grades.ts'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.ts'
import { say } from '../../words/en/library.ts'

const SCALES = [
  { value: 'plain', label: say.plainScale },
  { value: 'admiralty', label: say.admiraltyScale },
] as const

export const ScaleChoice = () => {
  const queries = useQueryClient()
  const settings = useQuery({ queryKey: ['library', 'settings'], queryFn: api.librarySettings })
  const choose = useMutation({
    mutationFn: (gradeScale: GradeScale) => api.chooseScale(gradeScale),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['library', 'settings'] }),
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  if (!settings.data) return null
  return (
    <div className="scale-choice">
      <Select<GradeScale>
        label={say.sourcesAreGradedIn}
        value={settings.data.gradeScale}
        options={SCALES}
        onValue={(scale) => choose.mutate(scale)}
      />
      <p className="muted small">{say.gradesStay}</p>
    </div>
  )
}
