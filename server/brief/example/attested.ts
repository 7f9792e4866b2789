/** Words from the video and the post, as a person wrote them down: no machine can hold them against anything. */
import type { AttestedExcerpt } from '../../../shared/brief/excerpt.ts'

export type AttestedWords = Pick<AttestedExcerpt, 'id' | 'source' | 'says' | 'locator' | 'note'> & {
  words: string
  fragment: string | null
  heldBy: string | null
}

export const attestedWords: readonly AttestedWords[] = [
  {
    id: 'v-public',
    source: 'session',
    words: 'The first report will be on the table at the end of September, and it will be public.',
    says: { name: 'Helena Orsk', role: 'Minister for Digital Affairs', named: true },
    // From 18:42 to 19:01.
    fragment: 't=1122,1141',
    heldBy: 'Archive of Valmere Public Television',
    locator: { label: 'timestamp', locator: '18:42' },
    note: 'Said in answer to a question, with the prime minister in the room.',
  },
  {
    id: 'p-seats',
    source: 'post',
    words: 'Six of twenty-one seats for companies. We asked for ten. Still: better late than scattered.',
    says: null,
    fragment: null,
    heldBy: null,
    locator: null,
    note: '',
  },
]
