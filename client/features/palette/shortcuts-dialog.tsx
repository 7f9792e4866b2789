/** The keys of all that has one: of the same commands that the palette offers. */
import { keyText } from '../../ui/key-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { PaletteItem } from './found.ts'
import '../../styles/palette.css'
import { say } from '../../words/en/palette.ts'

/** Some of them are done by their keys alone. */
export type KeyGroup = { name: string; items: readonly Pick<PaletteItem, 'id' | 'name' | 'keys'>[] }

export const ShortcutsDialog = ({
  groups,
  open,
  onOpenChange,
}: {
  groups: () => KeyGroup[]
  open: boolean
  onOpenChange: (open: boolean) => void
}) => (
  <Dialog open={open} onOpenChange={onOpenChange} title={say.keyboardShortcuts} wide onlyRead>
    {open &&
      groups()
        .map(({ name, items }) => ({ name, items: items.filter(({ keys }) => keys) }))
        .filter(({ items }) => items.length > 0)
        .map(({ name, items }) => (
          <section key={name} className="shortcuts">
            <h3>{name}</h3>
            <dl>
              {items.map((item) => (
                <div key={item.id}>
                  <dt>{item.name}</dt>
                  <dd>
                    <kbd>{keyText(item.keys!)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
  </Dialog>
)
