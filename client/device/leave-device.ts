/** What of a person lies on this device: which briefs have something unsent, and taking all of it away. */
import { deviceStore, databasesOf } from '../brief/local-store.ts'
import { unsentWaiting } from '../brief/waiting-room.ts'
import { forgetAnswers, keptBriefs } from './answers.ts'
import { say } from '../words/en/device.ts'

/** Titles of briefs with something on this device that the server has not. */
export const unsentBriefs = async (person: string): Promise<string[]> => {
  const ids = new Set([...(await deviceStore.unsent(person)), ...(await unsentWaiting(person))])
  const known = keptBriefs(person) ?? []
  return [...ids].map((id) => known.find((brief) => brief.id === id)?.title || say.untitledBrief)
}

/** Takes away all that is kept of this person, here and in other tabs. */
export const clearDevice = async (person: string): Promise<void> => {
  forgetAnswers(person)
  await Promise.all((await databasesOf(person)).map(deleted))
}

/** Open tabs let go of a database when it is to be deleted; what is blocked all the same goes when they close. */
const deleted = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, () => resolve())
  })
