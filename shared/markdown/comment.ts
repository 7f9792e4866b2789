/**
 * What Markdown has no sign for stands in a comment before the block it belongs to:
 * `<!-- cite b8r1 -->`, `<!-- cite b8r1, number -->` where the text gives numbers and no keys, `<!-- claim judgment, dir rtl -->`, `<!-- empty -->`, `<!-- headless -->`.
 */

/** Name → value; '' where the name says it all. */
export type Remarks = Map<string, string>

const NAMES = new Set([
  'cite',
  'quotation',
  'claim',
  'dir',
  'empty',
  'references',
  'headless',
  'row-heads',
  'type',
  'p',
  'number',
  'callout',
  'figure',
  'contents',
  'block',
])
/** Values that stand in a comment as they are. */
const VALUE = /^[A-Za-z0-9_-]{1,64}$/

export const canRemark = (value: unknown): value is string =>
  typeof value === 'string' && VALUE.test(value) && !value.includes('--')

/** '' when there is nothing to remark. */
export const writeRemarks = (remarks: Iterable<readonly [name: string, value: string]>): string => {
  const parts = [...remarks].map(([name, value]) => (value ? `${name} ${value}` : name))
  return parts.length ? `<!-- ${parts.join(', ')} -->` : ''
}

/** Null for any other comment, and for what is none. */
export const readRemarks = (html: string): Remarks | null => {
  const inner = /^\s*<!--\s+([a-zA-Z0-9_, -]{1,300}?)\s+-->\s*$/.exec(html)?.[1]
  if (inner === undefined) return null
  const remarks: Remarks = new Map()
  for (const part of inner.split(',')) {
    const [, name = '', value = ''] = /^\s*([a-z-]+)(?:\s+(\S+))?\s*$/.exec(part) ?? []
    if (!NAMES.has(name)) return null
    remarks.set(name, value)
  }
  return remarks
}
