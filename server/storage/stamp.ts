/** A moment as part of a file's name, 20261126T101500Z: sorts by time, and is allowed everywhere. UTC. */
export const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')
