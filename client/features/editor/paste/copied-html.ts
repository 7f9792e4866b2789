/**
 * What is copied, as other programs read it: the numbers stand in the text, the notes below. Our own paste goes by the
 * ids and leaves both aside.
 */
import type { CopiedNotes } from './copied-notes.ts'
import { BELOW } from './pasted-html.ts'

export const readableHtml = (made: DocumentFragment, { marks, notes }: CopiedNotes): void => {
  const document = made.ownerDocument
  for (const mark of made.querySelectorAll('[data-citation], [data-footnote]')) {
    const label = marks.get(mark.getAttribute('data-id') ?? '') ?? ''
    const raised = document.createElement(label.startsWith('[') ? 'sup' : 'span')
    raised.textContent = label
    mark.replaceChildren(raised)
  }
  const last = made.lastElementChild
  // Cells and entries that are copied by themselves have no place for lines below.
  if (notes.length === 0 || !last || /^(TR|TD|TH|LI|TBODY)$/.test(last.nodeName)) return
  const below = document.createElement('div')
  below.setAttribute(BELOW, '')
  for (const { mark, text, url } of notes) {
    const line = document.createElement('p')
    line.textContent = `${mark} ${text}`.trim()
    if (url && !text.includes(url)) line.append(' ')
    if (url) {
      const link = document.createElement('a')
      link.href = url
      link.textContent = url
      line.textContent = line.textContent.replace(url, '')
      line.append(link)
    }
    below.append(line)
  }
  made.append(below)
}
