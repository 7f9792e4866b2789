/** A pasted page as HTML that the editor reads: cleaned, with the texts of its footnotes where copied evidence stands. */
import { DOMParser as PageParser, type Schema } from '@tiptap/pm/model'
import type { BodyNode } from '../../../../shared/brief/body.ts'
import { fitsSchema, normalFootnote } from '../../../../shared/markdown/normal.ts'
import { all } from './elements.ts'
import { cleaning, type Cleaned, type CleanOptions } from './clean-html.ts'
import { flatten } from './flat-enough.ts'
import { leave } from './left-out.ts'
import { takePictures } from './pasted-pictures.ts'
import { atOnce, type Pieces } from './pieces.ts'

/** Where the notes below a copied page stand, which this program draws itself. */
export const BELOW = 'data-vouch-below'

export type CleanedPage = Pick<Cleaned, 'pictures' | 'left'>

export type PastedHtml = CleanedPage & { html: string }

/** `body`: of a document without a window. It is changed. */
export const pastedHtml = (body: Element, schema: Schema, options: CleanOptions): PastedHtml => {
  const cleaned = atOnce(pastedPage(body, schema, options))
  return { ...cleaned, html: body.innerHTML }
}

/** The same, left in the body itself. */
export function* pastedPage(body: Element, schema: Schema, options: CleanOptions): Pieces<CleanedPage> {
  // What an editor of this kind copied has the form already, and its empty lines are meant.
  if (body.querySelector('[data-pm-slice]')) {
    const left = {}
    leave(left, 'deep', flatten(body))
    for (const below of all(body, `[${BELOW}]`)) below.remove()
    return { pictures: takePictures(body, left, []), left }
  }
  const { notes, pictures, left } = yield* cleaning(body, options)
  const parser = PageParser.fromSchema(schema)
  const footnotes = notes.flatMap(({ id, content }) => {
    const text = normalFootnote((parser.parse(content).toJSON() as BodyNode).content ?? [])
    return fitsSchema({ type: 'doc', content: text }) ? [{ id, text }] : []
  })
  if (footnotes.length > 0)
    body
      .querySelector('[data-footnote]')
      ?.setAttribute(
        'data-vouch-evidence',
        JSON.stringify({ citations: [], excerpts: [], sources: [], footnotes }),
      )
  return { pictures, left }
}
