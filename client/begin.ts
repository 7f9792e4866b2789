/**
 * The first script of every page, and a small one. A brief's page comes with its text: that is painted before the scripts of the program are
 * asked for, which would else be there before the frame and hold it back.
 */
import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/ui.css'
import './styles/editor.css'
import { painted } from './painted.ts'

const begin = async () => {
  if (document.getElementById('first-text')) await painted()
  // Named by the server where they wait for the text: all are asked for at once, not one after the other as each names the next.
  const waiting = document.getElementById('program')
  if (waiting instanceof HTMLTemplateElement) document.head.append(waiting.content)
  await import('./main.ts')
}
// Not awaited by this file: the others take from it, and would wait for it to end.
void begin()
