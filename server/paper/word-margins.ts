/** What stands above and below the pages of a Word file: a house's own, with the handling mark on every page, or ours. */
import { PICTURE_ENDINGS } from '../../shared/brief/picture-kind.ts'
import type { HousePart, HouseTemplate } from '../ingest/house-template.ts'
import { PICTURE_RELATION } from './word-picture.ts'
import * as part from './word-parts.ts'

export type Margins = {
  /** In the section's properties. */
  references: string
  /** Relations of the document: id, kind, file. */
  relations: [id: string, type: string, target: string][]
  /** Names and XML of the parts, and of their own relations. */
  parts: [name: string, xml: string][]
  media: { name: string; bytes: Buffer }[]
  evenAndOdd: boolean
}

type Drawn = Pick<HousePart, 'kind' | 'pages' | 'pictures'> & { inside: string }

export const marginsOf = (
  handling: string,
  house: HouseTemplate | null,
  relations: (list: [], more: string) => string,
): Margins => {
  const margins: Margins = { references: '', relations: [], parts: [], media: [], evenAndOdd: false }
  const numbers = { header: 0, footer: 0 }
  let pictures = 0
  for (const { kind, pages, inside, pictures: own } of drawn(handling, house)) {
    const name = `${kind}${++numbers[kind]}.xml`
    const id = `rIdM${margins.relations.length + 1}`
    margins.references += `<w:${kind}Reference w:type="${pages}" r:id="${id}"/>`
    margins.relations.push([id, kind, name])
    margins.parts.push([`word/${name}`, kind === 'header' ? part.header(inside) : part.footer(inside)])
    if (pages === 'even') margins.evenAndOdd = true
    if (own.length === 0) continue
    const links = own.map(({ kind: shown, bytes }, at) => {
      const target = `media/house${++pictures}.${PICTURE_ENDINGS[shown]}`
      margins.media.push({ name: `word/${target}`, bytes: Buffer.from(bytes) })
      return `<Relationship Id="rIdH${at + 1}" Type="${PICTURE_RELATION}" Target="${target}"/>`
    })
    margins.parts.push([`word/_rels/${name}.rels`, relations([], links.join(''))])
  }
  return margins
}

/** A house without a footer has none; its pages have the mark all the same. */
const drawn = (handling: string, house: HouseTemplate | null): Drawn[] => {
  if (!house) {
    const header: Drawn = {
      kind: 'header',
      pages: 'default',
      pictures: [],
      inside: part.marked(handling, 'Header'),
    }
    const footer: Drawn = {
      kind: 'footer',
      pages: 'default',
      pictures: [],
      inside: part.pageNumber(handling),
    }
    return handling ? [header, footer] : [footer]
  }
  const all = house.parts.map(({ xml, ...rest }): Drawn => {
    const mark = part.marked(handling, rest.kind === 'header' ? 'Header' : 'Footer')
    return { ...rest, inside: `${mark}${xml}` || '<w:p/>' }
  })
  if (!handling) return all
  const pages = new Set<HousePart['pages']>(['default', ...all.map((each) => each.pages)])
  if (house.page.includes('<w:titlePg')) pages.add('first')
  const missing = (['header', 'footer'] as const).flatMap((kind) =>
    [...pages]
      .filter((of) => !all.some((each) => each.kind === kind && each.pages === of))
      .map((of): Drawn => ({
        kind,
        pages: of,
        pictures: [],
        inside: part.marked(handling, kind === 'header' ? 'Header' : 'Footer'),
      })),
  )
  return [...all, ...missing]
}
