/**
 * Ids under which one copy of a document writes. Yjs draws 32 bits, which a busy document's many copies use up;
 * 53 is what its numbers hold.
 */
export const newClientId = (): number => {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2)) as unknown as [number, number]
  return (high % 2 ** 21) * 2 ** 32 + low
}
