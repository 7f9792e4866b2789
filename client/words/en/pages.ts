/** The pages before a brief: sign in, join, the list. */
import { spoken } from '../language.ts'

export const say = spoken('pages', {
  // signed-in.tsx
  cannotBeOpened: 'Vouch cannot be opened just now.',
  tryAgain: 'Try again',
  notSignedIn: 'You are not signed in here.',
  howToSignIn:
    'Open the sign-in address that the server printed when it started, or a link that a colleague sent you.',
  textStaysHere: 'What you wrote on this device stays here until you sign in again.',

  // briefs-page.tsx
  briefs: 'Briefs',
  newBrief: 'New brief',
  noBriefYet: 'There is no brief here yet.',
  howToBegin:
    'Begin a new one, from an empty page or a template, or import one: a Word or Markdown file, or an archive from Vouch.',

  // join-page.tsx
  joinABrief: 'Join a brief',
  opening: 'Opening…',
  untitledBrief: 'Untitled brief',
  invitesYou: (by: string, roleName: string, roleMeaning: string) =>
    `${by} invites you to this brief. Your role: ${roleName} (${roleMeaning}).`,
  joinAs: (name: string) => `Join as ${name}`,
  join: 'Join',

  // sign-in-page.tsx
  signIn: 'Sign in',
  wholeAddressNeeded:
    'Open the whole sign-in address that the server printed when it started; it ends in a key.',
  goToYourBriefs: 'Go to your briefs',
  signingIn: 'Signing in…',
  welcomeToVouch: 'Welcome to Vouch',
  firstOneHere: 'You are the first one here: this workspace will be yours.',
  begin: 'Begin',

  // not-found-page.tsx
  nothingHere: 'There is nothing at this address.',
  addressMayBeCut: 'The address may be cut short, or the brief was deleted.',

  // home-frame.tsx
  library: 'Library',
  pageTitle: (title: string) => `${title} · Vouch`,
  places: 'Places',

  // name-form.tsx
  yourName: 'Your name',
  nameHint: 'As colleagues will see it beside what you write.',
  nameMissing: 'Give a name, so that colleagues know who wrote what.',
})
