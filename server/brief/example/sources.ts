/**
 * The five works that the example brief rests on. Three have a text; the video and the post have none here and
 * take excerpts that a person attests. Every title says that the work is an example.
 */
import type { Source } from '../../../shared/brief/source.ts'

type ExampleSource = Pick<Source, 'id' | 'key' | 'item' | 'asked' | 'note'> & { addedAt: string }

const marked = (title: string) => `${title} [example]`
const day = (year: number, month: number, date: number) => ({ 'date-parts': [[year, month, date]] })

export const exampleSources: readonly ExampleSource[] = [
  {
    id: 'courier',
    key: 'lindhaven_courier',
    item: {
      type: 'article-newspaper',
      title: marked('Valmere gathers its scattered AI projects under one roof'),
      'container-title': 'The Lindhaven Courier',
      language: 'en-GB',
    },
    // The article has no author, date or address: that was asked once, and is known.
    asked: ['author', 'issued', 'URL'],
    addedAt: '2025-06-18T10:20:00.000Z',
    note: 'Second-hand throughout: no informant is named, and nothing in it is dated.',
  },
  {
    id: 'decree',
    key: 'council_2025',
    item: {
      type: 'legislation',
      title: marked('Decree No. 214/2025 establishing the National Taskforce for Artificial Intelligence'),
      author: [{ literal: 'Council of Ministers' }],
      issued: day(2025, 3, 14),
      URL: 'https://decrees.valmere.example/2025/214',
      language: 'en-GB',
    },
    asked: [],
    addedAt: '2025-06-18T10:05:00.000Z',
    note: 'The legal text. It outranks every other source here on powers, members, sums and dates.',
  },
  {
    id: 'analysis',
    key: 'dost_2025',
    item: {
      type: 'report',
      title: marked('Coordination without leverage: Valmere’s new AI taskforce'),
      author: [
        { family: 'Dost', given: 'Mirela' },
        { family: 'Kvale', given: 'Anders' },
      ],
      publisher: 'Institute for Open Administration',
      issued: day(2025, 6, 2),
      URL: 'https://openadministration.example/coordination',
      language: 'en-GB',
    },
    asked: [],
    addedAt: '2025-06-18T09:40:00.000Z',
    note: 'Argues for publication and for spending conditions; its count of systems is its own.',
  },
  {
    id: 'session',
    key: 'valmere_tv_2025',
    item: {
      type: 'broadcast',
      title: marked('Session of the Council of Ministers'),
      'container-title': 'Valmere Public Television',
      issued: day(2025, 3, 14),
      language: 'en-GB',
    },
    asked: ['URL'],
    addedAt: '2025-06-17T16:30:00.000Z',
    note: 'Video without a transcript: its words are attested by whoever wrote them down.',
  },
  {
    id: 'post',
    key: 'chamber_2025',
    item: {
      type: 'post',
      title: marked('On the seats for companies'),
      author: [{ literal: 'Chamber of Digital Industry' }],
      issued: day(2025, 3, 17),
      language: 'en-GB',
    },
    asked: ['URL'],
    addedAt: '2025-06-17T16:10:00.000Z',
    note: 'A post that may be changed or taken down: the words were written down on the day.',
  },
]
