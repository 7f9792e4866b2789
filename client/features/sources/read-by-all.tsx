/** Said where a person is about to write down what was told in confidence. */
import { TriangleAlert } from 'lucide-react'

export const ReadByAll = () => (
  <p className="read-by-all small">
    <TriangleAlert aria-hidden />
    All who can open this brief can read what you write here, names too. Leave out who must not be known.
  </p>
)
