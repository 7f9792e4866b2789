/** The scale that this workspace grades sources on. Its owner chooses. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, sentenceOf } from '../../api.ts'
import type { GradeScale } from '../../../shared/check/grades.ts'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'

const SCALES = [
  { value: 'plain', label: 'Plain words: official, named, unnamed, reprint' },
  { value: 'admiralty', label: 'Admiralty code: A to F' },
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
        label="Sources are graded in"
        value={settings.data.gradeScale}
        options={SCALES}
        onValue={(scale) => choose.mutate(scale)}
      />
      <p className="muted small">Grades that were given stay what they were.</p>
    </div>
  )
}
