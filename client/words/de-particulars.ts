/** German for what the server says of a refusal beyond its code; the words of de.ts. */
import { reports } from './de-reports.ts'

const ADD_PART = 'Nichts wurde hinzugefügt; fügen Sie den Teil hinzu, den Sie brauchen.'
const CHANGE_PART = 'Nichts wurde geändert; nehmen Sie den Teil, den Sie brauchen.'
const SAVE_PART = 'speichern Sie den Teil, den Sie brauchen, als eigene Datei.'
const FROM_BROWSER = 'speichern Sie die Seite aus Ihrem Browser, und fügen Sie die Datei hinzu.'
const PASTE = 'Nichts wurde hinzugefügt; fügen Sie den Text ein, den Sie brauchen.'

export const particulars: Record<string, string> = {
  ...reports,

  // Who may
  'Only the owner of this workspace may do that. Ask the person who runs it.':
    'Das darf nur die Leitung dieses Arbeitsbereichs. Fragen Sie die Person, die ihn betreibt.',
  'Only the owner of the workspace chooses its scale. Nothing was changed.':
    'Die Skala wählt nur die Leitung des Arbeitsbereichs. Nichts wurde geändert.',
  'Only who withdrew this source, or an owner of the brief, can take that back. Nothing was changed.':
    'Nur wer diese Quelle zurückgezogen hat oder das Briefing leitet, kann das zurücknehmen. Nichts wurde geändert.',
  'Too many wrong keys came from your network. Wait ten minutes and try again.':
    'Aus Ihrem Netz kamen zu viele falsche Schlüssel. Warten Sie zehn Minuten, und versuchen Sie es erneut.',
  'Another brief that you do not own rests on this saved copy, too. Nothing was changed; ask whoever runs the server to erase it.':
    'Auch ein anderes Briefing, das Sie nicht leiten, stützt sich auf diese gespeicherte Kopie. Nichts wurde geändert; bitten Sie die Person, die den Server betreibt, sie zu tilgen.',

  // Exports and imports
  'This is a web page, not Markdown. Nothing was imported; add it to a brief as a source.':
    'Das ist eine Webseite, kein Markdown. Nichts wurde importiert; fügen Sie sie einem Briefing als Quelle hinzu.',
  'This is larger than {} MB. Nothing was imported.':
    'Das ist größer als {}\u00a0MB. Nichts wurde importiert.',
  'There is no text in it. Nothing was imported; choose another file.':
    'Darin steht kein Text. Nichts wurde importiert; wählen Sie eine andere Datei.',
  'There is no {} in this archive. Nothing was imported; choose an exported brief.':
    'In diesem Archiv gibt es kein {}. Nichts wurde importiert; wählen Sie ein exportiertes Briefing.',
  '{} is larger than {} MB. Nothing was imported.': '{} ist größer als {}\u00a0MB. Nichts wurde importiert.',
  'Many PDFs are being made just now. Try again in a minute.':
    'Gerade werden viele PDFs erstellt. Versuchen Sie es in einer Minute erneut.',
  'Comparing this file takes more time or memory than one file may have. Nothing was changed; bring in the part that you need.': `Diese Datei zu vergleichen braucht mehr Zeit oder Speicher, als eine Datei haben darf. ${CHANGE_PART}`,
  'Writing this file takes more time or memory than one file may have. Your brief is as it was; choose another citation style, or export it as Markdown.':
    'Diese Datei zu schreiben braucht mehr Zeit oder Speicher, als eine Datei haben darf. Ihr Briefing ist unverändert; wählen Sie einen anderen Zitierstil, oder exportieren Sie es als Markdown.',
  'The PDF takes too long to make. Your brief is as it was; export it as Word.':
    'Das PDF zu erstellen dauert zu lange. Ihr Briefing ist unverändert; exportieren Sie es als Word.',
  'The PDF needs too much memory. Your brief is as it was; export it as Word.':
    'Das PDF braucht zu viel Speicher. Ihr Briefing ist unverändert; exportieren Sie es als Word.',
  'The pictures of this brief are larger than 100 MB together. Nothing was made, and the brief is as it was; put smaller ones in their place, or export it as Markdown.':
    'Die Bilder dieses Briefings sind zusammen größer als 100\u00a0MB. Nichts wurde erstellt, und das Briefing ist unverändert; setzen Sie kleinere an ihre Stelle, oder exportieren Sie es als Markdown.',
  'The template is larger than 20 MB. Nothing was exported; choose another one.':
    'Die Vorlage ist größer als 20\u00a0MB. Nichts wurde exportiert; wählen Sie eine andere.',
  'The template is not a Word file that can be read. Nothing was exported; save it again as .docx, or export without it.':
    'Die Vorlage ist keine lesbare Word-Datei. Nichts wurde exportiert; speichern Sie sie erneut als .docx, oder exportieren Sie ohne sie.',
  'This is not a Word file. Nothing was changed; save it again as .docx.':
    'Das ist keine Word-Datei. Nichts wurde geändert; speichern Sie sie erneut als .docx.',
  'This has more than {} paragraphs. Nothing was changed; bring in the part that you need.': `Das hat mehr als {} Absätze. ${CHANGE_PART}`,
  'A table in this file has more than {} rows. Nothing was changed; bring it in as a file of its own, or in parts.':
    'Eine Tabelle in dieser Datei hat mehr als {} Zeilen. Nichts wurde geändert; nehmen Sie sie als eigene Datei oder in Teilen.',
  'The text in it is larger than {} MB. Nothing was changed; bring in the part that you need.': `Der Text darin ist größer als {}\u00a0MB. ${CHANGE_PART}`,

  // Sources and copies
  'Give the pages of a PDF, for example 1-200. Nothing was added.':
    'Geben Sie die Seiten eines PDFs an, zum Beispiel 1-200. Nichts wurde hinzugefügt.',
  'Give pages as two numbers, for example 1-200. Nothing was added.':
    'Geben Sie Seiten als zwei Zahlen an, zum Beispiel 1-200. Nichts wurde hinzugefügt.',
  'Give {} pages at most, for example {}-{}. Nothing was added.':
    'Geben Sie höchstens {} Seiten an, zum Beispiel {}-{}. Nichts wurde hinzugefügt.',
  'The last day has to be today or later, and within a year. Nothing was changed; choose another day.':
    'Der letzte Tag muss heute oder später sein und innerhalb eines Jahres. Nichts wurde geändert; wählen Sie einen anderen Tag.',
  'Only a source with a web address that is not withdrawn can be looked at again. Nothing was changed.':
    'Nur eine Quelle mit Webadresse, die nicht zurückgezogen ist, lässt sich erneut ansehen. Nichts wurde geändert.',
  'Words of this source were erased, so it is not fetched again. Nothing was changed; add the address as a new source if you need it.':
    'Wörter dieser Quelle wurden getilgt, deshalb wird sie nicht erneut abgerufen. Nichts wurde geändert; fügen Sie die Adresse als neue Quelle hinzu, wenn Sie sie brauchen.',
  'This source has no web address. Nothing was changed; add its address, or bring in a newer copy yourself.':
    'Diese Quelle hat keine Webadresse. Nichts wurde geändert; geben Sie ihre Adresse an, oder fügen Sie selbst eine neuere Kopie hinzu.',
  'This notice was dealt with already, or there is none.':
    'Diese Meldung wurde schon bearbeitet, oder es gibt keine.',
  'You may not read the newer saved copy. Nothing was changed; bring the work in again yourself.':
    'Die neuere gespeicherte Kopie dürfen Sie nicht lesen. Nichts wurde geändert; holen Sie das Werk selbst noch einmal herein.',
  'This source is not withdrawn. Nothing was changed.':
    'Diese Quelle ist nicht zurückgezogen. Nichts wurde geändert.',
  'The passage holds no words. Nothing was added; mark it again.':
    'Die Textstelle enthält keine Wörter. Nichts wurde hinzugefügt; markieren Sie sie erneut.',
  'No brief that you may read has this work.': 'Kein Briefing, das Sie lesen dürfen, hat dieses Werk.',
  '{} erased this saved copy on {}: {}': '{} hat diese gespeicherte Kopie am {} getilgt: {}',
  'The server is about to restart.': 'Der Server startet gleich neu.',
  'Nothing of this brief can be read. Nothing was changed; restore the data folder from a backup.':
    'Von diesem Briefing lässt sich nichts lesen. Nichts wurde geändert; stellen Sie den Datenordner aus einer Sicherung wieder her.',

  // Files that are read
  'This is larger than {} MB. Nothing was added; bring in the part that you need.': `Das ist größer als {}\u00a0MB. ${ADD_PART}`,
  'This text is damaged: it is UTF-8 that cannot be read at byte {}. Nothing was added; save it again as UTF-8 and try again.':
    'Dieser Text ist beschädigt: UTF-8, das sich bei Byte {} nicht lesen lässt. Nichts wurde hinzugefügt; speichern Sie ihn erneut als UTF-8, und versuchen Sie es noch einmal.',
  'This file has {} pages. Nothing was added; say which of them you need.':
    'Diese Datei hat {} Seiten. Nichts wurde hinzugefügt; geben Sie an, welche davon Sie brauchen.',
  'This file has {} pages, and {} are read at once. Nothing was added; say which pages you need.':
    'Diese Datei hat {} Seiten, und {} werden auf einmal gelesen. Nichts wurde hinzugefügt; geben Sie an, welche Seiten Sie brauchen.',
  'Many files are being read just now. Nothing was added; try again in a minute.':
    'Gerade werden viele Dateien gelesen. Nichts wurde hinzugefügt; versuchen Sie es in einer Minute erneut.',
  'A file in this archive is named as if it lay outside of it. Nothing was added; pack the folder again.':
    'Eine Datei in diesem Archiv heißt so, als läge sie außerhalb. Nichts wurde hinzugefügt; packen Sie den Ordner erneut.',
  'This file unpacks to far more than it should. Nothing was added; bring in the part that you need.': `Diese Datei wird ausgepackt weit größer, als sie dürfte. ${ADD_PART}`,
  '{} cannot be read. Nothing was added; save it as .pdf, .docx, .html, .txt or .png, or paste the text.':
    '{} lässt sich nicht lesen. Nichts wurde hinzugefügt; speichern Sie als .pdf, .docx, .html, .txt oder .png, oder fügen Sie den Text ein.',
  'An old Word or Excel file': 'Eine alte Word- oder Excel-Datei',
  'An RTF file': 'Eine RTF-Datei',
  'A PostScript file': 'Eine PostScript-Datei',
  'An Excel file': 'Eine Excel-Datei',
  'A PowerPoint file': 'Eine PowerPoint-Datei',
  'An EPUB book': 'Ein EPUB-Buch',
  'An OpenDocument file': 'Eine OpenDocument-Datei',
  'A zip file': 'Eine Zip-Datei',
  'This kind of file': 'Diese Art von Datei',
  'This has {} entries; {} at once are the limit. Nothing was added; export the part that you need.':
    'Das hat {} Einträge; {} auf einmal sind die Obergrenze. Nichts wurde hinzugefügt; exportieren Sie den Teil, den Sie brauchen.',
  'There is no {} entry in it. Nothing was added; paste the whole file.':
    'Darin steht kein Eintrag in {}. Nichts wurde hinzugefügt; fügen Sie die ganze Datei ein.',
  'The list of works in it is too long. Nothing was added; export the part that you need.':
    'Die Liste der Werke darin ist zu lang. Nichts wurde hinzugefügt; exportieren Sie den Teil, den Sie brauchen.',
  'There is no list of works in this archive. Nothing was added; export from Zotero with “Export Files”, pack the folder, or drop its files one by one.':
    'In diesem Archiv steht keine Liste von Werken. Nichts wurde hinzugefügt; exportieren Sie aus Zotero mit „Dateien exportieren“, und packen Sie den Ordner, oder ziehen Sie seine Dateien einzeln hierher.',
  'Nothing was added; the picture is larger than 20 MB or 40 million points. Make it smaller and try again.':
    'Nichts wurde hinzugefügt: Das Bild ist größer als 20\u00a0MB oder 40 Millionen Punkte. Verkleinern Sie es, und versuchen Sie es erneut.',
  'Nothing was added; the picture is damaged. Open it in its own program, save it again, and try again.':
    'Nichts wurde hinzugefügt: Das Bild ist beschädigt. Öffnen Sie es in seinem eigenen Programm, speichern Sie es erneut, und versuchen Sie es noch einmal.',
  'Nothing was added; an SVG file is a program, not a picture. Save it as PNG and try again.':
    'Nichts wurde hinzugefügt: Eine SVG-Datei ist ein Programm, kein Bild. Speichern Sie sie als PNG, und versuchen Sie es erneut.',
  'Nothing was added; this is no picture that a page can show. Save it as PNG, JPEG, GIF or WebP and try again.':
    'Nichts wurde hinzugefügt: Das ist kein Bild, das eine Seite zeigen kann. Speichern Sie es als PNG, JPEG, GIF oder WebP, und versuchen Sie es erneut.',
  'This picture is larger than 25 MB or 100 million points. Nothing was added; make it smaller and try again.':
    'Dieses Bild ist größer als 25\u00a0MB oder 100 Millionen Punkte. Nichts wurde hinzugefügt; verkleinern Sie es, und versuchen Sie es erneut.',
  'This document is too long, or nested too deep, to be read at once. Nothing was changed; save the part that you need as a file of its own.': `Dieses Dokument ist zu lang oder zu tief verschachtelt, um es auf einmal zu lesen. Nichts wurde geändert; ${SAVE_PART}`,
  'This document is too long to be read at once. Nothing was changed; save the part that you need as a file of its own.': `Dieses Dokument ist zu lang, um es auf einmal zu lesen. Nichts wurde geändert; ${SAVE_PART}`,
  'This document is too long to be read at once. Nothing was added; save the part that you need as a file of its own.': `Dieses Dokument ist zu lang, um es auf einmal zu lesen. Nichts wurde hinzugefügt; ${SAVE_PART}`,
  'This has more than {} paragraphs. Nothing was added; bring in the part that you need.': `Das hat mehr als {} Absätze. ${ADD_PART}`,
  '{} is larger than {} MB. Nothing was added; bring in the part that you need.': `{}: größer als {}\u00a0MB. ${ADD_PART}`,

  // Pages
  'This page is larger than {} MB without its pictures. Nothing was added; paste the text that you need.': `Diese Seite ist ohne ihre Bilder größer als {}\u00a0MB. ${PASTE}`,
  'This page {} to be read. Nothing was added; paste the text that you need.': `Diese Seite {}, um sie zu lesen. ${PASTE}`,
  'is nested too deep': 'ist zu tief verschachtelt',
  'has too many elements': 'hat zu viele Elemente',
  'has an element with too many attributes': 'hat ein Element mit zu vielen Attributen',
  'The page has no web address. Nothing was added; save it as a file and add that.':
    'Die Seite hat keine Webadresse. Nichts wurde hinzugefügt; speichern Sie sie als Datei, und fügen Sie diese hinzu.',
  'This is the mark-up of a page, which is read when you are connected. Nothing was added; paste its text, or try again then.':
    'Das ist der Quelltext einer Seite, der gelesen wird, wenn Sie verbunden sind. Nichts wurde hinzugefügt; fügen Sie ihren Text ein, oder versuchen Sie es dann erneut.',
  'At this address lies a file of a kind that cannot be read ({}). Nothing was added; give the address of the article, or paste its text.':
    'Unter dieser Adresse liegt eine Datei, deren Art sich nicht lesen lässt ({}). Nichts wurde hinzugefügt; geben Sie die Adresse des Artikels an, oder fügen Sie seinen Text ein.',
  'What lies at this address is larger than {} MB. Nothing was added; save it from your browser and add the file.': `Was unter dieser Adresse liegt, ist größer als {}\u00a0MB. Nichts wurde hinzugefügt; ${FROM_BROWSER}`,
  'The page could not be fetched. {} Nothing was added; check the address, or save the page from your browser and add the file.': `Die Seite ließ sich nicht abrufen. {} Nichts wurde hinzugefügt; prüfen Sie die Adresse, oder ${FROM_BROWSER}`,
  'It leads on more than {} times.': 'Sie leitet mehr als {}-mal weiter.',
  'There is no such site.': 'Eine solche Website gibt es nicht.',
  'It did not arrive within {} seconds.': 'Sie kam nicht innerhalb von {}\u00a0Sekunden an.',
  'It is packed in a way that nobody asked for.':
    'Sie ist auf eine Weise gepackt, um die niemand gebeten hat.',
  'This is no address of a web page: it should begin with https://. Nothing was added; check it.':
    'Das ist keine Adresse einer Webseite: Sie sollte mit https:// beginnen. Nichts wurde hinzugefügt; prüfen Sie sie.',
  'This address has a name or a password in it. Nothing was added; open the page in your browser and save it from there.':
    'Diese Adresse enthält einen Namen oder ein Passwort. Nichts wurde hinzugefügt; öffnen Sie die Seite in Ihrem Browser, und speichern Sie sie von dort.',
  'Pages are not fetched from port {}. Nothing was added; save the page from your browser and add the file.': `Von Port {} werden keine Seiten abgerufen. Nichts wurde hinzugefügt; ${FROM_BROWSER}`,
  'This address does not lie on the public web, so the server does not open it. Nothing was added; save the page from your browser and add the file.': `Diese Adresse liegt nicht im öffentlichen Web, deshalb öffnet der Server sie nicht. Nichts wurde hinzugefügt; ${FROM_BROWSER}`,
}
