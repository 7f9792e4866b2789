/** Who is signed in here, the way out, and what this program is. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Info, LogOut } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { api, sentenceOf } from '../../api.ts'
import type { Me } from '../../../shared/wire/inputs.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { AboutDialog } from './about-dialog.tsx'

export const AccountMenu = ({ me }: { me: Me }) => {
  const queries = useQueryClient()
  const [, go] = useLocation()
  const [about, setAbout] = useState(false)
  const signOut = useMutation({
    mutationFn: api.signOut,
    onSuccess: () => {
      go('/sign-in')
      // What the next person at this device asks for is asked for anew. Copies of briefs stay on the device.
      queries.clear()
    },
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  return (
    <>
      <Menu
        trigger={
          <button type="button" className="account-button" aria-label={`Account of ${me.name}`}>
            <Avatar id={me.id} name={me.name} />
          </button>
        }
      >
        <p className="account-name">{me.name}</p>
        <MenuSeparator />
        <MenuItem icon={<Info />} onSelect={() => setAbout(true)}>
          About Vouch
        </MenuItem>
        <MenuItem icon={<LogOut />} onSelect={() => signOut.mutate()}>
          Sign out
        </MenuItem>
      </Menu>
      <AboutDialog open={about} onOpenChange={setAbout} />
    </>
  )
}
