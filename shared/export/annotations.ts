/**
 * The excerpts of a brief as W3C Web Annotations (Web Annotation Data Model, 2017), one a line. Inside, each points into the
 * saved copy that lies beside the file; outside, it is the work and the words.
 */
import { type Excerpt, wordsOf } from '../brief/excerpt.ts'
import { canonicalJson, sortedBy, sparse } from '../markdown/json.ts'
import { type Portable, portable } from '../markdown/portable.ts'
import type { ReadBrief } from '../brief/read.ts'
import { safeAddress } from './escape-html.ts'

/** Where the text of a saved copy lies in an archive. */
export const captureFile = (hash: string): string => `captures/${hash}.txt`

const CONTEXT = '["http://www.w3.org/ns/anno.jsonld",{"vouch":"urn:vouch:"}]'

const FIELDS = [
  'id',
  'type',
  'motivation',
  'creator',
  'created',
  'body',
  'target',
  'source',
  'selector',
  'start',
  'end',
  'exact',
]

/** The order of excerpts is that of their ids. */
export const toAnnotations = (brief: ReadBrief, audience: 'inside' | 'outside'): string => {
  const file = portable(brief, audience)
  const items = sortedBy(file.excerpts.values(), ({ id }) => id)
    .filter(({ erased }) => erased === null)
    .map((each) => canonicalJson(annotation(each, file, audience), FIELDS))
  const list = items.length > 0 ? `[\n${items.join(',\n')}\n]` : '[]'
  return `{"@context":${CONTEXT},"id":"urn:vouch:excerpts","type":"AnnotationCollection","total":${items.length},"items":${list}}\n`
}

const annotation = (excerpt: Excerpt, file: Portable, audience: 'inside' | 'outside') => {
  const inside = audience === 'inside'
  const creator = excerpt.kind === 'attested' ? excerpt.attested.by : inside ? excerpt.createdBy : null
  return sparse({
    id: `urn:vouch:excerpt:${excerpt.id}`,
    type: 'Annotation',
    motivation: 'highlighting',
    creator: creator && { type: 'Person', name: creator.name },
    created: excerpt.kind === 'attested' ? excerpt.attested.at : inside ? excerpt.createdAt : null,
    body: bodies(excerpt, inside),
    target: target(excerpt, file, inside),
    'vouch:says': excerpt.says && sparse(excerpt.says),
    'vouch:via': excerpt.via,
    'vouch:locator': excerpt.locator,
  })
}

const bodies = (excerpt: Excerpt, inside: boolean) => [
  ...(excerpt.kind === 'attested' && excerpt.attested.words
    ? [{ type: 'TextualBody', purpose: 'describing', value: excerpt.attested.words }]
    : []),
  ...excerpt.translations.map(({ lang, text }) => ({
    type: 'TextualBody',
    purpose: 'translating',
    language: lang,
    value: text,
  })),
  ...(inside && excerpt.note ? [{ type: 'TextualBody', purpose: 'commenting', value: excerpt.note }] : []),
  ...(inside ? excerpt.tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })) : []),
]

const target = (excerpt: Excerpt, file: Portable, inside: boolean) => {
  const key = file.keys.get(excerpt.source)
  const work = key === undefined ? 'urn:vouch:work' : `urn:vouch:work:${key}`
  const address = safeAddress(file.sources.get(excerpt.source)?.item.URL) ?? work
  if (excerpt.kind === 'attested') {
    const { fragment } = excerpt.attested
    const selector = fragment && {
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: fragment,
    }
    return sparse({ type: 'SpecificResource', source: address, selector, 'vouch:work': work })
  }
  const [position, quote] = excerpt.selector
  return inside
    ? {
        type: 'SpecificResource',
        source: captureFile(excerpt.capture),
        selector: [position, quote],
        'vouch:work': work,
        'vouch:address': address,
        'vouch:sha256': excerpt.capture,
      }
    : {
        type: 'SpecificResource',
        source: address,
        selector: [{ type: 'TextQuoteSelector', exact: wordsOf(excerpt) }],
        'vouch:work': work,
      }
}
