/**
 * A place that takes dropped files. The same is always possible with a button, so nothing depends on dragging.
 */
import { type DragEvent, type ReactNode, useState } from 'react'
import { say } from '../../words/en/sources.ts'

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

export const DropZone = ({
  onFiles,
  children,
}: {
  onFiles: (files: File[]) => void
  children: ReactNode
}) => {
  const [over, setOver] = useState(false)
  return (
    <div
      className="drop-zone"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {over && <p className="drop-hint">{say.dropToAddAsASource}</p>}
    </div>
  )
}
