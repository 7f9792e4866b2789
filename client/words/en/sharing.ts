/** Sharing: people and their roles, links, published versions. */
import { counted } from './counted.ts'
import { spoken } from '../language.ts'
import { numberText } from '../number-text.ts'

export const say = spoken('sharing', {
  // link-list.tsx
  links: 'Links',
  madeOnDayBy: (day: string, createdBy: string) => `made ${day} by ${createdBy}`,
  ends: (day: string) => `ends ${day}`,
  withoutAnEnd: 'without an end',
  usedTimes: (n: number) =>
    n === 0 ? 'not used yet' : n === 1 ? 'used once' : `used ${numberText(n)} times`,
  takeBackTheLinkMade: (roleName: string, day: string) => `Take back the ${roleName} link made ${day}`,
  takeBack: 'Take back',

  // make-link.tsx
  inviteByLink: 'Invite by link',
  whoOpensItBecomes: 'Who opens it becomes',
  endsAfterIfEver: 'Ends after (if ever)',
  makeLink: 'Make link',
  link: 'Link',
  linkShownOnlyNow: 'Copy it now: this link is shown only this once.',
  linkIsCopied: 'Copied. This link is shown only this once.',
  whoOpensTheLink: 'Who opens it gives a name and is in.',
  linkCopied: 'Link copied.',
  copyLink: 'Copy link',
  notCopiedYet: 'The link is not copied yet. Once this is closed, nobody can see it again.',
  copyAndClose: 'Copy and close',
  closeWithoutIt: 'Close without it',

  // member-list.tsx
  people: 'People',
  you: '(you)',
  roleOf: (name: string) => `Role of ${name}`,
  takeOutPerson: (name: string) => `Take out ${name}`,
  takeOut: 'Take out',

  // publish-part.tsx
  publish: 'Publish',
  whatPublishingDoes:
    'A page for readers of the brief as it is now. It stays as it is while you write on; readers see the cited words, who says them and who checked them, and no notes.',
  notBefore: 'Not to be read before (if ever)',
  openly: 'Openly',
  whatOpenlyMeans: 'Search engines may list it. Otherwise who has the address reads it.',
  whyOutside: 'Why it goes outside all the same',
  reasonIsRecorded: 'It is recorded with your name and the day.',
  publishThisVersion: 'Publish this version',
  addressOfThePage: 'Address of the page',
  addressCopied: 'Address copied.',
  copyAddress: 'Copy address',

  // reason-list.tsx
  passedOnAllTheSame: 'Passed on all the same',
  againstMarkOrEmbargo: (count: number) =>
    `Against the mark of a source or an embargo, ${counted(count, 'time')}. The last first.`,
  publishedPage: 'Published page',

  // share-dialog.tsx
  share: 'Share',

  // version-list.tsx
  publishedVersions: 'Published versions',
  version: (number: number) => `Version ${number}`,
  copyTheAddressOfVersion: (number: number) => `Copy the address of version ${number}`,
  takeBackVersionForGood: (number: number) => `Take back version ${number} for good`,
  onDayBy: (day: string, by: string) => `${day} by ${by}`,
  takenBack: (day: string) => `taken back ${day}`,
  fromMoment: (moment: string) => `from ${moment}`,
  openToSearchEngines: 'open to search engines',
  forWhoHasTheAddress: 'for who has the address',
})
