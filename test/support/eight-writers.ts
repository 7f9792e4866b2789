/** Eight people at one brief of a server process, who write without a rest and count what was acknowledged. */
import { random } from './random.ts'
import { restlessWriter, type RestlessWriter } from './restless-writer.ts'
import { OWNER_TOKEN } from './server-process.ts'
import { until } from './writer.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** The id of a new brief. */
export const newBrief = async (port: number): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${port}/api/briefs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${OWNER_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Exports' }),
  })
  if (response.status !== 201) throw new Error(`No brief: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}

/** They begin at once. */
export const eightWriters = (port: number, brief: string, seed: number): RestlessWriter[] => {
  const writers = NAMES.map((name, n) =>
    restlessWriter({ name, port, brief, token: OWNER_TOKEN, chance: random(seed + n + 1) }),
  )
  for (const writer of writers) writer.start()
  return writers
}

/** Waits until each has more than `count` acts acknowledged on top of what was before. */
export const acknowledgedMore = async (
  writers: readonly RestlessWriter[],
  count: number,
  when: string,
): Promise<void> => {
  const before = writers.map((writer) => writer.durable().length)
  await until(
    () => writers.every((writer, n) => writer.durable().length > before[n]! + count),
    () => `acknowledgements (${when}; ${writers.map((writer) => writer.state()).join('; ')})`,
    60_000,
  )
}

/** They stop writing; waits until all of it is saved and everybody has the same. */
export const inTheEnd = async (writers: readonly RestlessWriter[]): Promise<void> => {
  const states = () => writers.map((writer) => writer.state()).join('; ')
  for (const writer of writers) writer.stop()
  await until(
    () => writers.every((writer) => writer.isSaved()),
    () => `all to be saved: ${states()}`,
    60_000,
  )
  await until(
    () => new Set(writers.map((writer) => String(writer.words()))).size === 1,
    () => `all to agree: ${states()}`,
    60_000,
  )
}
