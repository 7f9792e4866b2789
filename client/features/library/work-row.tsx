/** One work of the library; opened, it shows where it is used. */
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { titleOfWork } from '../../brief/work-name.ts'
import { gradeWords } from '../../../shared/check/grades.ts'
import type { LibraryWork } from '../../../shared/wire/inputs.ts'
import { WorkUses } from './work-uses.tsx'
import { aboutLine, usedLine } from './work-lines.ts'
import { say } from '../../words/en/library.ts'
import { written } from '../../words/written.ts'

export const WorkRow = ({ work }: { work: LibraryWork }) => {
  const [open, setOpen] = useState(false)
  const id = useId()
  const about = aboutLine(work.item)
  return (
    <li className="work-row">
      <h3>
        <button
          type="button"
          className="work-title"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight aria-hidden />
          <span>{titleOfWork(work.item)}</span>
        </button>
      </h3>
      <div className="work-lines">
        {work.grade && <p className="grade">{gradeWords('source', work.grade, written)}</p>}
        {about && <p className="muted small">{about}</p>}
        {work.origin && <p className="muted small">{say.firstReportedBy(work.origin)}</p>}
        <p className="muted small number">{usedLine(work)}</p>
      </div>
      <div id={id} hidden={!open}>
        {open && <WorkUses work={work} />}
      </div>
    </li>
  )
}
