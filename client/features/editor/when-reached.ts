/** Asks the server for what a person does not wait for: again when there is a connection, if there was none. */
import { NotReached } from '../../api.ts'

export const whenReached = async (ask: () => Promise<unknown>): Promise<void> => {
  try {
    await ask()
  } catch (error) {
    // What is refused stays as it is: the words of the passages stand in the brief, only their copies do not.
    if (!(error instanceof NotReached)) return
    window.addEventListener('online', () => void whenReached(ask), { once: true })
  }
}
