/** Says of the example that it is one, and offers a copy to write in. */
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { api } from '../api.ts'
import { MakeItYours } from '../features/briefs/make-it-yours.tsx'
import { say } from '../words/en/brief-page.ts'

export const ExampleLine = ({ briefId }: { briefId: string }) => {
  // Asked for already when the page was opened.
  const { data: brief } = useQuery({
    queryKey: ['brief', briefId],
    queryFn: () => api.brief(briefId),
    staleTime: Infinity,
  })
  const [, go] = useLocation()
  if (!brief?.example) return null
  return (
    <aside className="example-line" aria-label={say.example}>
      <p>{say.thisIsAnExample}</p>
      <MakeItYours brief={brief} onOpen={(id) => go(`/b/${id}`)} />
    </aside>
  )
}
