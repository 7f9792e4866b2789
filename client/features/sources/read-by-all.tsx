/** Said where a person is about to write down what was told in confidence. */
import { TriangleAlert } from 'lucide-react'
import { say } from '../../words/en/sources.ts'

export const ReadByAll = () => (
  <p className="read-by-all small">
    <TriangleAlert aria-hidden />
    {say.readByAll}
  </p>
)
