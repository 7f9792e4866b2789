/** One field for all that can be done and gone to: typing narrows the list, arrows move in it, Enter does it, Esc goes back. */
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { keyText } from '../../ui/key-text.ts'
import { found, type PaletteGroup, type PaletteItem } from './found.ts'
import '../../styles/palette.css'
import { say } from '../../words/en/palette.ts'

type Drawn = { value: string; items: readonly PaletteItem[] }

/** `groups` is asked for when it opens, and holds until it closes. */
export const Palette = ({
  groups,
  open,
  onOpenChange,
}: {
  groups: () => PaletteGroup[]
  open: boolean
  onOpenChange: (open: boolean) => void
}) => {
  const chosen = useRef<PaletteItem | null>(null)
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      onOpenChangeComplete={(isOpen) => {
        const item = chosen.current
        chosen.current = null
        // What is chosen may take the focus: once this no longer holds it.
        if (!isOpen && item) item.run()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Popup
          className="palette"
          aria-label={say.paletteTitle}
          finalFocus={() => chosen.current === null}
        >
          <List
            groups={groups}
            choose={(item) => {
              chosen.current = item
              onOpenChange(false)
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const List = ({ groups, choose }: { groups: () => PaletteGroup[]; choose: (item: PaletteItem) => void }) => {
  const [all] = useState(groups)
  const [typed, setTyped] = useState('')
  const shown: Drawn[] = found(all, typed).map(({ name, items }) => ({ value: name, items }))
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={shown}
      value={typed}
      onValueChange={setTyped}
      itemToStringValue={(item: PaletteItem) => item.name}
      autoHighlight="always"
      keepHighlight
    >
      <Autocomplete.InputGroup className="palette-field">
        <Search aria-hidden />
        <Autocomplete.Input aria-label={say.searchLabel} placeholder={say.searchExample} />
        <Dialog.Close className="palette-close">{say.esc}</Dialog.Close>
      </Autocomplete.InputGroup>
      <Autocomplete.Empty className="palette-empty">
        {typed.trim() !== '' && shown.length === 0 ? say.nothingFound : null}
      </Autocomplete.Empty>
      <Autocomplete.List className="palette-list">
        {(group: Drawn) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="palette-group">{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  className="palette-item"
                  onClick={() => choose(item)}
                >
                  <span
                    className="palette-name"
                    style={item.depth ? { paddingInlineStart: item.depth * 14 } : undefined}
                  >
                    {item.name}
                    {item.hint && <span className="muted"> · {item.hint}</span>}
                  </span>
                  {item.keys && <kbd>{keyText(item.keys)}</kbd>}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}
