/** German for what an import says was left out, and for what stands around the reasons against giving a brief away; the words of de.ts. */

const AS_PARAGRAPHS = 'die Wörter wurden als Absätze behalten.'

/** Of a citation style that somebody chose, or that came along with a file. */
const ofStyles = {
  'This style is longer than {} characters.': 'Dieser Stil ist länger als {} Zeichen.',
  'This file is not a CSL style: it cannot be read.':
    'Diese Datei ist kein CSL-Stil: Sie lässt sich nicht lesen.',
  'This style only points to another one. Choose the file of that style.':
    'Dieser Stil verweist nur auf einen anderen. Wählen Sie die Datei jenes Stils.',
  'This style only points to another one ({}). Choose the file of that style.':
    'Dieser Stil verweist nur auf einen anderen ({}). Wählen Sie die Datei jenes Stils.',
  'This style does not say how to cite in the text.': 'Dieser Stil sagt nicht, wie im Text zu belegen ist.',
  'This style does not say how to list sources.': 'Dieser Stil sagt nicht, wie Quellen aufzuführen sind.',
  'This style cannot be used: its parts call each other too often.':
    'Dieser Stil lässt sich nicht verwenden: Seine Teile rufen einander zu oft auf.',
  'This style cannot be used: it has mistakes in it.':
    'Dieser Stil lässt sich nicht verwenden: Er enthält Fehler.',
}

/** Of Markdown, an archive or a Word file that became a brief. */
const ofImports = {
  'The front matter is not valid YAML; title, authors and date were not read from it.':
    'Der Vorspann ist kein gültiges YAML; Titel, Namen und Datum wurden daraus nicht gelesen.',
  'One line of the ties could not be read and was left out.':
    'Eine Zeile der Verknüpfungen ließ sich nicht lesen und wurde weggelassen.',
  '{} lines of the ties could not be read and were left out.':
    '{} Zeilen der Verknüpfungen ließen sich nicht lesen und wurden weggelassen.',
  'The ties were written by a later version; they were left out.':
    'Die Verknüpfungen stammen von einer späteren Version; sie wurden weggelassen.',
  'The ties are not ours to read; the rest of them was left out.':
    'Die Verknüpfungen lassen sich hier nicht lesen; der Rest davon wurde weggelassen.',
  'The ties have no end; they were left out.': 'Die Verknüpfungen haben kein Ende; sie wurden weggelassen.',
  'One block was changed by hand; attributes that Markdown has no sign for were not restored there.':
    'Ein Block wurde von Hand geändert; Merkmale, für die Markdown kein Zeichen hat, wurden dort nicht wiederhergestellt.',
  '{} blocks were changed by hand; attributes that Markdown has no sign for were not restored there.':
    '{} Blöcke wurden von Hand geändert; Merkmale, für die Markdown kein Zeichen hat, wurden dort nicht wiederhergestellt.',
  'One reference in the front matter could not be read and was left out.':
    'Eine Literaturangabe im Vorspann ließ sich nicht lesen und wurde weggelassen.',
  '{} references in the front matter could not be read and were left out.':
    '{} Literaturangaben im Vorspann ließen sich nicht lesen und wurden weggelassen.',
  'One citation key has no reference in the file; each became a source that knows nothing but its key.':
    'Zu einem Zitierschlüssel fehlt in der Datei die Literaturangabe; er wurde eine Quelle, von der nur der Schlüssel bekannt ist.',
  '{} citation keys have no reference in the file; each became a source that knows nothing but its key.':
    'Zu {} Zitierschlüsseln fehlt in der Datei die Literaturangabe; jeder wurde eine Quelle, von der nur der Schlüssel bekannt ist.',
  'One citation was edited in the text; sources and locators follow the text.':
    'Ein Beleg wurde im Text geändert; Quellen und Fundstellen folgen dem Text.',
  '{} citations were edited in the text; sources and locators follow the text.':
    '{} Belege wurden im Text geändert; Quellen und Fundstellen folgen dem Text.',
  'One footnote within another one was put into the text in brackets.':
    'Eine Fußnote innerhalb einer anderen wurde in Klammern in den Text gesetzt.',
  '{} footnotes within others were put into the text in brackets.':
    '{} Fußnoten innerhalb anderer wurden in Klammern in den Text gesetzt.',
  'HTML in one place was read as plain text.': 'HTML wurde an einer Stelle als bloßer Text gelesen.',
  'HTML in {} places was read as plain text.': 'HTML wurde an {} Stellen als bloßer Text gelesen.',
  'One picture became links: pictures are not imported.':
    'Ein Bild wurde ein Link: Bilder werden nicht importiert.',
  '{} pictures became links: pictures are not imported.':
    '{} Bilder wurden Links: Bilder werden nicht importiert.',
  'One link of a kind that is not allowed became plain text; http, https and mailto are.':
    'Ein Link einer unzulässigen Art wurde bloßer Text; zulässig sind http, https und mailto.',
  '{} links of a kind that is not allowed became plain text; http, https and mailto are.':
    '{} Links einer unzulässigen Art wurden bloßer Text; zulässig sind http, https und mailto.',
  'Some blocks are nested too deep; their words were kept as paragraphs.': `Einige Blöcke sind zu tief verschachtelt; ${AS_PARAGRAPHS}`,
  'The file is too long to be read as Markdown; its paragraphs were kept as plain text.':
    'Die Datei ist zu lang, um sie als Markdown zu lesen; ihre Absätze wurden als bloßer Text behalten.',
  'One part of the text could not be read as Markdown; the paragraphs were kept as plain text.':
    'Ein Teil des Textes ließ sich nicht als Markdown lesen; die Absätze wurden als bloßer Text behalten.',
  '{} parts of the text could not be read as Markdown; the paragraphs were kept as plain text.':
    '{} Teile des Textes ließen sich nicht als Markdown lesen; die Absätze wurden als bloßer Text behalten.',
  'Some blocks do not fit a brief; the words were kept as paragraphs.': `Einige Blöcke passen nicht in ein Briefing; ${AS_PARAGRAPHS}`,
  'The title is longer than {} characters and was cut.':
    'Der Titel ist länger als {} Zeichen und wurde gekürzt.',
  'The citation style that came along is not used; the brief cites in the house style. {}':
    'Der mitgelieferte Zitierstil wird nicht verwendet; das Briefing belegt im Hausstil. {}',
  'style.csl is too long.': 'style.csl ist zu lang.',
  'The picture {} was changed or cannot be read, and is not shown.':
    'Das Bild {} wurde verändert oder lässt sich nicht lesen und wird nicht gezeigt.',

  'One tracked change was taken as accepted: words that were struck are not there.':
    'Eine nachverfolgte Änderung gilt als angenommen: Gestrichene Wörter sind nicht da.',
  '{} tracked changes were taken as accepted: words that were struck are not there.':
    '{} nachverfolgte Änderungen gelten als angenommen: Gestrichene Wörter sind nicht da.',
  'One picture could not be read and is not shown; PNG, JPEG, GIF and WebP are.':
    'Ein Bild ließ sich nicht lesen und wird nicht gezeigt; gezeigt werden PNG, JPEG, GIF und WebP.',
  '{} pictures could not be read and are not shown; PNG, JPEG, GIF and WebP are.':
    '{} Bilder ließen sich nicht lesen und werden nicht gezeigt; gezeigt werden PNG, JPEG, GIF und WebP.',
  'One cited work could not be read and was left out.':
    'Ein belegtes Werk ließ sich nicht lesen und wurde weggelassen.',
  '{} cited works could not be read and were left out.':
    '{} belegte Werke ließen sich nicht lesen und wurden weggelassen.',
  'Comment by somebody on “{}”: {}': 'Anmerkung, ungenannt, zu „{}“: {}',
  'Comment by {} on “{}”: {}': 'Anmerkung von {} zu „{}“: {}',
  'Comment by somebody: {}': 'Anmerkung, ungenannt: {}',
  'Comment by {}: {}': 'Anmerkung von {}: {}',
  'One more comment was left out.': 'Eine weitere Anmerkung wurde weggelassen.',
  '{} more comments were left out.': '{} weitere Anmerkungen wurden weggelassen.',

  'Not understood: {}.': 'Nicht verstanden: {}.',
  '{} ({})': '{} ({})',
  'documents within the document': 'Dokumente im Dokument',
  'paragraphs in the style “{}”, read as plain ones': 'Absätze der Formatvorlage „{}“, als bloße gelesen',
  'formulas, read as plain text': 'Formeln, als bloßer Text gelesen',
  'links of a kind that is not allowed, read as plain text':
    'Links einer unzulässigen Art, als bloßer Text gelesen',
  'raised or lowered words, read as plain ones': 'hoch- oder tiefgestellte Wörter, als bloße gelesen',
  'hidden words, left out': 'verborgene Wörter, weggelassen',
  'signs of a font of their own, left out': 'Zeichen einer eigenen Schrift, weggelassen',
  'notes within notes, left out': 'Fußnoten in Fußnoten, weggelassen',
  'text boxes, put behind the paragraph that they stand in':
    'Textfelder, hinter den Absatz gesetzt, in dem sie stehen',
  'embedded objects': 'eingebettete Objekte',
  'drawings and charts': 'Zeichnungen und Diagramme',
  'pictures beyond the first {}': 'Bilder nach den ersten {}',
  'citations of Word’s own, kept as words': 'Belege aus Word selbst, als Wörter behalten',
  'citations of EndNote, kept as words': 'Belege aus EndNote, als Wörter behalten',
  'citations whose data cannot be read, kept as words':
    'Belege, deren Daten sich nicht lesen lassen, als Wörter behalten',
}

/** What speaks against it comes from shared/words: client/words/particular.ts. */
const ofLeaving = {
  '{} Nothing was exported; give a reason for passing it on all the same, which is recorded.':
    '{} Nichts wurde exportiert; begründen Sie, warum es trotzdem weitergegeben wird. Die Begründung wird festgehalten.',
  '{} Nothing was published; give a reason for passing it on all the same, which is recorded.':
    '{} Nichts wurde veröffentlicht; begründen Sie, warum es trotzdem weitergegeben wird. Die Begründung wird festgehalten.',
}

export const reports: Record<string, string> = {
  ...ofLeaving,
  ...ofStyles,
  ...Object.fromEntries(
    Object.entries(ofStyles).map(([said, own]) => [
      `${said} Nothing was changed.`,
      `${own} Nichts wurde geändert.`,
    ]),
  ),
  ...ofImports,
}
