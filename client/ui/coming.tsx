/**
 * A component whose script is on its way. Nothing is drawn before it is here, and it is drawn the moment it is: Suspense holds
 * back for 300 ms what comes right after its fallback, and half of what opening a brief takes would be that.
 */
import { type ComponentType, useEffect, useState } from 'react'

/** `load` is asked at the first drawing; a script that cannot be had is thrown, for the nearest ErrorBoundary. */
export const coming = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => {
  let asked: Promise<void> | null = null
  let here: ComponentType<P> | null = null
  let missing: unknown
  const ask = () =>
    (asked ??= load().then(
      (component) => {
        here = component
      },
      (error: unknown) => {
        missing = error ?? new Error('A script could not be had.')
      },
    ))
  return function Coming(props: P) {
    const [, setCame] = useState(false)
    useEffect(() => {
      if (!here) void ask().then(() => setCame(true))
    }, [])
    if (missing) throw missing
    const Here = here
    return Here && <Here {...props} />
  }
}
