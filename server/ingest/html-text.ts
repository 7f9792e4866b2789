/**
 * Blocks of a web page: its article, without menus, adverts and scripts. What the article finder gives goes through
 * the cleaner like everything else.
 */
import { Readability } from '@mozilla/readability'
import { blocksOfPage } from './page-blocks.ts'
import { cleanTree } from './page-clean.ts'
import { documentOfTree } from './page-document.ts'
import { guessFromPage } from './page-guess.ts'
import { pageTree } from './page-tree.ts'
import { type Block, type Extracted, joinBlocks, oneLine } from '../../shared/capture/text-blocks.ts'

/** Shorter than that, the article that was found may be a caption or a consent notice. */
const ARTICLE_LENGTH = 200

/**
 * What was copied out of a page or a document is wanted as a whole. Browsers mark it so on some systems; on the
 * others it is mark-up without a page around.
 */
const isCopied = (html: string) =>
  html.includes('<!--StartFragment') || !/<(?:!doctype|html|head|body)[\s>]/i.test(html)

export const htmlText = (html: string): Extracted => {
  const tree = pageTree(html)
  const document = documentOfTree(tree)
  const whole = blocksOfPage(cleanTree(tree))
  if (isCopied(html)) return { ...joinBlocks(whole), guess: headlineOf(whole), extractor: 'html-text 2' }
  const headline = whole.find((block) => block.kind === 'heading' && block.level === 1)
  const article = articleOf(document)
  const guess = guessFromPage(documentOfTree(tree), article?.byline ?? null)
  const blocks =
    article && isEnough(article.blocks, whole)
      ? withHeadline(withLevels(article.blocks, whole), headline)
      : whole
  return { ...joinBlocks(blocks), guess, extractor: 'html-text 2' }
}

const headlineOf = (blocks: Block[]) => {
  const heading = blocks.find((block) => block.kind === 'heading')
  return heading ? { title: oneLine(heading.text).slice(0, 500) } : {}
}

/** Takes the document apart. */
const articleOf = (document: Document): { blocks: Block[]; byline: string | null } | null => {
  try {
    const found = new Readability(document).parse()
    return found?.content
      ? { blocks: blocksOfPage(cleanTree(pageTree(found.content))), byline: found.byline ?? null }
      : null
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
