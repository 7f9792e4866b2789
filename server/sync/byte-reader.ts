/**
 * Reads lib0's encodings out of hostile bytes: no size that they claim is believed before it was held against the
 * bytes that are left, nothing is allocated for it, and nothing recurses deeper than a limit.
 */
import { isUtf8 } from 'node:buffer'
import { Malformed } from './malformed.ts'

/** JSON that a brief holds is four levels deep; what goes thousands deep ends the program that reads it. */
const DEPTH = 32

const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })

/** A plain value, as lib0's `readAny` gives it. */
export type Plain = null | undefined | boolean | number | string | Plain[] | { [key: string]: Plain }

/** Every method throws {@link Malformed}. */
export type ByteReader = ReturnType<typeof byteReader>

export const byteReader = (bytes: Uint8Array) => {
  let at = 0

  const byte = (): number => {
    if (at >= bytes.length) throw new Malformed('ends too early')
    return bytes[at++]!
  }

  /** 0 to 2^53 − 1. */
  const uint = (): number => {
    let value = bytes[at]!
    if (value < 128) {
      at++
      return value
    }
    value = 0
    for (let unit = 1; ; unit *= 128) {
      const next = byte()
      value += (next & 127) * unit
      if (value > Number.MAX_SAFE_INTEGER || unit > 2 ** 49) throw new Malformed('a number')
      if (next < 128) return value
    }
  }

  /** So many things that take so many bytes each at the least. */
  const count = (least: number): number => {
    const many = uint()
    if (many > (bytes.length - at) / least) throw new Malformed('shorter than it says')
    return many
  }

  const slice = (): Uint8Array => {
    const length = count(1)
    at += length
    return bytes.subarray(at - length, at)
  }

  const string = (longest: number): string => {
    const encoded = slice()
    if (encoded.length > longest) throw new Malformed('a string that is too long')
    return decoded(encoded)
  }

  /** Passes over a string; gives its length in UTF-16 code units, which is what Yjs counts. */
  const stringLength = (): number => {
    const encoded = slice()
    let units = encoded.length
    let plain = true
    for (const each of encoded) {
      if (each < 128) continue
      plain = false
      if (each < 192) units--
      // Four bytes are two units: three of them were taken off.
      else if (each >= 240) units++
    }
    if (!plain && !isUtf8(encoded)) throw new Malformed('text that is not UTF-8')
    return units
  }

  /** One value as lib0's `writeAny` writes it, of the kinds that JSON has too. */
  const plain = (depth = 0): Plain => {
    if (depth > DEPTH) throw new Malformed('nested too deeply')
    const kind = byte()
    switch (kind) {
      case 127:
        return undefined
      case 126:
        return null
      case 125:
        return integer()
      case 124:
        return real(4)
      case 123:
        return real(8)
      case 121:
        return false
      case 120:
        return true
      case 119:
        return decoded(slice())
      case 118: {
        const object: { [key: string]: Plain } = {}
        for (let left = count(2); left > 0; left--) {
          const key = decoded(slice())
          if (key === '__proto__') throw new Malformed('a key that changes what an object is')
          object[key] = plain(depth + 1)
        }
        return object
      }
      case 117: {
        const array: Plain[] = []
        for (let left = count(1); left > 0; left--) array.push(plain(depth + 1))
        return array
      }
      default:
        // Big integers and bytes among them: JSON has none, and what writes JSON throws at them.
        throw new Malformed('a value of an unknown kind')
    }
  }

  /** Sign in the second bit of the first byte. */
  const integer = (): number => {
    const first = byte()
    let value = first & 63
    const sign = first & 64 ? -1 : 1
    if (first < 128) return sign * value
    for (let unit = 64; ; unit *= 128) {
      const next = byte()
      value += (next & 127) * unit
      if (value > Number.MAX_SAFE_INTEGER || unit > 2 ** 49) throw new Malformed('a number')
      if (next < 128) return sign * value
    }
  }

  const real = (size: 4 | 8): number => {
    if (bytes.length - at < size) throw new Malformed('ends too early')
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, size)
    at += size
    return size === 4 ? view.getFloat32(0) : view.getFloat64(0)
  }

  return {
    byte,
    uint,
    count,
    slice,
    string,
    stringLength,
    plain,
    position: () => at,
    /** Nothing may come after what was read. */
    end() {
      if (at !== bytes.length) throw new Malformed('bytes after the end')
    },
  }
}

const decoded = (encoded: Uint8Array): string => {
  try {
    return text.decode(encoded)
  } catch {
    throw new Malformed('text that is not UTF-8')
  }
}
