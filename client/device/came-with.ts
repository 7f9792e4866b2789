/**
 * What a brief's page came with: the answers that the program would ask for first. Each is good once, for the first drawing; after that
 * the server is asked.
 */
import { z } from 'zod'
import { briefSummary, me, type BriefSummary, type Me } from '../../shared/wire/inputs.ts'
import { hereIs } from './answers.ts'

const shape = z.object({ me, brief: briefSummary })

const read = (): Partial<z.infer<typeof shape>> => {
  try {
    const element = document.getElementById('came-with')
    element?.remove()
    const found = shape.safeParse(JSON.parse(element?.textContent ?? 'null'))
    return found.success ? found.data : {}
  } catch {
    return {}
  }
}

let came: Partial<z.infer<typeof shape>> | null = null

/** All of it that is not used yet. */
export const cameWith = (): Partial<z.infer<typeof shape>> => (came ??= read())

const once = <N extends 'me' | 'brief'>(name: N) => {
  const { [name]: found, ...rest } = cameWith()
  came = rest as typeof came
  return found
}

/** Who has this page open. */
export const meOfPage = (): Me | undefined => {
  const found = once('me')
  if (found) hereIs(found)
  return found
}

export const briefOfPage = (id: string): BriefSummary | undefined => {
  const found = once('brief')
  return found?.id === id ? found : undefined
}
