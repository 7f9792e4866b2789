/** What a PDF says of itself, as a CSL item: its information dictionary, its XMP, and its largest heading. */
import type { CslItem } from '../../shared/cite/csl.ts'
import { dateOf, nameOf } from './guess-words.ts'
import type { PdfDocument } from './pdf-text.ts'
import { type Block, oneLine } from '../../shared/capture/text-blocks.ts'

const LENGTH = 500

/** Titles that a program gave: the name of the file it was made from. */
const UNTITLED =
  /^(?:microsoft (?:word|powerpoint|excel)\b|untitled\b|document\d*$|slide \d+|title$|.*\.(?:docx?|pdf|indd|qxd|pptx?|xlsx?|tex|dvi|rtf|odt)$)/i

/** `first`: the blocks of the first page that was read. */
export const guessFromPdf = async (
  document: PdfDocument,
  first: Block[],
  from: number,
): Promise<Partial<CslItem>> => {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const said = info as Record<string, unknown>
  const xmp = (name: string): string[] => {
    const value: unknown = metadata?.get(name)
    return [value].flat().filter((each) => typeof each === 'string')
  }
  const words = (value: unknown) => (typeof value === 'string' ? oneLine(value).slice(0, LENGTH) : '')
  const title = [words(xmp('dc:title')[0]), words(said.Title)].find(
    (each) => each !== '' && !UNTITLED.test(each),
  )
  const named =
    xmp('dc:creator').length > 0 ? xmp('dc:creator') : words(said.Author).split(/\s*[;&]\s*|\s+and\s+/)
  const author = named.map(words).filter((each) => /\p{L}/u.test(each))
  const issued = dateOf(words(xmp('xmp:createdate')[0]) || words(said.CreationDate))
  const publisher = words(xmp('dc:publisher')[0])
  const language = words(said.Language) || words(xmp('dc:language')[0])
  const doi = /10\.\d{4,9}\/[^\s"<>]+/.exec(
    [...xmp('prism:doi'), ...xmp('dc:identifier'), ...(from === 1 ? first.map(({ text }) => text) : [])].join(
      ' ',
    ),
  )?.[0]
  const heading = from === 1 ? largest(first) : undefined
  return {
    type: 'report',
    ...((title ?? heading) && { title: title ?? heading! }),
    ...(author.length > 0 && { author: author.slice(0, 50).map(nameOf) }),
    ...(issued && { issued }),
    ...(publisher && { publisher }),
    ...(doi && { DOI: doi.replace(/[.,;)\]]+$/, '') }),
    ...(/^[a-z]{2,3}(?:-[\w-]{1,20})?$/i.test(language) && { language }),
  }
}

const largest = (blocks: Block[]): string | undefined =>
  blocks
    .filter((block) => block.kind === 'heading')
    .toSorted((a, b) => (a.level ?? 6) - (b.level ?? 6))
    .map((block) => oneLine(block.text).slice(0, LENGTH))[0]
