import { describe, expect, it } from 'vitest'
import { isWall } from '../../../server/ingest/fetch-wall.ts'

const address = 'https://ledger.example.org/port'
const LONG = 'Exports through the port of Sorve fell by a third, two officials said on Monday. '.repeat(40)

/** What stands before an article, as sites of these kinds serve it: the words and marks, in mark-up of our own. */
const DOORS: [what: string, page: { html: string; text?: string; address?: string }][] = [
  ['a page that its scripts would draw', { html: '<div id="root"></div>', text: 'Loading…' }],
  [
    'a publisher that says it serves less than the whole',
    {
      html: '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree": "False"}</script>',
      text: LONG,
    },
  ],
  [
    'a sign-in form',
    {
      html: '<form><input name=u><input type=password name=p></form>',
      text: 'Sign in to Ledger. '.repeat(10),
    },
  ],
  [
    'an address of a sign-in',
    { html: '<p>', text: LONG, address: 'https://ledger.example.org/login?to=/port' },
  ],
  ['a consent page', { html: '<p>', text: LONG, address: 'https://consent.example.org/m?continue=x' }],
  [
    'a bot check',
    { html: '<script src="/cdn-cgi/challenge-platform/h/b"></script>', text: 'One moment. '.repeat(20) },
  ],
  ...[
    'To continue, verify you are human by completing the action below.',
    'You have read your last free article. Subscribe now to continue reading.',
    'Weiterlesen mit LEDGER plus. Jetzt abonnieren und alle Artikel lesen.',
    'Article réservé à nos abonnés. Déjà abonné ? Se connecter.',
    'Contenido exclusivo para suscriptores. Ya eres suscriptor, inicia sesión.',
    'Подтвердите, что вы не робот, и продолжите чтение.',
    'Contenuto riservato agli abbonati.',
    '订阅后继续阅读全文',
    'この記事は有料会員限定です。',
  ].map((words): [string, { html: string; text: string }] => [
    words,
    { html: `<p>${words}</p>`, text: `${'The port of Sorve reopened on Monday. '.repeat(6)}${words}` },
  ]),
]

describe('What stands before an article', () => {
  it.each(DOORS)('is told from one: %s', (_, { html, text = '', address: at = address }) => {
    expect(isWall({ html, text, address: at })).toBe(true)
  })

  it.each([
    ['an article', { html: '<p>', text: LONG, address }],
    ['a short notice', { html: '<p>', text: LONG.slice(0, 300), address }],
    [
      'an article about bot checks, with a sign-in in its head',
      {
        html: '<form><input type="password"></form><p>',
        text: `${LONG} Sites ask readers to “verify you are human”, or to subscribe to continue.`,
        address,
      },
    ],
    [
      'a page on consent',
      { html: '<p>', text: LONG, address: 'https://ledger.example.org/consent-law-2024' },
    ],
    ['a free article', { html: '{"isAccessibleForFree":true}', text: LONG, address }],
    [
      'a short text file',
      { html: null, text: 'Port closed.', address: 'https://ledger.example.org/notice.txt' },
    ],
  ])('is not seen in %s', (_, given) => {
    expect(isWall(given)).toBe(false)
  })
})
