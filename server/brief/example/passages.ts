/**
 * The passages that the example brief cites, word for word, each with who says it and through whom it reached
 * the source.
 */
import type { Excerpt, Says } from '../../../shared/brief/excerpt.ts'
import type { ExampleFile } from './files.ts'

export type Passage = Partial<Pick<Excerpt, 'via' | 'note' | 'locator'>> & {
  id: string
  source: ExampleFile['source']
  words: string
  /** Left out where the source's own author says it. */
  says?: Says
}

const unnamed = (name: string): Says => ({ name, named: false })
const articleOf = (number: string) => ({ label: 'article', locator: number })

export const passages: readonly Passage[] = [
  {
    id: 'c-list',
    source: 'courier',
    words:
      'the prime minister complained that four ministries had paid for the same translation software, and asked for a list of every system in use',
    says: { name: 'the prime minister', named: true },
    via: ['accounts of the cabinet session'],
  },
  {
    id: 'c-wheel',
    source: 'courier',
    words: 'a steering wheel, not an engine',
    says: unnamed('an official close to the plan'),
    note: 'The only words the article gives as spoken.',
  },
  {
    id: 'c-briefing',
    source: 'courier',
    words:
      'set out a body that sits above existing programmes, sets common standards and leaves the buying to the ministries',
    says: unnamed('government officials'),
    via: ['a briefing for members of parliament', 'two people who attended it'],
  },
  {
    id: 'c-halt',
    source: 'courier',
    words:
      'an early version gave the taskforce the right to halt a purchase; that sentence was removed after the ministries of finance and defence objected',
    says: unnamed('a person familiar with the drafting'),
  },
  {
    id: 'c-margin',
    source: 'courier',
    words:
      'Another person who saw the drafts disputes the order of events and says the sentence was never more than a suggestion in the margin.',
    says: unnamed('another person who saw the drafts'),
  },
  {
    id: 'c-sum',
    source: 'courier',
    words: 'A briefing given to technology companies spoke of about 1.2 billion crowns over three years',
    says: unnamed('government officials'),
    via: ['a briefing for technology companies', 'notes of one participant'],
  },
  {
    id: 'c-staff',
    source: 'courier',
    words:
      'about a third of the posts in the secretariat had been filled when the taskforce first met, and that nobody had yet been found to lead its work on data',
    says: unnamed('officials in two ministries'),
  },
  {
    id: 'c-hosting',
    source: 'courier',
    words:
      'officials held out the prospect of keeping government data with providers in Valmere, a rule that would favour three domestic firms',
    says: unnamed('government officials'),
    via: ['separate accounts of a meeting with cloud providers'],
  },
  {
    id: 'd-date',
    source: 'decree',
    words: 'Council of Ministers of the Republic of Valmere. Lindhaven, 14 March 2025.',
  },
  {
    id: 'd-limits',
    source: 'decree',
    words:
      'The taskforce advises and coordinates. It does not award contracts, and it may not suspend a purchase that a ministry has lawfully begun.',
    locator: articleOf('2'),
  },
  {
    id: 'd-members',
    source: 'decree',
    words:
      'The taskforce has twenty-one members: one from each of the twelve ministries, six from companies and three from universities. The Minister for Digital Affairs takes the chair.',
    locator: articleOf('3'),
  },
  {
    id: 'd-register',
    source: 'decree',
    words:
      'Within six months of the date of this decree, each ministry notifies the taskforce of every system based on machine learning that it has in use or on order.',
    locator: articleOf('4'),
  },
  {
    id: 'd-report',
    source: 'decree',
    words:
      'The taskforce submits its first report to the Council of Ministers by 30 September 2025, and a further report in every quarter thereafter.',
    locator: articleOf('5'),
  },
  {
    id: 'd-sum',
    source: 'decree',
    words: 'Expenditure of 0.9 billion crowns is authorised for the years 2025 to 2027',
    locator: articleOf('6'),
  },
  {
    id: 'd-ends',
    source: 'decree',
    words: 'It ceases to have effect on 31 December 2027 unless the Council of Ministers extends it.',
    locator: articleOf('7'),
  },
  {
    id: 'a-goodwill',
    source: 'analysis',
    words:
      'A coordinator that can neither withhold money nor stop a purchase depends on the goodwill of those it coordinates.',
  },
  {
    id: 'a-register',
    source: 'analysis',
    words: 'We expect the register of systems to be its one lasting product in the first two years',
  },
  {
    id: 'a-cost',
    source: 'analysis',
    words:
      'Costing each task in the decree at the rates of comparable programmes, we arrive at 1.2 billion crowns, a third more than the sum authorised.',
  },
  {
    id: 'a-new-money',
    source: 'analysis',
    words:
      'Of the 0.9 billion crowns, 0.35 billion had already been appropriated for the two public computing centres; new money amounts to 0.55 billion.',
  },
  {
    id: 'a-systems',
    source: 'analysis',
    words: 'Seven ministries answered and named 41 systems; five did not reply within the statutory period.',
  },
  {
    id: 'a-earlier',
    source: 'analysis',
    words:
      'None of the three delivered its first report within the period set for it; the shortest delay was four months.',
  },
  {
    id: 'a-change',
    source: 'analysis',
    words:
      'The ministry of finance could make release of funds depend on an entry in the register. And the taskforce could publish its reports, which the decree neither requires nor forbids.',
  },
]
