/** What two people write into one paragraph at the same time comes out as both meant it. */
import { describe, expect, it } from 'vitest'
import { agree, briefOf, desk, inEveryOrder, type Writer } from './writers.ts'

const brief = briefOf('Exports fell. Imports rose.')
const cite: [(ana: Writer) => Writer, (ana: Writer) => Writer] = [
  (ana) => ana.at('fell.|'),
  (ana) => ana.cite('k1'),
]

describe('citing while a colleague writes', () => {
  it('keeps words behind the citation that were written at the paragraph’s end', () => {
    inEveryOrder(brief, { ana: cite, ben: (ben) => ben.atEnd().type(' Prices held.') }, (text) =>
      expect(text).toBe('Exports fell.[k1] Imports rose. Prices held.'),
    )
  })

  it('keeps words before the citation that were written at the paragraph’s start', () => {
    inEveryOrder(brief, { ana: cite, ben: (ben) => ben.at('|Exports').type('In 2020 ') }, (text) =>
      expect(text).toBe('In 2020 Exports fell.[k1] Imports rose.'),
    )
  })

  it('keeps words in the cited sentence', () => {
    inEveryOrder(brief, { ana: cite, ben: (ben) => ben.at('Exports| fell').type(' of steel') }, (text) =>
      expect(text).toBe('Exports of steel fell.[k1] Imports rose.'),
    )
  })

  it('keeps words in the next sentence', () => {
    inEveryOrder(brief, { ana: cite, ben: (ben) => ben.at('Imports| rose').type(' of steel') }, (text) =>
      expect(text).toBe('Exports fell.[k1] Imports of steel rose.'),
    )
  })

  it('keeps both when both stand at the same place', () => {
    inEveryOrder(brief, { ana: cite, ben: (ben) => ben.at('fell.|').type(' Twice.') }, (text) =>
      expect(['Exports fell.[k1] Twice. Imports rose.', 'Exports fell. Twice.[k1] Imports rose.']).toContain(
        text,
      ),
    )
  })

  it('keeps a correction of the cited sentence', () => {
    inEveryOrder(
      brief,
      { ana: cite, ben: [(ben) => ben.over('fell'), (ben) => ben.put('dropped')] },
      (text) => expect(text).toBe('Exports dropped.[k1] Imports rose.'),
    )
  })

  it('keeps the citation when the words around it are deleted', () => {
    inEveryOrder(
      brief,
      { ana: cite, ben: [(ben) => ben.over('ll. Imp'), (ben) => ben.erase()] },
      (text, writer) => {
        // Live, what stands in a selection goes with it; that is the person's own doing, and the record says so.
        expect(['Exports fe[k1]orts rose.', 'Exports feorts rose.']).toContain(text)
        expect(writer.unplaced).toEqual([])
      },
    )
  })

  it('puts a citation into a paragraph that a colleague just began', () => {
    const empty = briefOf('\nThe end.')
    inEveryOrder(
      empty,
      { ana: (ana) => ana.to(1).cite('k1'), ben: (ben) => ben.to(1).type('We think.') },
      (text) => expect(['[k1]We think.\nThe end.', 'We think.[k1]\nThe end.']).toContain(text),
    )
  })

  it('keeps all words when both begin one empty paragraph, and goes on so', () => {
    const empty = briefOf('\nThe end.')
    for (const ids of [
      [11, 22],
      [22, 11],
    ]) {
      const { writers, apart, leave } = desk(empty, ids)
      const [ana, ben] = writers as [Writer, Writer]
      apart(() => [ana.to(1).type('We think.'), ben.to(1).type('They say.')])
      apart(() => [ana.at('think|.').type(' so'), ben.at('say|.').type(' no')])
      agree(writers)
      expect([...ana.text.split('\n')[0]!].sort().join('')).toBe(
        [...'We think so.They say no.'].sort().join(''),
      )
      expect(ana.text).toContain('think so.')
      expect(ana.text).toContain('say no.')
      leave()
    }
  })
})

describe('two citations', () => {
  it('stand in their sentences when two people cite', () => {
    inEveryOrder(brief, { ana: cite, ben: (ben) => ben.atEnd().cite('k2') }, (text) =>
      expect(text).toBe('Exports fell.[k1] Imports rose.[k2]'),
    )
  })

  it('both stand when two people cite at the same place', () => {
    inEveryOrder(brief, { ana: cite, ben: (ben) => ben.at('fell.|').cite('k2') }, (text) =>
      expect(['Exports fell.[k1][k2] Imports rose.', 'Exports fell.[k2][k1] Imports rose.']).toContain(text),
    )
  })

  it('may be put before and behind one that is there', () => {
    inEveryOrder(
      briefOf('Exports fell.[k0] Imports rose.'),
      { ana: (ana) => ana.at('fell.|').cite('k1'), ben: (ben) => ben.at('[k0]|').cite('k2') },
      (text) => expect(text).toBe('Exports fell.[k1][k0][k2] Imports rose.'),
    )
  })

  it('one goes and one comes', () => {
    inEveryOrder(
      briefOf('Exports fell.[k0] Imports rose.'),
      { ana: (ana) => ana.over('[k0]').erase(), ben: (ben) => ben.atEnd().cite('k2') },
      (text) => expect(text).toBe('Exports fell. Imports rose.[k2]'),
    )
  })
})

describe('a citation that is there', () => {
  const cited = briefOf('Exports fell.[k0] Imports rose.')

  it('goes, and a colleague’s words at the end stay', () => {
    inEveryOrder(
      cited,
      { ana: (ana) => ana.over('[k0]').erase(), ben: (ben) => ben.atEnd().type(' Prices held.') },
      (text, writer) => {
        expect(text).toBe('Exports fell. Imports rose. Prices held.')
        expect(writer.unplaced).toEqual([])
      },
    )
  })

  it('goes, and a colleague’s words beside it stay', () => {
    inEveryOrder(
      cited,
      {
        ana: (ana) => ana.over('[k0]').erase(),
        ben: [(ben) => ben.at('[k0]|'), (ben) => ben.type(' Twice.')],
      },
      (text) => expect(text).toBe('Exports fell. Twice. Imports rose.'),
    )
  })

  it('stays when two people write on both sides of it', () => {
    inEveryOrder(
      cited,
      { ana: (ana) => ana.at('fell|.').type(' again'), ben: (ben) => ben.at('| Imports').type(' Then') },
      (text) => expect(text).toBe('Exports fell again.[k0] Then Imports rose.'),
    )
  })

  it('is deleted once when both delete it', () => {
    inEveryOrder(
      cited,
      {
        ana: [(ana) => ana.over('[k0]'), (ana) => ana.erase()],
        ben: [(ben) => ben.over('l.[k0] I'), (ben) => ben.erase()],
      },
      (text) => expect(text).toBe('Exports felmports rose.'),
    )
  })

  it('takes bold over it while a colleague writes', () => {
    inEveryOrder(
      cited,
      { ana: (ana) => ana.over('fell.[k0] Imp').bold(), ben: (ben) => ben.atEnd().type(' Prices held.') },
      (_text, writer) => expect(writer.look).toBe('Exports *fell.[k0] Imp*orts rose. Prices held.'),
    )
  })

  it('stands in the words that a colleague makes bold', () => {
    inEveryOrder(
      brief,
      {
        ana: [(ana) => ana.at('fell|.'), (ana) => ana.cite('k1')],
        ben: [(ben) => ben.over('Exports fell. I'), (ben) => ben.bold()],
      },
      (_text, writer) => expect(writer.look.replaceAll('*', '')).toBe('Exports fell[k1]. Imports rose.'),
    )
  })

  it('stays where it is when bold is taken from around it', () => {
    inEveryOrder(
      cited,
      {
        ana: (ana) => ana.over('fell.[k0] Imp').bold().over('.[k0] ').plain(),
        ben: (ben) => ben.at('Imports| rose').type(' of steel'),
      },
      (_text, writer) => expect(writer.look).toBe('Exports *fell*.[k0] *Imp*orts of steel rose.'),
    )
  })
})

describe('a line break', () => {
  it('keeps words behind it that were written at the end', () => {
    inEveryOrder(
      brief,
      { ana: (ana) => ana.at('fell.|').breakLine(), ben: (ben) => ben.atEnd().type(' Prices held.') },
      (text) => expect(text).toBe('Exports fell.⏎ Imports rose. Prices held.'),
    )
  })

  it('may be put at one place by both', () => {
    inEveryOrder(
      brief,
      { ana: (ana) => ana.at('fell.|').breakLine(), ben: (ben) => ben.at('fell.|').breakLine() },
      (text) => expect(text).toBe('Exports fell.⏎⏎ Imports rose.'),
    )
  })

  it('at a line’s start leaves the line that a colleague works on', () => {
    inEveryOrder(
      briefOf('One⏎Two⏎Three'),
      { ana: (ana) => ana.at('|One').breakLine(), ben: (ben) => ben.at('Two|').type(' and a half') },
      (text) => expect(text).toBe('⏎One⏎Two and a half⏎Three'),
    )
  })

  it('goes while a colleague writes in the line behind it', () => {
    inEveryOrder(
      briefOf('One⏎Two⏎Three'),
      { ana: (ana) => ana.at('⏎|Two').backspace(), ben: (ben) => ben.at('Three|').type('!') },
      (text) => expect(text).toBe('OneTwo⏎Three!'),
    )
  })
})

describe('typing letter by letter in one paragraph that has an id', () => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz'
  const digits = '01234567890123456789012345'
  const type = (between: (ana: Writer, ben: Writer, i: number) => void) => {
    const { writers, apart, leave } = desk(briefOf('[k0]'))
    const [ana, ben] = writers as [Writer, Writer]
    const work = () => {
      ana.at('|[k0]')
      ben.at('[k0]|')
      for (let i = 0; i < alphabet.length; i++) {
        ana.type(alphabet[i]!)
        ben.type(digits[i]!)
        between(ana, ben, i)
      }
    }
    return { writers, apart, work, leave, ana }
  }

  it('gives both texts in order when each letter arrives at once', () => {
    const { writers, work, leave, ana } = type(() => {})
    work()
    agree(writers)
    expect(ana.text).toBe(`${alphabet}[k0]${digits}`)
    leave()
  })

  it('gives both texts in order when letters arrive late', () => {
    const { writers, apart, work, leave, ana } = type((a, b, i) => {
      if (i % 3 > 0) a.receiveNext(() => 0)
      if (i % 2 > 0) b.receiveNext(() => 0)
    })
    apart(work)
    agree(writers)
    expect(ana.text).toBe(`${alphabet}[k0]${digits}`)
    leave()
  })

  it('gives both texts in order after writing apart', () => {
    const { writers, apart, work, leave, ana } = type(() => {})
    apart(work)
    agree(writers)
    expect(ana.text).toBe(`${alphabet}[k0]${digits}`)
    leave()
  })

  it('keeps each text together when both write at the same end', () => {
    const { writers, leave } = desk(briefOf('— '))
    const [ana, ben] = writers as [Writer, Writer]
    ana.atEnd()
    ben.atEnd()
    for (let i = 0; i < 26; i++) {
      ana.type(alphabet[i]!)
      ben.type(digits[i]!)
    }
    agree(writers)
    expect(ana.text.replace(/\d/g, '')).toBe(`— ${alphabet}`)
    expect(ana.text.replace(/[a-z]/g, '')).toBe(`— ${digits}`)
    leave()
  })
})

describe('letters of two code units', () => {
  const faces = briefOf('😀😀[k0]😀')

  it('are never cut when a colleague changes the one beside', () => {
    inEveryOrder(
      faces,
      { ana: (ana) => ana.between(1, 3).put('😁'), ben: (ben) => ben.at('[k0]|').type('🙂') },
      (text) => expect(text).toBe('😁😀[k0]🙂😀'),
    )
  })

  it('go whole with the backspace key', () => {
    inEveryOrder(
      faces,
      { ana: (ana) => ana.at('|[k0]').backspace(), ben: (ben) => ben.atEnd().backspace() },
      (text) => expect(text).toBe('😀[k0]'),
    )
  })

  it('take a citation between them', () => {
    inEveryOrder(
      faces,
      { ana: (ana) => ana.to(3).cite('k1'), ben: (ben) => ben.atEnd().type('😃') },
      (text) => expect(text).toBe('😀[k1]😀[k0]😀😃'),
    )
  })
})

describe('undo', () => {
  it('brings a citation back where it was, with what a colleague wrote meanwhile', () => {
    inEveryOrder(
      briefOf('Exports fell.[k0] Imports rose.'),
      { ana: (ana) => ana.over('[k0]').erase().undo(), ben: (ben) => ben.atEnd().type(' Prices held.') },
      (text, writer) => {
        expect(text).toBe('Exports fell.[k0] Imports rose. Prices held.')
        expect(writer.unplaced).toEqual([])
      },
    )
  })

  it('takes back only one’s own citation', () => {
    inEveryOrder(
      brief,
      { ana: (ana) => ana.at('fell.|').cite('k1').undo(), ben: (ben) => ben.at('rose.|').cite('k2') },
      (text) => expect(text).toBe('Exports fell. Imports rose.[k2]'),
    )
  })
})

describe('a paragraph divided or joined', () => {
  it('keeps what a colleague writes in its longer half where it was', () => {
    inEveryOrder(
      briefOf('No. Exports fell.[k0] Imports rose.'),
      {
        ana: (ana) => ana.at('No.| Exp').split(),
        ben: (ben) => ben.atEnd().type(' Prices held.').cite('k1'),
      },
      (text) => expect(text).toBe('No.\n Exports fell.[k0] Imports rose. Prices held.[k1]'),
    )
  })

  it('keeps what a colleague writes in it when it is divided and joined again', () => {
    inEveryOrder(
      briefOf('No. Exports fell.[k0] Imports rose.'),
      {
        ana: (ana) => ana.at('No.| Exp').split().join(),
        ben: (ben) => ben.atEnd().type(' Prices held.').cite('k1'),
      },
      (text) => expect(text).toBe('No. Exports fell.[k0] Imports rose. Prices held.[k1]'),
    )
  })

  it('does not lose two paragraphs that two people join, each longer on one’s own page', () => {
    const { writers, apart, leave } = desk(briefOf('Exports fell.\nImports rose.\nPrices held.'))
    const [ana, ben] = writers as [Writer, Writer]
    apart(() => {
      ana.at('rose.|').type(' So did the share of services in them.').at('|Imports').join()
      ben.at('fell.|').type(' So did the share of steel in them.').at('|Imports').join()
    })
    agree(writers)
    for (const words of [
      'Exports fell.',
      'share of steel',
      'Imports rose.',
      'share of services',
      'Prices held.',
    ]) {
      expect(ana.text).toContain(words)
    }
    leave()
  })

  it('keeps what a colleague writes behind a paragraph that goes', () => {
    inEveryOrder(
      briefOf('Exports fell.\nImports rose.\nPrices held.'),
      {
        ana: (ana) => ana.over('Imports rose.').erase().join(),
        ben: (ben) => ben.atEnd().type(' So did wages.'),
      },
      (text) => expect(text).toBe('Exports fell.\nPrices held. So did wages.'),
    )
  })

  it('lists a citation as unplaced when its paragraph was joined to another meanwhile', () => {
    const { writers, apart, leave } = desk(briefOf('Exports fell and imports rose.\nPrices held.'))
    const [ana, ben] = writers as [Writer, Writer]
    apart(() => [ana.at('|Prices').join(), ben.atEnd().cite('k1')])
    agree(writers)
    expect(ana.text).toBe('Exports fell and imports rose.Prices held.')
    expect(ana.unplaced).toEqual(['k1'])
    expect(ben.unplaced).toEqual(['k1'])
    leave()
  })
})
