/**
 * A stretch of a recording as typed, "1:13-1:31" or "1:02:03", as a temporal media fragment in seconds
 * (W3C Media Fragments 1.0 §4.2.1): "t=73,91", "t=3723". Null for anything else.
 */
export const timeFragment = (typed: string): string | null => {
  const match = /^\s*([\d:.]+)\s*(?:[-–,]\s*([\d:.]+)\s*)?$/.exec(typed)
  if (!match) return null
  const from = seconds(match[1]!)
  if (from === null) return null
  if (match[2] === undefined) return `t=${from}`
  const to = seconds(match[2])
  return to !== null && to > from ? `t=${from},${to}` : null
}

const seconds = (clock: string): number | null => {
  const parts = clock.split(':')
  if (
    parts.length > 3 ||
    !parts.every((p, i) => (i === parts.length - 1 ? /^\d+(\.\d+)?$/ : /^\d+$/).test(p))
  )
    return null
  if (parts.slice(1).some((p) => Number(p) >= 60)) return null
  return parts.reduce((sum, p) => sum * 60 + Number(p), 0)
}
