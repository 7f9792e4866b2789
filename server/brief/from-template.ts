/** What a brief in this language begins with that starts from a template. */
import type * as Y from 'yjs'
import { changeAbout } from '../../shared/brief/about.ts'
import { writeBody } from '../../shared/brief/body.ts'
import { bodyOfTemplate, type Template } from '../../shared/brief/templates.ts'

export const seedOf =
  (template: Template, lang: string) =>
  (doc: Y.Doc): void => {
    writeBody(doc, bodyOfTemplate(template, lang))
    changeAbout(doc, { template: template.id })
  }
