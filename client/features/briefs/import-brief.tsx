/** Makes a brief from a Markdown file or an exported archive, and says what of it was not understood. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, sentenceOf } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { particular } from '../../words/particular.ts'
import { say } from '../../words/en/briefs.ts'

export const ImportBrief = ({ onImported }: { onImported: (id: string) => void }) => {
  const chooser = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const [result, setResult] = useState<{ id: string; report: string[] } | null>(null)
  const load = useMutation({
    mutationFn: (file: File) => api.importFile(file),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['briefs'] })
      if (made.report.length > 0) setResult(made)
      else onImported(made.id)
    },
    onError: (error) => toast({ title: sentenceOf(error), stays: true }),
  })
  return (
    <>
      <Button busy={load.isPending} onClick={() => chooser.current?.click()}>
        {say.importIt}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".md,.markdown,.docx,.zip,text/markdown,application/zip"
        aria-label={say.fileToImport}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file can be chosen again after it was mended.
          event.target.value = ''
          if (file) load.mutate(file)
        }}
      />
      <Dialog
        open={result !== null}
        onOpenChange={(open) => {
          if (!open && result) onImported(result.id)
        }}
        title={say.importedWithTheseNotes}
        footer={
          <Button look="primary" onClick={() => result && onImported(result.id)}>
            {say.openTheBrief}
          </Button>
        }
      >
        <ul className="import-report">
          {result?.report.map((line) => (
            <li key={line}>{particular(line) ?? line}</li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
