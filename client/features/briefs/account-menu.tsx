/** Who is signed in here, the way out, and what this program is. */
import { useMutation } from '@tanstack/react-query'
import { Info, Languages, LogOut } from 'lucide-react'
import { useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { SignOutDialog } from './sign-out-dialog.tsx'
import type { Me } from '../../../shared/wire/inputs.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.ts'
import { clearDevice, unsentBriefs } from '../../device/leave-device.ts'
import { sendRest } from '../../device/send-rest.ts'
import { AboutDialog } from './about-dialog.tsx'
import { say } from '../../words/en/briefs.ts'
import { keepLanguage, keptLanguage } from '../../words/kept-language.ts'
import { languageFor, nameOfLanguage, offeredLanguages } from '../../words/choose-language.ts'

/** Not chosen: the first of the browser's languages that there are words for. */
const BROWSERS = 'browser'

const LanguageChoice = () => {
  const offered = offeredLanguages()
  const browsers = languageFor(navigator.languages, offered)
  return (
    <MenuChoice
      icon={<Languages />}
      name={say.language}
      value={keptLanguage() ?? BROWSERS}
      onValue={(chosen) => {
        keepLanguage(chosen === BROWSERS ? null : chosen)
        // The words of a page are spoken as it is loaded.
        location.reload()
      }}
      options={[
        { value: BROWSERS, label: say.asTheBrowser(nameOfLanguage(browsers)) },
        ...offered.map((tag) => ({ value: tag, label: nameOfLanguage(tag), lang: tag })),
      ]}
    />
  )
}

export const AccountMenu = ({ me }: { me: Me }) => {
  const [about, setAbout] = useState(false)
  const [unsent, setUnsent] = useState<string[]>([])
  const signOut = useMutation({
    mutationFn: api.signOut,
    onSuccess: async () => {
      // Not before the server has agreed: a session that ends otherwise leaves everything here.
      await clearDevice(me.id)
      // A page that knows nothing: the next person at this device begins with an empty one.
      location.assign('/sign-in')
    },
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  const leave = async () => {
    let briefs = await unsentBriefs(me.id).catch(() => [])
    if (briefs.length > 0 && navigator.onLine) {
      toast({ title: say.sendingWhatIsNotSent })
      await sendRest(me).catch(() => undefined)
      briefs = await unsentBriefs(me.id).catch(() => briefs)
    }
    if (briefs.length > 0) setUnsent(briefs)
    else signOut.mutate()
  }
  return (
    <>
      <Menu
        trigger={
          <button type="button" className="account-button" aria-label={say.accountOf(me.name)}>
            <Avatar id={me.id} name={me.name} />
          </button>
        }
      >
        <p className="account-name">{me.name}</p>
        <MenuSeparator />
        <LanguageChoice />
        <MenuItem icon={<Info />} onSelect={() => setAbout(true)}>
          {say.aboutVouch}
        </MenuItem>
        <MenuItem icon={<LogOut />} onSelect={() => void leave()}>
          {say.signOut}
        </MenuItem>
      </Menu>
      <SignOutDialog
        briefs={unsent}
        onStay={() => setUnsent([])}
        onSignOut={() => {
          setUnsent([])
          signOut.mutate()
        }}
      />
      <AboutDialog open={about} onOpenChange={setAbout} />
    </>
  )
}
