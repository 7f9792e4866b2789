/** Figures of a benchmark: the median of rounds, a table to read, and JSON under .cache/bench. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const percentile = (values: number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

export type Row = Record<string, string | number>

/** Prints rows as a Markdown table with the commit and the machine's size, and writes them as JSON. */
export const report = (name: string, rows: Row[]): void => {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
  const columns = Object.keys(rows[0] ?? {})
  const cell = (value: string | number | undefined) =>
    typeof value === 'number' ? (value >= 100 ? value.toFixed(0) : value.toFixed(1)) : (value ?? '')
  const lines = [
    `| ${columns.join(' | ')} |`,
    `| ${columns.map((c) => (typeof rows[0]![c] === 'number' ? '---:' : '---')).join(' | ')} |`,
    ...rows.map((row) => `| ${columns.map((c) => cell(row[c])).join(' | ')} |`),
  ]
  process.stdout.write(`${lines.join('\n')}\n\nCommit ${commit}; ${machine}.\n`)
  mkdirSync(join(root, '.cache/bench'), { recursive: true })
  writeFileSync(
    join(root, '.cache/bench', `${name}.json`),
    JSON.stringify({ name, commit, machine, rows }, null, 2),
  )
}
