/** Whether every element of an XML text is closed where it was opened: citeproc's own reader takes anything. */

const PIECE =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g

export const wellFormedXml = (text: string): boolean => {
  const open: string[] = []
  let elements = 0
  for (const [all, closing, name, , empty] of text.replace(/^\ufeff/, '').matchAll(PIECE)) {
    if (all === '<') return false
    if (name === undefined) {
      if (open.length === 0 && !all.startsWith('<') && all.trim() !== '') return false
    } else if (closing) {
      if (open.pop() !== name) return false
    } else {
      if (open.length === 0 && ++elements > 1) return false
      if (!empty) open.push(name)
    }
  }
  return elements === 1 && open.length === 0
}
