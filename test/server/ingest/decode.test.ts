import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../server/ingest/decode.ts'
import { Refusal } from '../../../shared/wire/refusal.ts'

const read = (bytes: Uint8Array, kind: 'text/plain' | 'text/html' = 'text/plain') => decode(bytes, kind)
const sentence = (bytes: Uint8Array): string => {
  try {
    return `read as ${read(bytes).encoding}`
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

const page = (charset: string) => `<meta charset="${charset}"><p>Größe und Maß`

describe('Bytes become text', () => {
  it.each([
    ['windows-1252', 'Le président a déclaré que la réforme était nécessaire à l’équilibre.'],
    ['windows-1252', 'Der Bürgermeister fährt über die Brücke nach Köln, sagte er.'],
    ['windows-1251', 'Президент подписал указ о создании рабочей группы.'],
    ['koi8-r', 'Президент подписал указ о создании рабочей группы по экспорту.'],
    ['windows-1250', 'Zażółć gęślą jaźń. Prezydent podpisał ustawę w środę.'],
    ['shift_jis', '日本語のテキストです。港は月曜日に再開しました。'],
    ['gb18030', '中文文本编码测试，港口周一重新开放'],
    ['euc-kr', '한국어 텍스트입니다. 항구가 다시 열렸습니다.'],
  ])('in %s', (encoding, text) => {
    expect(read(iconv.encode(text, encoding))).toEqual({ text, encoding })
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('with a byte order mark, in %s', (encoding) => {
    const text = 'Exports “fell” by a third — два'
    expect(read(iconv.encode(text, encoding, { addBOM: true }))).toEqual({ text, encoding })
  })

  it('in UTF-16 without a mark', () => {
    expect(read(iconv.encode('Exports fell by a third.', 'utf-16le')).encoding).toBe('utf-16le')
    expect(read(iconv.encode('Exports fell by a third.', 'utf-16be')).encoding).toBe('utf-16be')
  })

  it('in the encoding that a page says it has, unless it is plainly UTF-8', () => {
    expect(read(iconv.encode(page('iso-8859-15'), 'iso-8859-15'), 'text/html')).toMatchObject({
      encoding: 'iso-8859-15',
    })
    expect(read(new TextEncoder().encode(page('iso-8859-1')), 'text/html')).toEqual({
      text: page('iso-8859-1'),
      encoding: 'utf-8',
    })
  })

  it('with one kind of line break, and without characters that nobody can see', () => {
    const bytes = new TextEncoder().encode('one\r\ntwo\rthree\u2028four\u0007')
    expect(read(bytes).text).toBe('one\ntwo\nthree\nfour')
  })
})

const noise = (low: number, high: number) => {
  let state = 7
  return new Uint8Array(4000).map(
    () => low + (((state = (state * 1103515245 + 12345) % 2147483648) >> 12) % (high - low)),
  )
}

describe('What is no text is refused', () => {
  it('where it is binary', () => {
    for (const bytes of [noise(0, 256), noise(1, 256), noise(128, 256), new Uint8Array(100)])
      expect(sentence(bytes)).toMatch(/^This does not read as text\. Nothing was added/)
  })

  it('where it is UTF-8 that was damaged, with the place', () => {
    const bytes = Buffer.concat([
      Buffer.from('Größe, Maß und Häfen: '),
      Buffer.from([0xff]),
      Buffer.from(' weiter'),
    ])
    expect(sentence(bytes)).toBe(
      'This text is damaged: it is UTF-8 that cannot be read at byte 27. Nothing was added; save it again as UTF-8 and try again.',
    )
  })

  it('where it was cut in the middle of a character', () => {
    expect(sentence(Buffer.from('Größe, Maß und Hä').subarray(0, -1))).toMatch(/is damaged: .* at byte 20/)
  })

  it('where it says that it is UTF-8 by its mark, and is not', () => {
    expect(sentence(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x62]))).toMatch(/is damaged/)
  })
})
