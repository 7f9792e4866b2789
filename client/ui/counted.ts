/** A number with its noun: "1 excerpt", "4 excerpts", "no excerpts". */
export const counted = (n: number, one: string, many: string = `${one}s`): string =>
  n === 0 ? `no ${many}` : `${n} ${n === 1 ? one : many}`
