/** Takes away what older versions of this program left on the device. */

/** Saved copies of all persons in one place, before each had their own. */
const SHARED_COPIES = 'vouch-saved-copies'

export const forgetOlderVersions = (): void => {
  try {
    // One that is not there is deleted in no time.
    indexedDB.deleteDatabase(SHARED_COPIES)
  } catch {
    // A device without a store has nothing of them.
  }
}
