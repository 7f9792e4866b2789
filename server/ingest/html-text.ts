/**
 * Blocks of a web page: its article, without menus, adverts and scripts. The page is only read; nothing of its
 * mark-up is ever shown. Work is bounded: what is too large or too deep for the finer rules gets the plain ones.
 */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { blocksOfPage } from './page-blocks.ts'
import { guessFromPage } from './page-guess.ts'
import { refuseOvergrown } from './page-size.ts'
import { type Block, type Extracted, joinBlocks, oneLine } from './text-blocks.ts'

/** Finding the article goes over the tree many times, and by recursion. */
const ELEMENTS_FOR_ARTICLE = 30_000
const DEPTH_FOR_ARTICLE = 400

/** Shorter than that, the article that was found may be a caption or a consent notice. */
const ARTICLE_LENGTH = 200

export const htmlText = (html: string): Extracted => {
  refuseOvergrown(html)
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`,
  )
  const guess = guessFromPage(document)
  const body = document.body ?? document.documentElement
  const whole = blocksOfPage(body)
  const headline = whole.blocks.find((block) => block.kind === 'heading' && block.level === 1)
  const article =
    whole.elements <= ELEMENTS_FOR_ARTICLE && whole.depth <= DEPTH_FOR_ARTICLE ? articleOf(document) : null
  const blocks =
    article && isEnough(article, whole.blocks)
      ? withHeadline(withLevels(article, whole.blocks), headline)
      : whole.blocks
  return { ...joinBlocks(blocks), guess, extractor: 'html-text 1' }
}

/** Takes the document apart: whatever else is wanted of it is read before. */
const articleOf = (document: Document): Block[] | null => {
  try {
    const found = new Readability<Node>(document, { disableJSONLD: true, serializer: (node) => node }).parse()
    return found?.content ? blocksOfPage(found.content as Element).blocks : null
  } catch {
    // It is built for well-meant pages; a page that breaks it is read by the plain rules.
    return null
  }
}

const lengthOf = (blocks: Block[]) => blocks.reduce((sum, block) => sum + block.text.length, 0)

const isEnough = (article: Block[], whole: Block[]) =>
  lengthOf(article) >= Math.min(ARTICLE_LENGTH, lengthOf(whole) / 2)

/** The finder leaves the headline out, as the page's title has it; but a headline can be quoted. */
const withHeadline = (article: Block[], headline: Block | undefined): Block[] =>
  !headline || article.slice(0, 3).some((block) => oneLine(block.text) === oneLine(headline.text))
    ? article
    : [headline, ...article]

/** The finder makes every first-level heading a second-level one. */
const withLevels = (article: Block[], whole: Block[]): Block[] => {
  const levels = new Map(whole.flatMap((each) => (each.kind === 'heading' ? [[each.text, each.level]] : [])))
  return article.map((each) =>
    each.kind === 'heading' ? { ...each, level: levels.get(each.text) ?? each.level } : each,
  )
}
