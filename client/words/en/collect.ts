/** Pages that come from other sites, and Vouch on a device. */
import { spoken } from '../language.ts'

export const say = spoken('collect', {
  // bookmarklet.ts
  windowKeptShut:
    'Your browser kept the window of Vouch shut. Allow windows for this page, then press the bookmark again.',

  // install.tsx
  dragItToYourBookmarks: 'Drag it to your bookmarks bar; here it has no page to send.',
  whatTheBookmarkDoes:
    'A bookmark that sends the page you are reading to a brief, as you see it: also what stands behind a subscription or a sign-in. You choose the brief, and nothing is kept before you confirm.',
  dragThisButtonToYourBookmarks: 'Drag this button to your bookmarks bar:',
  sendToVouch: 'Send to Vouch',
  withoutAMouse:
    'Or, without a mouse or on a phone: make a bookmark of any page, and put this in as its address.',
  bookmarkCopied: 'Copied. Make a bookmark and put it in as its address.',
  copyTheAddress: 'Copy the address',
  howToUseIt: 'Open an article and press the bookmark. Words that you have selected become an excerpt.',
  someCannotBeSent:
    'Some pages do not let themselves be sent. Save such a page from your browser and add the file.',

  // received.ts
  pageHasNoAddress:
    'This page has no web address of its own. Nothing was added; save it from your browser and add the file.',
  pageIsLarger: (n: number) =>
    `This page is larger than ${n} MB. Nothing was added; copy the part that you need and paste it.`,

  // send-page.tsx
  wasAddedTo: (title: string, title2: string) => `“${title}” was added to “${title2}”.`,
  selectedAreExcerpt: 'The words that you had selected are an excerpt of it.',
  selectedNotFound:
    'The words that you had selected are not in its text once and word for word; mark them there.',
  openIt: 'Open it',
  closeThisWindow: 'Close this window',
  page: 'Page',
  withoutATitle: 'Without a title',
  sentBy: 'Sent by',
  address: 'Address',
  noBriefToWriteIn: 'There is no brief that you may write in. Make one first, then send the page again.',
  intoTheBrief: 'Into the brief',
  untitledBrief: 'Untitled brief',
  keepSelected: 'Keep the words that you had selected as an excerpt:',
  whoReadsIt:
    'The page is kept as you see it. All who can open the brief can read it there, also when it stood behind a sign-in.',
  addSource: 'Add source',

  // collect-page.tsx
  waitingForThePage: 'Waiting for the page…',
  ifNothingComes: 'If nothing comes, save the page from your browser and add the file.',
  thePageDidNotCome: 'The page did not come.',
  pageCutOff:
    'It does not let itself be sent. Nothing was added; save it from your browser and add the file.',
})
