/** An area of a picture or of a page, in percent of its width and height, and how an excerpt names it. */

export type Area = { x: number; y: number; width: number; height: number }

/** Smaller ones are a slip of the hand. In percent. */
const SMALLEST = 1

const rounded = (percent: number) => Math.round(percent * 10) / 10

/** Within its picture, and not smaller than a person can mean. */
export const areaWithin = ({ x, y, width, height }: Area): Area => {
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  const w = within(Math.max(width, SMALLEST), 100)
  const h = within(Math.max(height, SMALLEST), 100)
  return {
    x: rounded(within(x, 100 - w)),
    y: rounded(within(y, 100 - h)),
    width: rounded(w),
    height: rounded(h),
  }
}

/** W3C Media Fragments 1.0 §4.2.2; `page`, as a PDF counts from 1, by RFC 8118. */
export const areaFragment = ({ x, y, width, height }: Area, page: number | null): string =>
  `${page === null ? '' : `page=${page}&`}xywh=percent:${x},${y},${width},${height}`

/** Null for what names no area in percent. */
export const areaOf = (fragment: string | null): { area: Area; page: number | null } | null => {
  const found = /^(?:page=(\d{1,6})&)?xywh=percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/.exec(fragment ?? '')
  if (!found) return null
  const [x, y, width, height] = found.slice(2).map(Number)
  const area = { x: x!, y: y!, width: width!, height: height! }
  if (Object.values(area).some((each) => !(each >= 0 && each <= 100)) || width === 0 || height === 0)
    return null
  return { area: areaWithin(area), page: found[1] === undefined ? null : Number(found[1]) }
}
