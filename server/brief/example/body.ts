/**
 * The example brief as it stands on the page: what a careful analyst would write from the five sources, with
 * likelihood in the terms of ICD 203 and every statement attributed to who made it.
 */
import type { BodyNode } from '../../../shared/brief/body.ts'
import { BLOCKS_WITH_ID } from '../../../shared/editor/schema.ts'
import {
  bullets,
  cite,
  heading,
  paragraph,
  quotation,
  quoted,
  references,
  strong,
  table,
  term,
} from './node.ts'

const bottomLine = [
  paragraph(
    term(
      'An example. Valmere, its taskforce and the five sources were written for Vouch. Each number leads to the words that its sentence rests on.',
    ),
  ),
  heading('Bottom line'),
  paragraph(
    'Valmere’s National Taskforce for Artificial Intelligence advises twelve ministries but may not suspend a purchase that one of them has lawfully begun.',
    cite('limits'),
    ' Its most useful product through 2026 is ',
    term('very likely'),
    ' to be the register of the state’s systems. The Institute for Open Administration, too, expects the register to be its one lasting product in the first two years.',
    cite('lasting-product'),
    ' Partners should keep dealing with the ministries one by one, and ask now for access to that register.',
  ),
]

const judgments = [
  heading('Key judgments'),
  bullets(
    [
      strong('Buying stays where it is.'),
      ' Ministries will ',
      term('very likely'),
      ' go on choosing systems separately through 2026. The decree leaves contracts with them.',
      cite('contracts'),
      ' A right to halt purchases stood in an early draft and was removed after the ministries of finance and defence objected, according to one unnamed person; a second disputes that order of events.',
      cite('draft'),
    ],
    [
      strong('The first report slips.'),
      ' It is due on 30 September 2025.',
      cite('due-date'),
      ' We judge it ',
      term('likely'),
      ' to be late. None of three earlier coordinating bodies met its first deadline.',
      cite('earlier-bodies'),
      ' Officials in two ministries say that about a third of the secretariat’s posts had been filled when the taskforce first met.',
      cite('staffing'),
    ],
    [
      strong('The money falls short.'),
      ' The decree authorises 0.9 billion crowns for 2025 to 2027.',
      cite('sum'),
      ' That is ',
      term('unlikely'),
      ' to pay for the tasks it sets. Analysts at the Institute for Open Administration put their cost at 1.2 billion and count 0.55 billion of the authorised sum as new money.',
      cite('cost'),
    ],
    [
      strong('Publication is open.'),
      ' There is a ',
      term('roughly even chance'),
      ' that the first report appears in full. The minister, Helena Orsk, has said that it will be public.',
      cite('public-report'),
      ' The decree asks the taskforce only to submit it to the Council of Ministers.',
      cite('to-whom'),
    ],
  ),
  paragraph(
    'Our confidence in the first judgment is high: it rests on the text of the decree, which the institute reads as we do. In the third it is moderate, because one institute alone has costed the tasks. In the second and fourth it is low: the staffing figure comes from unnamed officials, and the promise to publish is one sentence spoken on television.',
  ),
]

const decided = [
  heading('What has been decided'),
  paragraph(
    'The Council of Ministers established the taskforce on 14 March 2025.',
    cite('founding'),
    ' It has twenty-one members: one from each of the twelve ministries, six from companies and three from universities, with the Minister for Digital Affairs in the chair.',
    cite('members'),
    ' By 14 September 2025 every ministry must have notified it of each system based on machine learning that the ministry uses or has ordered.',
    cite('register'),
    ' The decree lapses at the end of 2027 unless the Council of Ministers extends it.',
    cite('end'),
    ' On powers the text is short:',
  ),
  quotation(
    'd-limits',
    'The taskforce advises and coordinates. It does not award contracts, and it may not suspend a purchase that a ministry has lawfully begun.',
    cite('article-two'),
  ),
]

const reported = [
  heading('What is reported'),
  paragraph(
    'The account of how the decision was made comes from one newspaper, and from people it does not name. They say that the prime minister complained to the cabinet that four ministries had paid for the same translation software, and asked for a list of every system in use.',
    cite('list'),
    ' An official close to the plan calls the taskforce “',
    quoted('c-wheel', 'a steering wheel, not an engine'),
    '”.',
    cite('wheel'),
    ' What two people heard at a briefing for members of parliament agrees with the decree: a body that sets common standards and leaves the buying to the ministries.',
    cite('above'),
  ),
  paragraph(
    'On money the reports and the record part. A briefing for technology companies, known from one participant’s notes, spoke of about 1.2 billion crowns over three years, where the decree authorises 0.9 billion.',
    cite('two-sums'),
    ' The higher figure is also the institute’s estimate of the full cost,',
    cite('same-figure'),
    ' but neither source mentions the other, and we do not treat one as confirming the other.',
  ),
]

const positions = [
  heading('Where the actors stand'),
  table(
    ['Actor', 'Position', 'Known from'],
    [
      ['Minister for Digital Affairs'],
      ['The first report will be ready at the end of September and will be public.', cite('minister')],
      ['Her own words, on video'],
    ],
    [
      ['Ministries of finance and defence'],
      ['Objected to a right to halt purchases.', cite('objection')],
      ['One unnamed person; disputed by another'],
    ],
    [
      ['Chamber of Digital Industry'],
      [
        'Asked for ten seats for companies, notes that it got six, and welcomes the taskforce.',
        cite('seats'),
      ],
      ['Its own post'],
    ],
    [
      ['Officials, to cloud providers'],
      [
        'Government data may be kept with providers in Valmere, which would favour three firms.',
        cite('hosting'),
      ],
      ['Unnamed accounts of one meeting'],
    ],
    [
      ['Institute for Open Administration'],
      ['Without a hold on money or purchases, a coordinator depends on goodwill.', cite('goodwill')],
      ['Its published analysis'],
    ],
  ),
]

const open = [
  heading('What we do not know'),
  bullets(
    [
      'How many systems the state runs. Seven of the twelve ministries named 41 to the institute; five did not answer in time.',
      cite('systems'),
    ],
    [
      'Who will lead the work on data. Officials in two ministries say that nobody had been found when the taskforce first met.',
      cite('data-lead'),
    ],
    ['Whether the members from companies vote. No source says.'],
  ),
  heading('What would change our view'),
  paragraph(
    'The institute names two steps that it says would matter more than money: funds released only against an entry in the register, and published reports.',
    cite('changes'),
    ' Conditional funds would lead us to revise our first judgment; a secretariat filled by the end of July, our second.',
  ),
  heading('About the sources'),
  paragraph(
    'The decree settles powers, members, dates and the authorised sum. The institute’s analysis is independent and shows its figures, but argues for a reform. The newspaper article carries no judgment alone: it has no date, author or address, every informant in it is unnamed, and it differs from the decree on the sum. The words from the video and the post were written down by hand and cannot be compared with a text.',
  ),
  heading('Sources'),
  references,
]

const sections = [...bottomLine, ...judgments, ...decided, ...reported, ...positions, ...open]

/** Gives every block that carries an id one that never changes, so that opening the example writes nothing. */
const withIds = (nodes: BodyNode[], count = { blocks: 0 }): BodyNode[] =>
  nodes.map((node) => {
    const attrs = BLOCKS_WITH_ID.includes(node.type)
      ? { ...node.attrs, id: `block-${++count.blocks}` }
      : node.attrs
    return {
      ...node,
      ...(attrs && { attrs }),
      ...(node.content && { content: withIds(node.content, count) }),
    }
  })

export const exampleBody: BodyNode = { type: 'doc', content: withIds(sections) }
