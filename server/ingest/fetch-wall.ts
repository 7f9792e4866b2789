/**
 * Whether a fetched page is not the article but what stands before it: a paywall, a sign-in, a consent page, a bot
 * check. Such a page kept as a source would hold none of the words that a brief cites. A guess on purpose strict: a
 * person who is refused can save the page from their own browser.
 */

export type FetchedPage = {
  /** Its mark-up, or null for what is no web page. */
  html: string | null
  /** The text that was found in it. */
  text: string
  /** Where it was found in the end. */
  address: string
}

/** Shorter is no article: a page drawn by its scripts, or a door. In characters. */
const HARDLY_ANY = 120
/** Up to here the words of a door may be what the page is about; an article that quotes them is longer. */
const SHORT = 2000

export const isWall = ({ html, text, address }: FetchedPage): boolean => {
  if (html === null) return false
  if (text.trim().length < HARDLY_ANY) return true
  if (LOCKED.test(html) || DOORS.test(address)) return true
  return text.length < SHORT && (PASSWORD.test(html) || BOT_CHECK.test(html) || saysSo(text))
}

/** schema.org: the publisher's own word that what it serves is not the whole. */
const LOCKED = /"isAccessibleForFree"\s*:\s*"?false"?/i

/** Addresses that a reader is sent to before they may go on. */
const DOORS =
  /^https?:\/\/(?:consent\.[^/]+|[^/]*\b(?:login|signin|accounts?|sso|auth)\.[^/]+|[^/]+\/(?:[^?#]*\/)?(?:log-?in|sign-?in|consent|privacy-?gate|captcha|validate-?user)\/?)(?:[/?#]|$)/i

const PASSWORD = /<input\b[^>]*\btype\s*=\s*["']?password\b/i

/** Marks that the large providers of bot checks leave in their pages. */
const BOT_CHECK =
  /\/cdn-cgi\/challenge-platform\/|challenges\.cloudflare\.com|id=["']?challenge-form|captcha-delivery\.com|px-captcha|_Incapsula_Resource|g-recaptcha|h-captcha|awsWafCookieDomainList/i

const PHRASES = [
  // English
  'verify (?:that )?you are (?:a )?human',
  'checking your browser',
  'are you a robot',
  'unusual traffic',
  'enable javascript and cookies',
  'please enable javascript',
  'access denied',
  'pardon our interruption',
  '(?:subscribe|sign in|log in|register)[^.]{0,40} to (?:continue|read|keep reading|unlock)',
  'already a subscriber',
  'this (?:article|content|story) is (?:for|available to|exclusive to) (?:our )?(?:paid )?(?:subscribers|members)',
  'before you continue to',
  'we (?:and our partners )?(?:value your privacy|store and/or access)',
  // German
  'weiterlesen mit',
  'jetzt abonnieren',
  'bereits abonnent',
  'mit werbung (?:weiterlesen|kostenlos)',
  'bevor sie (?:zu|fortfahren)',
  'sind sie ein (?:mensch|roboter)',
  // French
  'réservé (?:à nos|aux) abonnés',
  'déjà abonné',
  'il vous reste [\\d,.]+ ?% de cet article',
  'accepter et continuer',
  'continuer sans accepter',
  // Spanish, Portuguese, Italian
  '(?:contenido )?(?:exclusivo|solo) para suscriptores',
  'ya eres suscriptor',
  'suscríbete para seguir leyendo',
  'exclusivo para assinantes',
  'já é assinante',
  '(?:contenuto|articolo) riservato agli abbonati',
  'sei già abbonato',
  // Dutch, Polish
  'alleen voor abonnees',
  'al abonnee',
  'treść (?:dostępna )?(?:tylko )?dla (?:prenumeratorów|subskrybentów)',
  // Russian, Ukrainian
  'подтвердите, что вы не робот',
  'вы не робот',
  'доступ (?:к сайту )?(?:ограничен|запрещ[её]н)',
  'только (?:для )?подписчик(?:ам|ов)',
  'оформите подписку',
  'лише для передплатників',
  // Chinese, Japanese, Arabic, Turkish
  '订阅后(?:继续)?阅读',
  '请(?:先)?登录后(?:查看|阅读)',
  '有料会員限定',
  'ログインして続き',
  'للمشتركين فقط',
  'abonelere özel',
]

const WORDS = new RegExp(PHRASES.join('|'), 'iu')

const saysSo = (text: string): boolean => WORDS.test(text.replace(/\s+/g, ' '))
